#include "sync/relay/arrival.h"

#include "exchange/frame.h"
#include "exchange/manifest.h"
#include "exchange/opening.h"
#include "exchange/seal.h"
#include "record/covering_note.h"

#include <QMap>

namespace amparo::relay {

const QString noteName = QStringLiteral("amparo.note");
const QString noteType = QStringLiteral("application/vnd.amparo.note");

namespace {

using Form = std::shared_ptr<const record::InterviewForm>;

/// The item without its note, and that; nullopt: it has none.
std::optional<std::pair<exchange::Item, QByteArray>> withoutNote(const exchange::Item &item)
{
    if (item.files.isEmpty() || item.files.last().name != noteName || item.files.last().mediaType != noteType)
        return std::nullopt;
    exchange::Item record = item;
    const QByteArray note = record.files.takeLast().content;
    return std::pair(std::move(record), note);
}

std::optional<store::LaneRecord> readArrival(const exchange::Item &item, const record::InterviewForm &form)
{
    const auto parts = withoutNote(item);
    if (!parts)
        return std::nullopt;
    const exchange::Item &record = parts->first;
    const auto note = record::coveringNoteFromBytes(parts->second);
    if (!note || note->screening.instanceId != record.instanceId || note->screening.formId != record.formId ||
        note->screening.formVersion != record.formVersion ||
        !record::agrees(*note, record.submissionXml, form))
        return std::nullopt;
    store::LaneRecord arrival{note->screening,
                              note->officerLogin,
                              note->officerName,
                              record.submissionXml,
                              {},
                              record::linksOfSubmission(record.submissionXml, *form.definition),
                              exchange::contentHash(record)};
    for (const exchange::File &file : record.files)
        arrival.files.insert(file.name, file.content);
    if (arrival.files.size() != record.files.size())
        return std::nullopt;
    return arrival;
}

}  // namespace

std::variant<exchange::Batch, BatchFlaw> openFrame(const QByteArray &frame, const QByteArray &laneKey,
                                                   const crypto::SecretBytes &secretKey)
{
    const auto header = exchange::readFrameHeader(frame);
    if (!header)
        return BatchFlaw::Malformed;
    if (!header->isSealed)
        return BatchFlaw::NotSealed;
    if (laneKey.isEmpty())
        return BatchFlaw::NeedKey;
    if (const auto sealed = exchange::readSealed(frame, laneKey); !sealed)
        return sealed.error().code == ErrorCode::Denied ? BatchFlaw::NotSigned : BatchFlaw::Malformed;
    const auto noForm = [](const QByteArray &) { return QByteArray(); };  // a LAN has no need of dictionaries
    auto batch = exchange::openBatch(frame, laneKey, secretKey, noForm);
    if (batch)
        return *std::move(batch);
    switch (batch.error().code) {
    case ErrorCode::Denied:
        return BatchFlaw::NotForUs;
    case ErrorCode::NotFound:
        return BatchFlaw::NeedDictionary;
    default:
        return BatchFlaw::Malformed;
    }
}

Result<std::variant<Arrivals, UnknownForm>> readArrivals(const exchange::Batch &batch, store::Store &store,
                                                         const FormReader &forms)
{
    QMap<std::pair<QString, QString>, Form> read;
    Arrivals arrivals;
    for (qsizetype i = 0; i < batch.items.size(); ++i) {
        const exchange::Item &item = batch.items[i];
        Form &form = read[{item.formId, item.formVersion}];
        if (!form) {
            auto found = forms(store, item.formId, item.formVersion);
            if (!found &&
                (found.error().code == ErrorCode::NotFound || found.error().code == ErrorCode::InvalidInput))
                return UnknownForm{i};
            if (!found)
                return tl::make_unexpected(found.error());
            form = *found;
        }
        arrivals.append(readArrival(item, *form));
    }
    return arrivals;
}

}  // namespace amparo::relay
