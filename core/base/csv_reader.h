#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>

namespace amparo {

/// Reads comma-separated values, one record at a time, without copying the file.
///
/// UTF-8 with or without byte order mark, LF or CRLF; quoted fields may hold commas, doubled quotes and line
/// breaks (RFC 4180). Where the first line has semicolons and no comma, they separate, as spreadsheets write
/// it in many countries. Blank lines are skipped. Limits: 64 MB, 200,000 records.
class CsvReader {
public:
    static constexpr qsizetype maximumSizeInBytes = 64 * 1024 * 1024;
    static constexpr int maximumRecords = 200'000;

    explicit CsvReader(QByteArrayView utf8);  // borrowed; must outlive the reader

    /// Steps to the next record; false at the end. Errors: InvalidInput with the line (quote without end,
    /// text after a closing quote, a limit).
    [[nodiscard]] Result<bool> next();

    /// The fields of the current record as UTF-8; they live until the next call of next().
    const QList<QByteArrayView> &fields() const { return m_fields; }
    QString text(qsizetype index) const;  ///< "" beyond the last field

    int line() const { return m_recordLine; }  ///< 1-based line on which the current record begins

private:
    Result<QByteArrayView> quotedField();
    QByteArrayView plainField();
    tl::unexpected<Error> broken(const QString &what) const;

    QByteArrayView m_rest;
    char m_separator = ',';
    QList<QByteArrayView> m_fields;
    QList<QByteArray> m_unescaped;  // fields with doubled quotes, which cannot be views into the file
    int m_line = 1;
    int m_recordLine = 0;
    int m_records = 0;
    bool m_tooLarge = false;
};

}  // namespace amparo
