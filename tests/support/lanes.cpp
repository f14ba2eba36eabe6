#include "support/lanes.h"

#include "crypto/digest.h"
#include "support/catch.h"
#include "support/test_store.h"

namespace amparo::test {

store::Lane addLane(TestStore &store, const QString &name)
{
    const QByteArray tokenHash = crypto::digest(name.toUtf8());
    store.signIn(store.administrator());
    require(store->lanes().add(name, tokenHash));
    store.signIn(store.lead());
    return *require(store->lanes().findByToken(tokenHash));
}

store::LaneRecord aLaneRecord(const TestStore &store, const QByteArray &xml)
{
    record::Screening screening = decided(store.aDraft());
    screening.encounter = EncounterId::create();
    const store::SubmissionFiles files{{QStringLiteral("a.jpg"), "picture"}};
    return {screening, QStringLiteral("ana"), QStringLiteral("Ana Rojas"), xml, files,
            {},        crypto::digest(xml)};
}

QList<store::Arrival> bring(TestStore &store, const store::Lane &lane, const QByteArray &batch,
                            const QList<std::optional<store::LaneRecord>> &records)
{
    QList<store::Arrival> arrivals;
    require(store->laneRecords().receive(lane.id, {crypto::shortDigest(batch), QByteArray(16, 'g'), 1},
                                         records, [&](const QList<store::Arrival> &each) {
                                             arrivals = each;
                                             return QByteArray("receipt");
                                         }));
    return arrivals;
}

}  // namespace amparo::test
