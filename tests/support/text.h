#pragma once

#include <QString>

namespace amparo::test {

/// Words of a test, which stand in its source as UTF-8.
inline QString text(const char *utf8) { return QString::fromUtf8(utf8); }

}  // namespace amparo::test
