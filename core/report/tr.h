#pragma once

// Inside the room: the one place of core where codes become words.

#include <QCoreApplication>

namespace amparo::report {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

}  // namespace amparo::report
