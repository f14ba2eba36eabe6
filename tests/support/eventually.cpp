#include "support/eventually.h"

#include <QtCore/qtestsupport_core.h>  // of Qt's Test, what is in its core

namespace amparo::test {

bool eventually(const std::function<bool()> &condition) { return QTest::qWaitFor(condition, 30'000); }

}  // namespace amparo::test
