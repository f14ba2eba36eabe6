// Any bytes as what a lane says of a record, and as the record: read or refused. What is read is written
// again.

#include <QDebug>  // clang wants it whole where an operator is deleted

#include "form/form_source.h"
#include "fuzz/snapshot_form.h"
#include "record/covering_note.h"
#include "record/link.h"
#include "record/submitted.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace amparo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto note = record::coveringNoteFromBytes(bytes)) {
        const auto again = record::coveringNoteFromBytes(record::toBytes(*note));
        if (!again || *again != *note)
            std::abort();
    }
    (void)record::nameOfSubmission(bytes);
    (void)record::linksOfSubmission(bytes, *fuzz::snapshotForm());
    return 0;
}
