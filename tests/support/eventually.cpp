#include "support/eventually.h"

#include <QTest>

namespace amparo::test {

bool eventually(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 30'000); }

}  // namespace amparo::test
