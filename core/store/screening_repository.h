#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "record/link.h"
#include "record/screening.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QSet>

#include <optional>

namespace amparo::store {

class Access;
class AuditLog;
class Database;
class Statement;
struct Placed;
class EncounterIndex;

/// Files that go with a record, by the name that its XML gives them.
using SubmissionFiles = QMap<QString, QByteArray>;

/// Which screenings a list shows.
struct ScreeningFilter {
    QString text;  ///< words, each the beginning of a name or of the document number; empty: all
    std::optional<ShiftId> shift;
    std::optional<record::State> state;
    std::optional<record::Decision> decision;

    bool operator==(const ScreeningFilter &) const = default;
};

/// A stretch of a list, newest first.
struct ScreeningPage {
    QList<record::Screening> screenings;
    std::optional<qint64> next;  ///< hand to page() for what follows; nullopt: nothing does
};

/// A draft to be offered again, with the time of its last answer.
struct Draft {
    record::Screening screening;
    QDateTime savedAt;  ///< UTC
};

/// The screenings of this post, drafts and final ones, as far as Access opens them to the one who acts: what
/// is beyond that does not seem to exist. Records that are read and lists that are shown are logged.
///
/// A writing function is one transaction: after an error nothing has changed, after success it is on disk.
/// Errors: Database's; Denied: not for this role, or a colleague's draft. Thread: the store's.
class ScreeningRepository {
public:
    ScreeningRepository(Database &database, EncounterIndex &encounters, AuditLog &audit, const Access &access,
                        const Clock &clock);  // all borrowed

    /// Begins a draft of the one who acts; a second interview takes its traveller over from whoever held the
    /// first. DiskFull: room is critical, see DiskRoom. Conflict: there is such a screening, or its shift or
    /// form version is unknown here.
    [[nodiscard]] Result<> create(const record::Screening &draft, const QByteArray &answers);

    /// Keeps the draft as it stands: answers, and traveller, language and verdict where they differ from what
    /// is kept. NotFound: no such draft. Conflict: it is final.
    [[nodiscard]] Result<> saveDraft(const record::Screening &draft, const QByteArray &answers);

    /// Drafts, newest first.
    [[nodiscard]] Result<QList<Draft>> drafts();

    /// How many drafts there are, whoever began them.
    [[nodiscard]] Result<int> draftCount() const;

    /// The answers of a draft, as saveDraft() was given them. NotFound, Conflict: it is final.
    [[nodiscard]] Result<QByteArray> answers(ScreeningId id);

    /// Forgets a draft of the one who acts, and its answers. The audit log keeps why, and how many `signs`
    /// (indicators that fired) were noted in it: nobody makes a finding disappear unseen. NotFound. Denied:
    /// another's. Conflict: it is final.
    [[nodiscard]] Result<> discard(ScreeningId id, record::DiscardReason reason, int signs);

    /// Makes it final: submission, its files, search columns, indicator hits, keys for later encounters,
    /// outbox and audit entry, all or none. The submission also gets the head of the audit log
    /// (Checkpoints::stamped()), and is then frozen. The values are those of `screening`, which needs
    /// instance id, verdict and time; of `links` only keyed hashes are kept. NotFound: no such draft.
    /// Conflict: already final, or the instance id is taken. InvalidInput: one is missing.
    [[nodiscard]] Result<> finalise(const record::Screening &screening, const QByteArray &submissionXml,
                                    const SubmissionFiles &files = {}, const QList<record::Link> &links = {});

    /// A record that another workstation of the post made final (LaneRecordRepository), its bytes as they
    /// came; answers its sequence. Shift, officer and form are here. Part of a transaction.
    [[nodiscard]] Result<qint64> takeIn(const record::Screening &screening, const QByteArray &submissionXml,
                                        const SubmissionFiles &files, const QList<record::Link> &links);

    [[nodiscard]] Result<std::optional<record::Screening>> find(ScreeningId id);

    /// The submission XML of a final screening, byte for byte as it is sent. NotFound: none such, or a draft.
    [[nodiscard]] Result<QByteArray> submission(ScreeningId id);

    /// At most `size` screenings, newest first, from where `next` of the page before points.
    [[nodiscard]] Result<ScreeningPage> page(const ScreeningFilter &filter, int size,
                                             std::optional<qint64> next = std::nullopt);

    /// Tells the audit log that somebody looks for these words, which it keeps as a keyed hash.
    [[nodiscard]] Result<> noteSearch(const QString &text);

    /// Both interviews of one traveller, in the order in which they began.
    [[nodiscard]] Result<QList<record::Screening>> ofEncounter(EncounterId encounter);

    /// First interviews of the open shift that were sent on and that nobody has taken over, oldest first.
    [[nodiscard]] Result<QList<record::Screening>> waitingForSecondLine();

    /// The final screenings of a shift, or those finalised in [from, to), with their hits, in the order in
    /// which they became final: what a report counts. Names and reasons are left out; a document number reads
    /// "*".
    [[nodiscard]] Result<QList<record::Screening>> finalOfShift(ShiftId shift) const;
    [[nodiscard]] Result<QList<record::Screening>> finalBetween(const QDateTime &from,
                                                                const QDateTime &to) const;

private:
    struct Listing {
        ScreeningFilter filter;
        std::optional<qint64> next;

        bool operator==(const Listing &) const = default;
    };

    template <class Bind> Result<QList<Placed>> readable(const QByteArray &rest, Bind bind) const;
    template <class... Values>
    Result<QList<record::Screening>> counted(const char *condition, const Values &...values) const;
    Result<> noteReading(const record::Screening &screening);
    Result<> noteListing(const ScreeningFilter &filter, std::optional<qint64> next, qsizetype rows);
    Result<> noteList(qsizetype rows);
    Result<> noteNames(QSet<ScreeningId> &shown, const QList<Placed> &list);

    Result<qint64> ownDraft(ScreeningId id) const;
    Result<> noteTakingOver(const record::Screening &draft);
    Result<qint64> insertRow(const record::Screening &draft);
    Result<> insertDraft(const record::Screening &draft, const QByteArray &answers);
    Result<> updateDraft(qint64 sequence, const record::Screening &draft);
    Result<> freeze(qint64 sequence, const record::Screening &screening, const QByteArray &submissionXml,
                    const SubmissionFiles &files, const QList<record::Link> &links);
    Result<> insertFiles(qint64 sequence, const SubmissionFiles &files);
    Result<> insertHits(qint64 sequence, const record::Screening &screening);
    Result<> indexWords(qint64 sequence, const traveller::Traveller &traveller);

    Database &m_database;
    EncounterIndex &m_encounters;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
    ScreeningId m_lastRead;
    std::optional<Listing> m_lastListing;
    QSet<ScreeningId> m_shownDrafts;   ///< whose names the list of drafts last showed
    QSet<ScreeningId> m_shownWaiting;  ///< likewise, of those who wait for the second line
};

}  // namespace amparo::store
