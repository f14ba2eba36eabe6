#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "record/screening.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>

namespace amparo::store {

class AuditLog;
class Database;

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

/// The screenings of this post, drafts and final ones.
///
/// A writing function is one transaction: after an error nothing has changed, after success it is on disk.
/// Errors: Database's. Thread: the store's.
class ScreeningRepository {
public:
    ScreeningRepository(Database &database, AuditLog &audit, const Clock &clock);  // all borrowed

    /// Begins a draft. Conflict: there is such a screening, or its shift, officer or form version is unknown
    /// here.
    [[nodiscard]] Result<> create(const record::Screening &draft, const QByteArray &answers);

    /// Keeps the draft as it stands: answers, and traveller, language and verdict where they differ from what
    /// is kept. NotFound: no such draft. Conflict: it is final.
    [[nodiscard]] Result<> saveDraft(const record::Screening &draft, const QByteArray &answers);

    /// Drafts, newest first.
    [[nodiscard]] Result<QList<Draft>> drafts() const;

    /// The answers of a draft, as saveDraft() was given them. NotFound, Conflict: it is final.
    [[nodiscard]] Result<QByteArray> answers(ScreeningId id) const;

    /// Forgets a draft and its answers. `reason` is a code. NotFound, Conflict: it is final.
    [[nodiscard]] Result<> discard(ScreeningId id, const QString &reason);

    /// Makes it final: submission, its files, search columns, indicator hits, outbox and audit entry, all or
    /// none. The values are those of `screening`, which needs instance id, verdict and time. NotFound: no
    /// such draft. Conflict: already final, or the instance id is taken. InvalidInput: one is missing.
    [[nodiscard]] Result<> finalise(const record::Screening &screening, const QByteArray &submissionXml,
                                    const SubmissionFiles &files = {});

    [[nodiscard]] Result<std::optional<record::Screening>> find(ScreeningId id) const;

    /// The submission XML of a final screening, byte for byte as it is sent. NotFound: none such, or a draft.
    [[nodiscard]] Result<QByteArray> submission(ScreeningId id) const;

    /// At most `size` screenings, newest first, from where `next` of the page before points.
    [[nodiscard]] Result<ScreeningPage> page(const ScreeningFilter &filter, int size,
                                             std::optional<qint64> next = std::nullopt) const;

    /// Both interviews of one traveller, in the order in which they began.
    [[nodiscard]] Result<QList<record::Screening>> ofEncounter(EncounterId encounter) const;

    /// The final screenings of a shift, or those finalised in [from, to), with their hits, in the order in
    /// which they became final: what a report counts.
    [[nodiscard]] Result<QList<record::Screening>> finalOfShift(ShiftId shift) const;
    [[nodiscard]] Result<QList<record::Screening>> finalBetween(const QDateTime &from,
                                                                const QDateTime &to) const;

private:
    Result<qint64> draftSequence(ScreeningId id) const;
    Result<> insertDraft(const record::Screening &draft, const QByteArray &answers);
    Result<> updateDraft(qint64 sequence, const record::Screening &draft);
    Result<> freeze(qint64 sequence, const record::Screening &screening, const QByteArray &submissionXml,
                    const SubmissionFiles &files);
    Result<> insertFiles(qint64 sequence, const SubmissionFiles &files);
    Result<> insertHits(qint64 sequence, const record::Screening &screening);
    Result<> indexWords(qint64 sequence, const traveller::Traveller &traveller);

    Database &m_database;
    AuditLog &m_audit;
    const Clock &m_clock;
};

}  // namespace amparo::store
