// Any bytes as comma-separated values: each record lies in the file, and its text ends where the file ends.

#include "base/csv_reader.h"

#include <cstdint>
#include <cstdlib>

using namespace amparo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    CsvReader reader(QByteArrayView(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    int line = 0;
    for (;;) {
        const auto isThere = reader.next();
        if (!isThere) {
            if (isThere.error().detail.isEmpty())
                std::abort();
            return 0;
        }
        if (!*isThere)
            return 0;
        qsizetype length = 0;
        for (qsizetype i = 0; i < reader.fields().size(); ++i)
            length += reader.text(i).size();
        if (reader.line() <= line || length > static_cast<qsizetype>(size))
            std::abort();
        line = reader.line();
    }
}
