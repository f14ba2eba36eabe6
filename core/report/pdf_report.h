#pragma once

#include "report/report_tables.h"

#include <QByteArray>

namespace amparo::report {

/// The report as an A4 document: one page to sign, and the annex. Text stays text, so that it can be searched
/// and read aloud. Needs a QGuiApplication, for its fonts. Thread: any.
QByteArray pdfReport(const Report &report);

}  // namespace amparo::report
