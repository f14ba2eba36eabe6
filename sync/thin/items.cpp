#include "sync/thin/items.h"

namespace amparo::thin {

using sync::Accepted;
using sync::Parcel;
using sync::Rejected;

exchange::Item itemOf(const Parcel &parcel)
{
    exchange::Item item{parcel.instanceId, parcel.formId, parcel.formVersion, parcel.submissionXml, {}};
    for (const sync::Attachment &attachment : parcel.attachments)
        item.files.append({attachment.name, attachment.mediaType, attachment.content});
    return item;
}

Parcel parcelOf(const exchange::Item &item)
{
    Parcel parcel{item.instanceId, item.formId, item.submissionXml, {}, item.formVersion};
    for (const exchange::File &file : item.files)
        parcel.attachments.append({file.name, file.mediaType, file.content});
    return parcel;
}

sync::Outcome outcomeOf(const exchange::Receipt &receipt, const std::optional<QDateTime> &serverTime)
{
    switch (receipt.verdict) {
    case exchange::Verdict::Stored:
        return Accepted{201, {}, serverTime, exchange::encode(receipt)};
    case exchange::Verdict::AlreadyStored:
        return Accepted{200, {}, serverTime, exchange::encode(receipt)};
    case exchange::Verdict::Conflict:
        return Rejected{409, QStringLiteral("conflict")};
    case exchange::Verdict::Refused:
        return Rejected{422, QStringLiteral("refused")};
    }
    Q_UNREACHABLE();
}

}  // namespace amparo::thin
