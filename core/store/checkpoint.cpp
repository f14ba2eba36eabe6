#include "store/checkpoint.h"

#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "store/checkpoint_text.h"
#include "store/database.h"
#include "store/station_values.h"

#include <QtEndian>

namespace amparo::store {

namespace {

const QString generationSetting = QStringLiteral("generation");

struct Signer {
    StoreId store;
    GenerationId generation;
    crypto::SecretBytes seed;
};

void addNumber(QByteArray &bytes, qint64 number)
{
    char littleEndian[8];
    qToLittleEndian(number, littleEndian);
    bytes.append(littleEndian, sizeof littleEndian);
}

QString keyText(const crypto::SecretBytes &seed)
{
    return QStringLiteral("key=") +
           QString::fromLatin1(crypto::signingPublicKey(seed).toBase64(QByteArray::Base64UrlEncoding));
}

}  // namespace

QByteArray Checkpoint::message() const
{
    QByteArray bytes("amparo checkpoint 1");
    bytes.append(store.value().toRfc4122()).append(generation.value().toRfc4122());
    addNumber(bytes, point.sequence);
    bytes.append(point.hash);
    addNumber(bytes, at.toMSecsSinceEpoch());
    return bytes;
}

bool Checkpoint::isSignedBy(QByteArrayView publicKey) const
{
    return crypto::isSignedBy(publicKey, message(), signature);
}

Checkpoints::Checkpoints(Database &database, AuditLog &audit, const Clock &clock)
    : m_database(database), m_audit(audit), m_clock(clock)
{}

Result<Checkpoint> Checkpoints::sign() const
{
    const auto signer = m_database.first(
        "SELECT p.store_id, k.generation, k.seed FROM post p, signing_key k WHERE k.seed IS NOT NULL",
        [](const Row &row) {
            return Signer{row.get<StoreId>(0), row.get<GenerationId>(1), row.get<crypto::SecretBytes>(2)};
        });
    if (!signer)
        return tl::make_unexpected(signer.error());
    if (!*signer)
        return failure(ErrorCode::Unavailable, QStringLiteral("this generation has no signing key"));
    return m_audit.head().map([&](const AuditPoint &head) {
        Checkpoint checkpoint{(*signer)->store, (*signer)->generation, head, m_clock.utcNow(), {}};
        checkpoint.signature = crypto::sign(checkpoint.message(), (*signer)->seed);
        return checkpoint;
    });
}

Result<Checkpoint> Checkpoints::keep()
{
    return sign().and_then([&](const Checkpoint &checkpoint) {
        return m_database
            .run("INSERT INTO checkpoint (generation, entry, hash, at, signature) VALUES (?, ?, ?, ?, ?)",
                 checkpoint.generation, checkpoint.point.sequence, checkpoint.point.hash, checkpoint.at,
                 checkpoint.signature)
            .and_then([&](qint64) {
                return m_audit.append(AuditAction::CheckpointMade, checkpoint.generation.toText(),
                                      QStringLiteral("entry=%1").arg(checkpoint.point.sequence));
            })
            .map([&] { return checkpoint; });
    });
}

Result<Checkpoint> Checkpoints::make()
{
    return inTransaction(m_database, [&] { return keep(); });
}

Result<QList<Checkpoint>> Checkpoints::kept() const
{
    return m_database.all("SELECT p.store_id, c.generation, c.entry, c.hash, c.at, c.signature"
                          " FROM checkpoint c, post p ORDER BY c.number",
                          [](const Row &row) {
                              return Checkpoint{row.get<StoreId>(0),
                                                row.get<GenerationId>(1),
                                                {row.get<qint64>(2), row.get<QByteArray>(3)},
                                                row.get<QDateTime>(4),
                                                row.get<QByteArray>(5)};
                          });
}

Result<QByteArray> Checkpoints::stamped(const QByteArray &submissionXml) const
{
    const qsizetype end = submissionXml.lastIndexOf("</");
    if (end < 0)
        return submissionXml;
    return sign().map([&](const Checkpoint &checkpoint) {
        return QByteArray(submissionXml).insert(end, toXml(checkpoint));
    });
}

Result<> Checkpoints::noteWitness(const QByteArray &submissionXml, const QString &instanceId,
                                  const QString &server)
{
    const auto carried = readCarried(submissionXml);
    const auto known = generations();
    if (!known)
        return tl::make_unexpected(known.error());
    if (!carried || !carried->checkpoint)
        return {};  // from before there were checkpoints
    const Checkpoint &checkpoint = *carried->checkpoint;
    for (const Generation &generation : *known) {
        if (generation.id == checkpoint.generation && checkpoint.isSignedBy(generation.publicKey))
            return m_database
                .run("INSERT INTO witness (generation, entry, hash, instance_id, server, at)"
                     " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (generation) DO UPDATE SET entry = "
                     "excluded.entry,"
                     " hash = excluded.hash, instance_id = excluded.instance_id, server = excluded.server,"
                     " at = excluded.at WHERE excluded.entry > entry",
                     checkpoint.generation, checkpoint.point.sequence, checkpoint.point.hash, instanceId,
                     server, m_clock.utcNow())
                .map([](qint64) {});
    }
    return {};
}

Result<QList<Witness>> Checkpoints::witnessed() const
{
    return m_database.all("SELECT w.generation, w.entry, w.hash, w.instance_id, w.server, w.at"
                          " FROM witness w JOIN signing_key k USING (generation) ORDER BY k.first_entry",
                          [](const Row &row) {
                              return Witness{row.get<GenerationId>(0),
                                             {row.get<qint64>(1), row.get<QByteArray>(2)},
                                             row.get<QString>(3),
                                             row.get<QString>(4),
                                             row.get<QDateTime>(5)};
                          });
}

Result<QList<Generation>> Checkpoints::generations() const
{
    return m_database.all(
        "SELECT generation, first_entry, public_key FROM signing_key ORDER BY first_entry",
        [](const Row &row) {
            return Generation{row.get<GenerationId>(0), row.get<qint64>(1), row.get<QByteArray>(2)};
        });
}

Result<> Checkpoints::beginGeneration(AuditAction why, const QString &subject, const QString &detail)
{
    Q_ASSERT(m_database.isInTransaction());
    const GenerationId generation = GenerationId::create();
    const crypto::SecretBytes seed = crypto::randomSecret(crypto::keySize);
    const QString separator = detail.isEmpty() ? QString() : QStringLiteral(" ");
    return StationValues(m_database)
        .set(generationSetting, generation.value().toRfc4122())
        .and_then([&] { return m_audit.append(why, subject, detail + separator + keyText(seed)); })
        .and_then([&] { return m_audit.head(); })
        .and_then([&](const AuditPoint &head) { return giveKey(generation, head.sequence, seed); });
}

Result<> Checkpoints::ensureKey()
{
    const auto known = generations();
    if (!known)
        return tl::make_unexpected(known.error());
    if (!known->isEmpty())
        return {};
    const crypto::SecretBytes seed = crypto::randomSecret(crypto::keySize);
    return inTransaction(m_database, [&] {
        return StationValues(m_database)
            .find(generationSetting)
            .and_then([&](const std::optional<QByteArray> &id) -> Result<> {
                if (!id)
                    return failure(ErrorCode::Corrupt, QStringLiteral("the store has no generation"));
                const GenerationId generation(QUuid::fromRfc4122(*id));
                return m_audit.append(AuditAction::SigningKeyMade, generation.toText(), keyText(seed))
                    .and_then([&] { return giveKey(generation, 1, seed); });
            });
    });
}

Result<> Checkpoints::giveKey(GenerationId generation, qint64 firstEntry, const crypto::SecretBytes &seed)
{
    return m_database.run("UPDATE signing_key SET seed = NULL WHERE seed IS NOT NULL")
        .and_then([&](qint64) {
            return m_database.run(
                "INSERT INTO signing_key (generation, first_entry, public_key, seed) VALUES (?, ?, ?, ?)",
                generation, firstEntry, crypto::signingPublicKey(seed), seed);
        })
        .map([](qint64) {});
}

}  // namespace amparo::store
