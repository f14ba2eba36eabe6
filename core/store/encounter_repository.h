#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "record/encounter.h"
#include "record/officer.h"
#include "record/post.h"

#include <QMap>
#include <QSet>

#include <chrono>

namespace amparo::store {

class Access;
class AuditLog;
class Database;
class EncounterIndex;

/// Look-ups that an officer may make, beginning anew after `window`.
struct LookUpLimit {
    int lookUps = 60;
    std::chrono::minutes window{10};
};

/// Earlier encounters with the traveller of a screening in progress, and what it has in common with records
/// of other people.
///
/// There is no search by document or name: who asks needs a draft of his own about that traveller. Each
/// look-up counts towards the officer's limit, which the store keeps, and stands in the audit log with what
/// it was about in kinds and counts. Errors: Database's. Thread: the store's.
class EncounterRepository {
public:
    /// All are borrowed; `post` is this store's.
    EncounterRepository(Database &database, EncounterIndex &index, AuditLog &audit, const Access &access,
                        const Clock &clock, const record::Post &post);

    /// What is known of the traveller of `draft`, as the store has it, and of these answers of its form.
    /// Shared answers are those of a year. NotFound: no such draft. Conflict: it is final. Denied: somebody
    /// else's draft, or not for this role.
    [[nodiscard]] Result<record::EncounterReport> lookUp(ScreeningId draft, const QList<record::Link> &links,
                                                         const LookUpLimit &limit = {});

private:
    struct Subject;
    using Matches = QMap<qint64, record::EncounterMatch>;  // by sequence

    Result<Subject> subjectOf(ScreeningId draft) const;
    Result<std::optional<std::chrono::seconds>> spend(const LookUpLimit &limit, ScreeningId draft);
    Result<record::EncounterReport> search(const Subject &subject, const QList<record::Link> &links) const;
    Result<Matches> samePerson(const Subject &subject) const;
    Result<QList<qint64>> sameName(const traveller::Traveller &traveller) const;
    Result<QList<record::EarlierEncounter>> earlier(const Subject &subject, const Matches &matches) const;
    Result<QList<record::SharedAnswer>> shared(const Subject &subject, const QList<record::Link> &links,
                                               const Matches &samePerson) const;
    Result<std::optional<record::SharedAnswer>> sharedBy(const Subject &subject, record::LinkKind kind,
                                                         const QByteArray &key,
                                                         const Matches &samePerson) const;
    Result<std::optional<record::SharedAnswer>> children(const Subject &subject, const QByteArray &adult,
                                                         record::LinkKind kind, QSet<QByteArray> known) const;
    QDateTime sharedFrom() const;

    Database &m_database;
    EncounterIndex &m_index;
    AuditLog &m_audit;
    const Access &m_access;
    const Clock &m_clock;
    const record::Post &m_post;
};

}  // namespace amparo::store
