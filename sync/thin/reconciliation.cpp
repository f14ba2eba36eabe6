#include "sync/thin/reconciliation.h"

#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "sync/thin/items.h"

#include <QLoggingCategory>

namespace amparo::thin {

using sync::Parcel;
using sync::Trouble;
using sync::Unsent;

namespace {

Q_LOGGING_CATEGORY(lcReconciliation, "amparo.thin")

using Done = std::function<void(const std::variant<Proven, Unsent> &)>;

/// True: a server from before the question.
bool isUnknownQuestion(const Unsent &unsent) { return unsent.status == 404 || unsent.status == 405; }

std::variant<Proven, Unsent> withoutAnswer(const Unsent &unsent)
{
    if (isUnknownQuestion(unsent))
        return Proven();
    return unsent;
}

std::variant<Proven, Unsent> provenBy(const Stored &stored, const exchange::Manifest &manifest,
                                      const QByteArray &serverKey, const QList<Parcel> &parcels)
{
    const QByteArray id = exchange::nameOf(exchange::encode(manifest));
    const auto receipts = exchange::checkedReceipts(stored.receipt, manifest, id, serverKey);
    if (!receipts)
        return Unsent{Trouble::Untrusted, Unsent::Scope::Server, 200};
    Proven proven;
    for (qsizetype i = 0; i < receipts->size(); ++i) {
        // Only what has been sent can be a conflict or refused: the server then keeps what it was sent.
        if (receipts->at(i).verdict == exchange::Verdict::AlreadyStored)
            proven.insert(parcels[i].instanceId,
                          std::get<sync::Accepted>(outcomeOf(receipts->at(i), stored.serverTime)));
    }
    qCInfo(lcReconciliation) << "records that the server has already:" << proven.size();
    return proven;
}

void askForReceipts(ThinClient &client, const Sender &sender, const QByteArray &serverKey,
                    const QList<Parcel> &parcels, const Done &done)
{
    exchange::Manifest manifest{sender.storeId, sender.generation, sender.sequence, {}, {}};
    for (const Parcel &parcel : parcels)
        manifest.entries.append(
            {exchange::instanceHash(parcel.instanceId), exchange::contentHash(itemOf(parcel))});
    client.receipts(exchange::encode(manifest), [=](const Judgement &judgement) {
        if (const auto *stored = std::get_if<Stored>(&judgement))
            done(provenBy(*stored, manifest, serverKey, parcels));
        else if (const auto *unsent = std::get_if<Unsent>(&judgement))
            done(withoutAnswer(*unsent));
        else
            done(Proven());
    });
}

}  // namespace

void reconcile(ThinClient &client, const Sender &sender, const QByteArray &serverKey,
               const QList<Parcel> &parcels, Done done)
{
    QList<QByteArray> hashes;
    for (const Parcel &parcel : parcels)
        hashes.append(exchange::instanceHash(parcel.instanceId));
    client.have(hashes, [=, &client](const std::variant<QList<bool>, Unsent> &result) {
        if (const auto *unsent = std::get_if<Unsent>(&result))
            return done(withoutAnswer(*unsent));
        const QList<bool> &isThere = std::get<QList<bool>>(result);
        QList<Parcel> known;
        for (qsizetype i = 0; i < parcels.size(); ++i) {
            if (isThere[i])
                known.append(parcels[i]);
        }
        if (known.isEmpty())
            return done(Proven());
        askForReceipts(client, sender, serverKey, known, done);
    });
}

}  // namespace amparo::thin
