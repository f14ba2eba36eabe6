#pragma once

#include "base/archive.h"
#include "xpath/document.h"
#include "xpath/expression.h"

namespace amparo::xpath {

// Compiled expressions and documents in bytes (base/archive.h), for a cache of what was read from text.

void transfer(WriteArchive &archive, Expression &expression);
void transfer(ReadArchive &archive, Expression &expression);

void transfer(WriteArchive &archive, Document &document);
void transfer(ReadArchive &archive, Document &document);

template <class Archive> void transfer(Archive &archive, Namespaces &names)
{
    auto &[uriByPrefix, unprefixed] = names;
    archive(uriByPrefix, unprefixed);
}

}  // namespace amparo::xpath
