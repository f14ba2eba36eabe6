#pragma once

#include "base/result.h"
#include "crypto/secret.h"
#include "record/link.h"
#include "traveller/traveller.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace amparo::store {

class Database;

/// By what screenings of one person, and records with something in common, find each other: keyed hashes
/// (BLAKE2b, 16 bytes) of the document's number and State, of name and birth date, of phones and the like.
///
/// The index key is random and kept sealed under the store's sub-key for blind indexes. So the table alone
/// tells nothing, nor does the whole database without the store key; and a change of the store key seals it
/// anew instead of reckoning a million hashes again. Where it cannot be opened (a store saved from damage
/// under another key), the index begins anew from the records; links are then known from that day on.
///
/// A name is indexed by each pair of one surname and one given name, by sound, with the birth date: whoever
/// has two of each is found again with fewer or in another order. The birth date counts as it stands; that
/// day and month were exchanged is asked when looking up (nameKeys of the other day) and costs no rows.
///
/// Errors: Database's. Thread: the store's.
class EncounterIndex {
public:
    /// The numbers are part of what is stored.
    enum class Kind { Document = 1, Name, Phone, Address, Employer, Vehicle, Companion, Minor };
    static Kind kindOf(record::LinkKind kind);

    /// Both are borrowed; the key may change meanwhile, and with it comes resealInto(). `country`: the
    /// post's.
    EncounterIndex(Database &database, const crypto::SecretBytes &storeKey, QString country);

    /// Reads the index key, or makes one. In a transaction; before anything else.
    [[nodiscard]] Result<> open();

    /// The same for a store that is only read: makes none. False: it is lost, and with it searchKey().
    [[nodiscard]] Result<bool> readKey();

    /// Seals the index key for a copy of the store under another key. In the copy's transaction, or none.
    [[nodiscard]] Result<> sealInto(Database &copy, const crypto::SecretBytes &key) const;

    /// Adds a final screening, in the transaction that makes it final.
    [[nodiscard]] Result<> add(qint64 sequence, const traveller::Traveller &traveller,
                               const QList<record::Link> &links);

    /// Adds at most so many of the final screenings that are older than the index. True: that was the last.
    [[nodiscard]] Result<bool> addEarlier(int limit);
    [[nodiscard]] Result<bool> isComplete() const;

    /// nullopt: there is nothing to compare by.
    std::optional<QByteArray> documentKey(const QString &number, const QString &state) const;
    std::optional<QByteArray> linkKey(const record::Link &link) const;
    QList<QByteArray> nameKeys(const traveller::Traveller &traveller) const;

    /// For the audit log: tells that two searches were for the same words, and nothing else. nullopt: there
    /// is no index key.
    std::optional<QByteArray> searchKey(const QString &terms) const;

private:
    QByteArray hash(const QString &what, const QStringList &parts) const;
    Result<> insert(qint64 sequence, Kind kind, const QByteArray &value);
    Result<> begin();

    Database &m_database;
    const crypto::SecretBytes &m_storeKey;
    QString m_country;
    crypto::SecretBytes m_key;
};

}  // namespace amparo::store
