#pragma once

#include "report/report_tables.h"

namespace amparo::report {

/// As a person reads it: `1.234`, `12,5 %`, `02/03/2026 09:00`; a dash for what is not known.
QString shownText(const Cell &cell, const QLocale &locale);

/// As a program reads it: `1234`, `0.125`, `2026-03-02T09:00:00-05:00`; empty for what is not known.
QString plainText(const Cell &cell);

/// The day in figures with a year of four digits, and the time of day, as the locale has them.
QString shownTime(const QDateTime &time, const QLocale &locale);

}  // namespace amparo::report
