#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include <optional>

namespace amparo::desktop {

/// Reads a day as people type it: in the locale's order of day and month with any separator or none, or as
/// ISO 8601. The year has four digits, because two leave the century of a birth open. nullopt: no such day.
std::optional<QDate> dateFromText(const QString &text, const QLocale &locale);

/// The same order, with a year of four digits: "02/03/2026".
QString dateToText(QDate date, const QLocale &locale);

/// A moment in the post's own time, the hour in 24: "02/03/2026 14:30".
QString momentToText(const QDateTime &utc, const QLocale &locale = QLocale());

/// What to type, for an empty field: "31/12/2026".
QString dateExample(const QLocale &locale);

}  // namespace amparo::desktop
