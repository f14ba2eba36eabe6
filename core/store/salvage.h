#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "crypto/passphrase.h"
#include "form/form_source.h"
#include "record/post.h"
#include "store/table_rescue.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace amparo::store {

/// A record of which something is lost. Ids only.
struct DamagedRecord {
    enum class Part {
        Row,         ///< the row of the list; where the submission is there, it was restored from that
        Submission,  ///< what goes to the server
        Outbox,      ///< how far it has come; it waits again, and the server takes it once
        Answers,     ///< those of a draft
    };

    qint64 number = 0;                ///< its place in the list
    std::optional<ScreeningId> id;    ///< nullopt: not known any more
    QList<Part> lost;
    bool isRestored = false;          ///< all that goes to the server is there

    bool operator==(const DamagedRecord &) const = default;
};

QString damagedPartName(DamagedRecord::Part part);  ///< "row", "submission", "outbox", "answers"

/// What could be saved and what not. No personal data.
struct SalvageReport {
    QDateTime at;                 ///< UTC
    qint64 pages = 0;             ///< of the damaged file
    QList<qint64> damagedPages;   ///< those whose seal does not verify; they count from 1
    QList<RescuedTable> tables;
    qint64 wholeRecords = 0;      ///< final ones with all their parts
    qint64 wholeDrafts = 0;
    QList<DamagedRecord> damagedRecords;
    bool isPostAssumed = false;   ///< its row was lost, and the one given stands for it
    QStringList assumedOfficers;  ///< ids: known from keys or records alone, with the least rights
    QStringList assumedShifts;    ///< ids: known from their records alone
    QStringList lostForms;        ///< "id version": to be installed again
    qint64 orphans = 0;           ///< rows left out because what they belong to is lost

    bool isWhole() const;  ///< nothing is lost
};

struct SalvageRequest {
    QString damaged;   ///< folder of the damaged store, which stays as it is
    QString into;      ///< folder of the new one; holds no store
    QString loginName;
    std::optional<record::Post> post;  ///< where the store has lost its own
    QList<form::FormPackage> forms;    ///< for those that the store has lost
};

/// Makes a new store of what can be read of a damaged one: the same officers, keys and records, another
/// generation.
///
/// Row by row around what does not verify. Nothing is invented: what is assumed so that a record may stand is
/// named in the report. After an error there is no new store.
///
/// Errors: those of Store::open(); Denied (name, passphrase, or not an administrator), Conflict (`into` holds
/// a store), InvalidInput (the post's row is lost and none is given), Corrupt (nothing can be read: the first
/// page or the key file is lost). Takes minutes for a large store. Thread: any.
[[nodiscard]] Result<SalvageReport> salvageStore(const SalvageRequest &request,
                                                 const crypto::Passphrase &passphrase, const Clock &clock);

}  // namespace amparo::store
