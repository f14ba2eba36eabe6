#pragma once

#include "report/figures.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QStringList>

#include <variant>

namespace amparo::report {

/// A part of a whole, from 0 to 1.
struct Share {
    double value = 0;

    bool operator==(const Share &) const = default;
};

/// What stands in one place of a table. monostate: not known; a time carries the post's offset.
using Cell = std::variant<std::monostate, int, Share, QString, QDateTime>;

struct Table {
    struct Row {
        QString heading;
        QList<Cell> cells;  ///< one for each column but the first
        bool isTotal = false;

        bool operator==(const Row &) const = default;
    };

    QString title;
    QString unit;         ///< what is counted, a plural noun or a sentence
    QStringList columns;  ///< the first heads the rows
    QList<Row> rows;
    bool isChart = false;  ///< better looked at than read: one column of counts, largest first

    bool operator==(const Table &) const = default;
};

/// A single thing said about the whole report.
struct Fact {
    QString label;
    Cell value;

    bool operator==(const Fact &) const = default;
};

/// The figures in words: titles, headings and rows in one language, values still as values. Every output is
/// made of this and of nothing else, which is why all say the same.
struct Report {
    QLocale locale;  ///< how values are written
    QString title;
    QString subject;  ///< post and period in one line
    QString number;
    QList<Fact> facts;     ///< who, when, with which forms and models
    QList<Fact> headline;  ///< the few figures that are asked for first
    QList<Table> tables;   ///< the first page
    QList<Table> annex;
    QString notice;             ///< what the figures do not say
    QList<QString> signatures;  ///< who signs
    Fact dataHash;
    QString annexTitle;
    QString emptyTable;  ///< stands where a table has no rows
    QStringList csvHeader;

    bool operator==(const Report &) const = default;
};

/// Puts figures into words. Texts come from the application's translators (context "Report"), so that
/// `locale` should be of their language. Thread: any.
Report describe(const DayFigures &figures, const QLocale &locale);

/// A file name without extension, of letters, digits, `-` and `_`: "amparo-PE-DES-01-2026-03-02".
QString fileNameFor(const DayFigures &figures);

}  // namespace amparo::report
