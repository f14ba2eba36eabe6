#pragma once

#include "report/report_tables.h"

#include <QPalette>

namespace amparo::desktop {

/// A report to look at before it is written: the same headline and tables as in the files.
QString reportHtml(const report::Report &report, const QPalette &palette);

}  // namespace amparo::desktop
