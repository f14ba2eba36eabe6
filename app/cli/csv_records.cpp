// A record goes on over the lines of a quoted field: as long as its quotes are an odd number.

#include "app/cli/csv_records.h"

#include "app/cli/files.h"
#include "form/csv_reader.h"

namespace amparo::cli {

namespace {

/// A quote that is never closed would otherwise swallow the rest of the file into memory.
constexpr qsizetype largestRecord = 1024 * 1024;

CsvRecord parsed(const QByteArray &bytes, int line)
{
    form::CsvReader reader(bytes);
    CsvRecord record{line, {}};
    if (const Result<bool> read = reader.next(); read && *read) {
        for (qsizetype i = 0; i < reader.fields().size(); ++i)
            record.fields.append(reader.text(i));
    }
    return record;
}

}  // namespace

Result<> forEachCsvRecord(const QString &path, const std::function<Result<>(const CsvRecord &)> &record)
{
    QByteArray pending;
    int line = 0;
    int first = 0;
    const auto take = [&]() -> Result<> {
        const QByteArray bytes = std::exchange(pending, {});
        return bytes.trimmed().isEmpty() ? Result<>() : record(parsed(bytes, first));
    };
    const Result<> read = forEachRawLine(path, [&](const QByteArray &raw) -> Result<> {
        ++line;
        if (pending.isEmpty())
            first = line;
        pending += raw;
        const bool isOpen = pending.count('"') % 2 == 1 && pending.size() < largestRecord;
        return isOpen ? Result<>() : take();
    });
    return read ? take() : read;
}

}  // namespace amparo::cli
