// Hash of an entry: BLAKE2b-256 over the previous hash (32 zero bytes before the first) and the fields in the
// order of AuditEntry, each as text behind its length in bytes (32 bits, little-endian), so that no two
// entries encode alike.
#include "store/audit_chain.h"

#include "crypto/digest.h"
#include "store/database.h"

#include <QtEndian>

#include <charconv>

namespace amparo::store {

namespace {

constexpr qint64 verifyStep = 10'000;  // entries between two questions whether to go on

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
    using Fault = AuditLog::Fault;
    AuditLog::Verdict verdict{from.sequence, std::nullopt, from.hash};
    Canonical canonical;
    const auto scanned = database.each(
        "SELECT sequence, at, monotonic_ms, actor, role, action, subject, detail, hash FROM audit"
        " WHERE sequence > ? ORDER BY sequence",
        [&](const Row &row) {
            const auto sequence = row.get<qint64>(0);
            if (sequence != verdict.sound + 1)
                verdict.fault = Fault::Missing;
            else if (row.bytes(8) != hashOfRow(canonical, row, verdict.lastHash))
                verdict.fault = Fault::Changed;
            if (verdict.fault) {
                verdict.firstBroken = verdict.sound + 1;
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

}  // namespace amparo::store
