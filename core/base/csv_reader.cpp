#include "base/csv_reader.h"

#include <QString>

#include <algorithm>

namespace amparo {

CsvReader::CsvReader(QByteArrayView utf8) : m_rest(utf8), m_tooLarge(utf8.size() > maximumSizeInBytes)
{
    if (m_rest.startsWith("\xEF\xBB\xBF"))
        m_rest = m_rest.sliced(3);
    const qsizetype end = m_rest.indexOf('\n');
    const QByteArrayView firstLine = end < 0 ? m_rest : m_rest.first(end);
    if (firstLine.contains(';') && !firstLine.contains(','))
        m_separator = ';';
}

Result<bool> CsvReader::next()
{
    if (m_tooLarge)
        return broken(QStringLiteral("the file is larger than 64 MB"));
    m_fields.clear();
    m_unescaped.clear();
    while (!m_rest.isEmpty() && (m_rest.front() == '\n' || m_rest.front() == '\r')) {
        m_line += m_rest.front() == '\n';
        m_rest = m_rest.sliced(1);
    }
    if (m_rest.isEmpty())
        return false;
    if (++m_records > maximumRecords)
        return broken(QStringLiteral("more than %1 rows").arg(maximumRecords));

    m_recordLine = m_line;
    for (;;) {
        if (!m_rest.isEmpty() && m_rest.front() == '"') {
            const auto field = quotedField();
            if (!field)
                return tl::make_unexpected(field.error());
            m_fields += *field;
        } else {
            m_fields += plainField();
        }
        if (m_rest.isEmpty())
            return true;
        const char end = m_rest.front();
        m_rest = m_rest.sliced(end == '\r' && m_rest.size() > 1 && m_rest[1] == '\n' ? 2 : 1);
        if (end == m_separator)
            continue;
        ++m_line;
        return true;
    }
}

QString CsvReader::text(qsizetype index) const
{
    return index < m_fields.size() ? QString::fromUtf8(m_fields[index]) : QString();
}

Result<QByteArrayView> CsvReader::quotedField()
{
    QByteArrayView rest = m_rest.sliced(1);
    QByteArray joined;
    bool hasDoubledQuote = false;
    for (;;) {
        const qsizetype quote = rest.indexOf('"');
        if (quote < 0)
            return broken(QStringLiteral("a quoted field has no end"));
        m_line += static_cast<int>(std::count(rest.begin(), rest.begin() + quote, '\n'));
        const bool doubled = quote + 1 < rest.size() && rest[quote + 1] == '"';
        if (doubled || hasDoubledQuote)
            joined.append(rest.first(quote + (doubled ? 1 : 0)));
        if (doubled) {
            hasDoubledQuote = true;
            rest = rest.sliced(quote + 2);
            continue;
        }
        const QByteArrayView whole = rest.first(quote);
        m_rest = rest.sliced(quote + 1);
        if (!m_rest.isEmpty() && m_rest.front() != m_separator && m_rest.front() != '\n' &&
            m_rest.front() != '\r')
            return broken(QStringLiteral("text follows a closing quote"));
        if (!hasDoubledQuote)
            return whole;
        m_unescaped += joined;
        return QByteArrayView(m_unescaped.last());
    }
}

QByteArrayView CsvReader::plainField()
{
    const auto isEnd = [separator = m_separator](char c) { return c == separator || c == '\n' || c == '\r'; };
    const auto end = std::find_if(m_rest.begin(), m_rest.end(), isEnd);
    const qsizetype length = end - m_rest.begin();
    const QByteArrayView field = m_rest.first(length);
    m_rest = m_rest.sliced(length);
    return field;
}

tl::unexpected<Error> CsvReader::broken(const QString &what) const
{
    return failure(ErrorCode::InvalidInput, QStringLiteral("CSV, line %1: %2").arg(m_line).arg(what));
}

}  // namespace amparo
