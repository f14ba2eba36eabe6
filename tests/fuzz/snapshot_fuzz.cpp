// Any bytes are a snapshot that is restored or refused, whatever stands in them.

#include "form/session.h"
#include "fuzz/snapshot_form.h"

#include <cstddef>
#include <cstdint>

using namespace amparo;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto session = form::Session::restore(fuzz::snapshotForm(), bytes);
    if (!session)
        return 0;
    (void)session->setAnswer(QStringLiteral("/data/a"), QStringLiteral("2"));
    (void)session->items();
    (void)session->toXml();
    if (!form::Session::restore(fuzz::snapshotForm(), session->snapshot()))
        __builtin_trap();  // a snapshot of a session is always readable
    return 0;
}
