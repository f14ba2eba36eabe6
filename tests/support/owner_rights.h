#pragma once

#include <QString>

namespace amparo::test {

/// Can the owner read and write it, and nobody else reach it? On Windows the system and the administrators do
/// not count, who reach everything.
bool isOwnersAlone(const QString &path);

}  // namespace amparo::test
