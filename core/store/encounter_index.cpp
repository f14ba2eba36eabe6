// A hash is BLAKE2b over what is hashed and its parts, each as text behind its length in bytes (32 bits,
// little-endian), cut to 16 bytes: among a million records two of 2^128 values do not meet by chance. The
// documents of travellers, companions and minors share one name, so that a child's own record and an adult's
// are compared.
#include "store/encounter_index.h"

#include "crypto/digest.h"
#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/subkey.h"
#include "store/database.h"
#include "store/search_words.h"
#include "store/station_values.h"
#include "store/traveller_columns.h"
#include "traveller/phonetic_key.h"

#include <QtEndian>

#include <utility>

namespace amparo::store {

namespace {

const QString keyName = QStringLiteral("encounter-index-key");
const QString earlierName =
    QStringLiteral("encounter-index-earlier");  // sequence added last, or `wholeIndex`
const QByteArray wholeIndex = "complete";
const QByteArrayView keyContext("amparo encounter index");

const QString documentName = QStringLiteral("document");
constexpr qsizetype mostWords = 4;  // of a surname or given name; more of them make keys and no difference

crypto::SealedKey fromSetting(const QByteArray &bytes)
{
    constexpr qsizetype nonceSize = 24;
    return {bytes.left(nonceSize), bytes.mid(nonceSize)};
}

QByteArray toSetting(const crypto::SealedKey &sealed) { return sealed.nonce + sealed.sealed; }

Result<> keepSealed(Database &database, const crypto::SecretBytes &indexKey,
                    const crypto::SecretBytes &storeKey)
{
    const auto under = crypto::subkey(storeKey, crypto::Purpose::BlindIndex);
    return StationValues(database).set(keyName, toSetting(crypto::sealKey(indexKey, under, keyContext)));
}

/// Each surname with each given name; where there is but one of the two, its words with each other.
QList<QStringList> namePairs(const traveller::Traveller &traveller)
{
    QStringList left = traveller::phoneticWords(traveller.surname).mid(0, mostWords);
    QStringList right = traveller::phoneticWords(traveller.givenNames).mid(0, mostWords);
    if (left.isEmpty())
        std::swap(left, right);
    const bool isOneName = right.isEmpty();
    QList<QStringList> pairs;
    if (isOneName && left.size() == 1)
        pairs.append({left.first(), QString()});
    for (qsizetype i = 0; i < left.size(); ++i) {
        const QStringList others = isOneName ? left.mid(i + 1) : right;
        for (const QString &other : others) {
            QStringList pair{left[i], other};
            pair.sort();
            if (!pairs.contains(pair))
                pairs.append(pair);
        }
    }
    return pairs;
}

struct Earlier {
    qint64 sequence = 0;
    traveller::Traveller traveller;
};

}  // namespace

EncounterIndex::Kind EncounterIndex::kindOf(record::LinkKind kind)
{
    switch (kind) {
    case record::LinkKind::Phone:
        return Kind::Phone;
    case record::LinkKind::Address:
        return Kind::Address;
    case record::LinkKind::Employer:
        return Kind::Employer;
    case record::LinkKind::Vehicle:
        return Kind::Vehicle;
    case record::LinkKind::Companion:
        return Kind::Companion;
    case record::LinkKind::Minor:
        return Kind::Minor;
    }
    Q_UNREACHABLE();
}

EncounterIndex::EncounterIndex(Database &database, const crypto::SecretBytes &storeKey, QString country)
    : m_database(database), m_storeKey(storeKey), m_country(std::move(country))
{}

Result<> EncounterIndex::open()
{
    return readKey().and_then([&](bool isRead) { return isRead ? Result<>() : begin(); });
}

Result<bool> EncounterIndex::readKey()
{
    return StationValues(m_database).find(keyName).map([&](const std::optional<QByteArray> &kept) {
        if (!kept)
            return false;
        auto key = crypto::openKey(fromSetting(*kept),
                                   crypto::subkey(m_storeKey, crypto::Purpose::BlindIndex), keyContext);
        if (key)
            m_key = std::move(*key);
        return key.has_value();
    });
}

Result<> EncounterIndex::begin()
{
    m_key = crypto::randomSecret(crypto::keySize);
    const auto hasRecords =
        m_database.value<bool>("SELECT EXISTS (SELECT 1 FROM screening WHERE finalised_at IS NOT NULL)");
    if (!hasRecords)
        return tl::make_unexpected(hasRecords.error());
    return keepSealed(m_database, m_key, m_storeKey)
        .and_then([&] { return m_database.run("DELETE FROM encounter_key"); })
        .and_then([&](qint64) {
            return StationValues(m_database).set(earlierName, *hasRecords ? QByteArray("0") : wholeIndex);
        });
}

Result<> EncounterIndex::sealInto(Database &copy, const crypto::SecretBytes &key) const
{
    return keepSealed(copy, m_key, key);
}

Result<> EncounterIndex::add(qint64 sequence, const traveller::Traveller &traveller,
                             const QList<record::Link> &links)
{
    QList<std::pair<Kind, QByteArray>> keys;
    if (const auto document = documentKey(traveller.documentNumber, traveller.issuingState))
        keys.append({Kind::Document, *document});
    for (const QByteArray &name : nameKeys(traveller))
        keys.append({Kind::Name, name});
    for (const record::Link &link : links) {
        if (const auto value = linkKey(link))
            keys.append({kindOf(link.kind), *value});
    }
    for (const auto &[kind, value] : std::as_const(keys)) {
        if (const auto inserted = insert(sequence, kind, value); !inserted)
            return inserted;
    }
    return {};
}

Result<> EncounterIndex::insert(qint64 sequence, Kind kind, const QByteArray &value)
{
    return m_database
        .run("INSERT OR IGNORE INTO encounter_key (value, kind, sequence) VALUES (?, ?, ?)", value, int(kind),
             sequence)
        .map([](qint64) {});
}

Result<bool> EncounterIndex::addEarlier(int limit)
{
    const auto reached = StationValues(m_database).find(earlierName);
    if (!reached)
        return tl::make_unexpected(reached.error());
    if (*reached == wholeIndex)
        return true;
    return inTransaction(m_database, [&]() -> Result<bool> {
        const auto earlier = m_database.all(
            "SELECT " AMPARO_TRAVELLER_COLUMNS ", s.sequence FROM screening s"
            " WHERE s.sequence > ? AND s.finalised_at IS NOT NULL ORDER BY s.sequence LIMIT ?",
            [](const Row &row) {
                return Earlier{row.get<qint64>(travellerColumnCount), readTraveller(row, 0)};
            },
            reached->value_or(QByteArray()).toLongLong(), limit);
        if (!earlier)
            return tl::make_unexpected(earlier.error());
        for (const Earlier &screening : *earlier) {
            if (const auto added = add(screening.sequence, screening.traveller, {}); !added)
                return tl::make_unexpected(added.error());
        }
        const bool isLast = earlier->size() < limit;
        return StationValues(m_database)
            .set(earlierName, isLast ? wholeIndex : QByteArray::number(earlier->last().sequence))
            .map([&] { return isLast; });
    });
}

Result<bool> EncounterIndex::isComplete() const
{
    return StationValues(m_database).find(earlierName).map([](const std::optional<QByteArray> &reached) {
        return reached == wholeIndex;
    });
}

std::optional<QByteArray> EncounterIndex::documentKey(const QString &number, const QString &state) const
{
    const QString normalised = record::normalisedDocumentNumber(number);
    if (normalised.isEmpty())
        return std::nullopt;
    return hash(documentName, {normalised, state.trimmed().toUpper()});
}

std::optional<QByteArray> EncounterIndex::linkKey(const record::Link &link) const
{
    if (link.kind == record::LinkKind::Companion || link.kind == record::LinkKind::Minor)
        return documentKey(link.value, link.state);
    const QString normalised = record::normalised(link, m_country);
    if (normalised.isEmpty())
        return std::nullopt;
    return hash(record::linkKindName(link.kind), {normalised});
}

QList<QByteArray> EncounterIndex::nameKeys(const traveller::Traveller &traveller) const
{
    QList<QByteArray> keys;
    if (!traveller.birthDate)
        return keys;
    for (const QStringList &pair : namePairs(traveller))
        keys.append(
            hash(QStringLiteral("name"), pair + QStringList{traveller.birthDate->toString(Qt::ISODate)}));
    return keys;
}

std::optional<QByteArray> EncounterIndex::searchKey(const QString &terms) const
{
    if (m_key.isEmpty())
        return std::nullopt;
    QStringList words = searchWords(terms);
    words.sort();
    return hash(QStringLiteral("search"), words);
}

QByteArray EncounterIndex::hash(const QString &what, const QStringList &parts) const
{
    constexpr qsizetype keptSize = 16;
    Q_ASSERT(!m_key.isEmpty());
    QByteArray content;
    const auto append = [&](const QByteArray &utf8) {
        QByteArray length(4, '\0');
        qToLittleEndian(quint32(utf8.size()), length.data());
        content += length + utf8;
    };
    append(what.toUtf8());
    for (const QString &part : parts)
        append(part.toUtf8());
    return crypto::keyedDigest(m_key, content).first(keptSize);
}

}  // namespace amparo::store
