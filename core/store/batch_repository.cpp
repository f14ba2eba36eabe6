#include "store/batch_repository.h"

#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/signature.h"
#include "store/checkpoint_text.h"
#include "store/database.h"
#include "store/station_values.h"

namespace amparo::store {

namespace {

const QString batchSequence = QStringLiteral("batch-sequence");

QByteArray prefixOf(GenerationId generation) { return generation.toText().toLatin1() + ' '; }

QString serverKeyName(const QString &address) { return QStringLiteral("receipt-key ") + address; }

}  // namespace

BatchRepository::BatchRepository(Database &database, AuditLog &audit, const Clock &clock)
    : m_database(database), m_audit(audit), m_clock(clock)
{}

Result<BatchSender> BatchRepository::next()
{
    return inTransaction(m_database, [&]() -> Result<BatchSender> {
        Checkpoints checkpoints(m_database, m_audit, m_clock);
        const auto checkpoint = checkpoints.sign();
        const auto lives = checkpoints.generations();
        if (!checkpoint || !lives)
            return tl::make_unexpected(checkpoint ? lives.error() : checkpoint.error());
        return count(checkpoint->generation).map([&](quint64 sequence) {
            return BatchSender{checkpoint->store, checkpoint->generation, sequence, toXml(*checkpoint),
                               lives->size() == 1};
        });
    });
}

/// Kept with the generation: another one counts from the beginning.
Result<quint64> BatchRepository::lastGiven(GenerationId generation) const
{
    const QByteArray prefix = prefixOf(generation);
    return StationValues(m_database).find(batchSequence).map([&](const std::optional<QByteArray> &kept) {
        return kept && kept->startsWith(prefix) ? kept->mid(prefix.size()).toULongLong() : 0;
    });
}

Result<quint64> BatchRepository::count(GenerationId generation)
{
    return lastGiven(generation).and_then([&](quint64 last) {
        return StationValues(m_database)
            .set(batchSequence, prefixOf(generation) + QByteArray::number(last + 1))
            .map([&] { return last + 1; });
    });
}

Result<std::optional<QByteArray>> BatchRepository::serverKey(const QString &address) const
{
    return StationValues(m_database).find(serverKeyName(address));
}

Result<> BatchRepository::keepServerKey(const QString &address, const QByteArray &publicKey)
{
    return inTransaction(m_database, [&]() -> Result<> {
        return serverKey(address).and_then([&](const std::optional<QByteArray> &kept) -> Result<> {
            if (kept == publicKey)
                return {};
            if (kept)
                return failure(ErrorCode::Conflict,
                               QStringLiteral("the server has shown another key before"));
            return StationValues(m_database).set(serverKeyName(address), publicKey).and_then([&] {
                return m_audit.append(AuditAction::PolicySet, QString(), QStringLiteral("receipt-key"));
            });
        });
    });
}

Result<QByteArray> BatchRepository::sealingKey()
{
    return inTransaction(m_database, [&]() -> Result<QByteArray> {
        const auto kept = m_database.first("SELECT public_key FROM sealing_key",
                                           [](const Row &row) { return row.get<QByteArray>(0); });
        if (!kept)
            return tl::make_unexpected(kept.error());
        if (*kept)
            return **kept;
        const crypto::SecretBytes seed = crypto::randomSecret(crypto::keySize);
        const QByteArray publicKey = crypto::signingPublicKey(seed);
        return m_database
            .run("INSERT INTO sealing_key (number, public_key, seed) VALUES (1, ?, ?)", publicKey, seed)
            .and_then([&](qint64) {
                return m_audit.append(AuditAction::PolicySet, QString(), QStringLiteral("sealing-key"));
            })
            .map([&] { return publicKey; });
    });
}

Result<crypto::SecretBytes> BatchRepository::sealingSeed() const
{
    auto seed = m_database.first("SELECT seed FROM sealing_key",
                                 [](const Row &row) { return row.get<crypto::SecretBytes>(0); });
    if (!seed)
        return tl::make_unexpected(seed.error());
    if (!*seed)
        return failure(ErrorCode::NotFound, QStringLiteral("the post has no key to seal with"));
    return std::move(**seed);
}

}  // namespace amparo::store
