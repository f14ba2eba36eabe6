// A record goes on over the lines of a quoted field: as long as its quotes are an odd number. Where that
// comes to nothing, the quote was a slip: the line on which it stands is broken, and those behind it are read
// anew.

#include "app/cli/csv_records.h"

#include "app/cli/files.h"
#include "base/csv_reader.h"

namespace amparo::cli {

namespace {

/// A quote that is never closed would otherwise swallow the rest of the file into memory.
constexpr qsizetype largestRecord = 256 * 1024;

using Take = std::function<Result<>(const CsvRecord &)>;

CsvRecord parsed(const QByteArray &bytes, int line)
{
    CsvReader reader(bytes);
    CsvRecord record{line, {}};
    if (const Result<bool> read = reader.next(); read && *read) {
        for (qsizetype i = 0; i < reader.fields().size(); ++i)
            record.fields.append(reader.text(i));
    }
    return record;
}

/// Puts lines together to records.
class Assembly {
public:
    explicit Assembly(const Take &take) : m_take(take) {}

    Result<> add(const QByteArray &line)
    {
        m_lines.append(line);
        m_size += line.size();
        m_quotes += line.count('"');
        const bool isOpen = m_quotes % 2 == 1 && m_size < largestRecord;
        return isOpen ? Result<>() : close();
    }

    /// Hands on what is there, at the end of the file too.
    Result<> close()
    {
        const QList<QByteArray> lines = std::exchange(m_lines, {});
        const int first = std::exchange(m_first, m_first + int(lines.size()));
        m_size = 0;
        m_quotes = 0;
        const QByteArray bytes = lines.join();
        if (bytes.trimmed().isEmpty())
            return {};
        const CsvRecord record = parsed(bytes, first);
        if (const Result<> taken = m_take(record); !taken || !record.fields.isEmpty() || lines.size() == 1)
            return taken;
        m_first = first + 1;
        for (const QByteArray &line : lines.sliced(1)) {
            if (const Result<> added = add(line); !added)
                return added;
        }
        return {};
    }

    bool isEmpty() const { return m_lines.isEmpty(); }

private:
    const Take &m_take;
    QList<QByteArray> m_lines;
    int m_first = 1;  // line on which the record begins
    qsizetype m_size = 0;
    qsizetype m_quotes = 0;
};

}  // namespace

Result<> forEachCsvRecord(const QString &path, const Take &record)
{
    Assembly assembly(record);
    if (const Result<> read =
            forEachRawLine(path, [&](const QByteArray &line) { return assembly.add(line); });
        !read)
        return read;
    while (!assembly.isEmpty()) {  // each turn hands on a line at least
        if (const Result<> closed = assembly.close(); !closed)
            return closed;
    }
    return {};
}

}  // namespace amparo::cli
