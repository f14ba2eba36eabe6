#pragma once

#include "exchange/batch.h"

#include <rapidcheck.h>

namespace amparo::test {

/// A record of a short form in a usual XML; of one `number` always the same.
exchange::Item anItem(int number);

/// Of the records 0 to `count` - 1.
exchange::Batch aBatch(int count);

/// Any batch that may be: ids and texts of all kinds, XMLs that are none, files.
exchange::Batch anyBatch();

}  // namespace amparo::test
