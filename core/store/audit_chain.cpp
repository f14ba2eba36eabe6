// Hash of an entry: BLAKE2b-256 over the previous hash (32 zero bytes before the first) and the fields in the
// order of AuditEntry, each as text behind its length in bytes (32 bits, little-endian), so that no two
// entries encode alike.
#include "store/audit_chain.h"

#include "crypto/digest.h"
#include "store/database.h"

#include <QStringList>
#include <QtEndian>

#include <charconv>
#include <utility>

namespace amparo::store {

namespace {

constexpr qint64 verifyStep = 10'000;  // entries between two questions whether to go on
constexpr qsizetype sealSize = 16;
constexpr QByteArray::Base64Options sealEncoding =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;
const QString lostPrefix = QStringLiteral("log-lost=");

/// The canonical bytes of an entry, gathered in one buffer that is used again and again: a million of them
/// are hashed in seconds.
class Canonical {
public:
    void begin(QByteArrayView previousHash)
    {
        m_bytes.resize(0);
        m_bytes.append(previousHash);
    }

    void add(QByteArrayView utf8)
    {
        char length[4];
        qToLittleEndian(quint32(utf8.size()), length);
        m_bytes.append(length, sizeof length).append(utf8);
    }

    void add(qint64 number)
    {
        char digits[24];
        const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), number);
        Q_ASSERT(error == std::errc());
        add(QByteArrayView(std::begin(digits), end));
    }

    /// 16 bytes as 8-4-4-4-12 hexadecimal digits.
    void addId(QByteArrayView id)
    {
        static constexpr char hexDigits[] = "0123456789abcdef";
        char text[36];
        char *to = text;
        for (qsizetype i = 0; i < 16; ++i) {
            if (i == 4 || i == 6 || i == 8 || i == 10)
                *to++ = '-';
            *to++ = hexDigits[quint8(id[i]) >> 4];
            *to++ = hexDigits[quint8(id[i]) & 15];
        }
        add(QByteArrayView(text, sizeof text));
    }

    QByteArray hash() const { return crypto::digest(m_bytes); }

private:
    QByteArray m_bytes;
};

/// The same of a row as it is stored: the store keeps times as they are hashed, and nothing is parsed.
QByteArray hashOfRow(Canonical &canonical, const Row &row, QByteArrayView previousHash)
{
    const QByteArrayView actor = row.bytes(3);
    if (actor.size() != 16) {
        row.markMalformed();
        return {};
    }
    canonical.begin(previousHash);
    canonical.add(row.get<qint64>(0));
    canonical.add(row.bytes(1));
    canonical.add(row.get<qint64>(2));
    canonical.addId(actor);
    for (int column = 4; column <= 7; ++column)
        canonical.add(row.bytes(column));
    return canonical.hash();
}

/// In the place of the hash that an entry after a gap can be held against no more.
QByteArray sealOf(Canonical &canonical, const Row &row)
{
    return hashOfRow(canonical, row, AuditPoint().hash).first(sealSize);
}

/// Recomputes the chain after `from` to its end, or to the first entry that does not fit; the first one
/// follows `gap`, where there is one.
Result<AuditLog::Verdict> follow(Database &database, const AuditPoint &from, const AuditGap *gap,
                                 const AuditLog::GoOn &goOn)
{
    using Fault = AuditLog::Fault;
    AuditLog::Verdict verdict{from.sequence, std::nullopt, from.hash};
    Canonical canonical;
    const auto scanned = database.each(
        "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, hash FROM audit"
        " WHERE sequence > ? ORDER BY sequence",
        [&](const Row &row) {
            const auto sequence = row.get<qint64>(0);
            const AuditGap *before = std::exchange(gap, nullptr);
            const qint64 expected = (before != nullptr ? before->last : verdict.sound) + 1;
            const bool fits = before != nullptr ? sealOf(canonical, row) == before->seal
                                                : row.bytes(8) == hashOfRow(canonical, row, verdict.lastHash);
            if (sequence != expected || !fits) {
                verdict.fault = sequence != expected ? Fault::Missing : Fault::Changed;
                verdict.firstBroken = expected;
                return false;
            }
            verdict.sound = sequence;
            verdict.lastHash = row.bytes(8).toByteArray();
            verdict.isComplete = !goOn || sequence % verifyStep != 0 || goOn(sequence);
            return verdict.isComplete;
        },
        from.sequence);
    return scanned.map([&] { return verdict; });
}

QList<AuditGap> gapsFromDetail(const QString &detail)
{
    QList<AuditGap> gaps;
    for (const QString &word : detail.split(u' ')) {
        if (!word.startsWith(lostPrefix))
            continue;
        for (const QString &part : word.mid(lostPrefix.size()).split(u','))
            gaps.append({part.section(u'-', 0, 0).toLongLong(),
                         part.section(u'-', 1).section(u':', 0, 0).toLongLong(),
                         QByteArray::fromBase64(part.section(u':', 1).toLatin1(), sealEncoding)});
    }
    return gaps;
}

}  // namespace

QByteArray entryHash(const AuditEntry &entry, const QByteArray &previousHash)
{
    Canonical canonical;
    canonical.begin(previousHash);
    canonical.add(entry.sequence);
    canonical.add(entry.at.toUTC().toString(Qt::ISODateWithMs).toUtf8());
    canonical.add(qint64(entry.monotonic.count()));
    canonical.addId(entry.actor.value().toRfc4122());
    canonical.add(record::roleName(entry.role).toUtf8());
    canonical.add(auditActionName(entry.action).toUtf8());
    canonical.add(entry.subject.toUtf8());
    canonical.add(entry.detail.toUtf8());
    return canonical.hash();
}

Result<AuditLog::Verdict> verifyChain(Database &database, const AuditPoint &from, const AuditLog::GoOn &goOn)
{
    auto verdict = follow(database, from, nullptr, goOn);
    if (!verdict || verdict->fault != AuditLog::Fault::Missing)
        return verdict;
    const auto known = knownGaps(database);
    if (!known)
        return tl::make_unexpected(known.error());
    for (const AuditGap &gap : known->list) {
        if (verdict && verdict->fault == AuditLog::Fault::Missing && verdict->firstBroken == gap.first)
            verdict = follow(database, verdict->point(), &gap, goOn);
    }
    return verdict;
}

Result<QList<AuditGap>> findGaps(Database &database)
{
    Canonical canonical;
    return database.all(
        "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, before FROM"
        " (SELECT *, lag(sequence, 1, 0) OVER (ORDER BY sequence) AS before FROM audit)"
        " WHERE before <> sequence - 1 ORDER BY sequence",
        [&](const Row &row) {
            return AuditGap{row.get<qint64>(8) + 1, row.get<qint64>(0) - 1, sealOf(canonical, row)};
        });
}

Result<KnownGaps> knownGaps(Database &database)
{
    return database
        .first("SELECT sequence, detail FROM audit WHERE action = 'store-salvaged' ORDER BY sequence DESC "
               "LIMIT 1",
               [](const Row &row) {
                   return KnownGaps{row.get<qint64>(0), gapsFromDetail(row.get<QString>(1))};
               })
        .map([](const std::optional<KnownGaps> &found) { return found.value_or(KnownGaps()); });
}

QString gapsToDetail(const QList<AuditGap> &gaps)
{
    QStringList parts;
    for (const AuditGap &gap : gaps)
        parts.append(QStringLiteral("%1-%2:%3")
                         .arg(gap.first)
                         .arg(gap.last)
                         .arg(QString::fromLatin1(gap.seal.toBase64(sealEncoding))));
    return parts.isEmpty() ? QString() : lostPrefix + parts.join(u',');
}

}  // namespace amparo::store
