// A screening is one row that changes while it is a draft and never again; what grows with it stands in
// tables of its own (answers, submission, hits, words). Where a final record is on its way is the outbox's
// business, so its state is read from there.
#include "store/screening_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/checkpoint.h"
#include "store/database.h"
#include "store/encounter_index.h"
#include "store/outbox_repository.h"
#include "store/screening_columns.h"
#include "store/search_words.h"

#include <limits>
#include <utility>

namespace amparo::store {

namespace {

using record::Screening;

/// Higher goes first over a thin link: a person in danger before figures.
int priorityOf(record::Decision decision)
{
    switch (decision) {
    case record::Decision::Clear:
        return 0;
    case record::Decision::SecondLine:
        return 1;
    case record::Decision::UrgentProtection:
        return OutboxRepository::urgentPriority;
    }
    Q_UNREACHABLE();
}

std::optional<QString> decisionText(const Screening &screening)
{
    return screening.verdict ? std::optional(record::decisionName(screening.verdict->decision))
                             : std::nullopt;
}

QString reasonText(const Screening &screening)
{
    return screening.verdict ? screening.verdict->reason : QString();
}

}  // namespace

ScreeningRepository::ScreeningRepository(Database &database, EncounterIndex &encounters, AuditLog &audit,
                                         const Access &access, const Clock &clock)
    : m_database(database), m_encounters(encounters), m_audit(audit), m_access(access), m_clock(clock)
{}

Result<> ScreeningRepository::create(const Screening &draft, const QByteArray &answers)
{
    if (const auto allowed = m_access.check(record::Permission::Screen); !allowed)
        return allowed;
    if (draft.officer != m_access.actor().id)
        return failure(ErrorCode::Denied, QStringLiteral("a draft belongs to who begins it"));
    if (m_database.reserve() && m_database.reserve()->room() == DiskRoom::Critical)
        return failure(ErrorCode::DiskFull, QStringLiteral("no new drafts: the disk is nearly full"));
    return inTransaction(m_database, [&] {
        return insertDraft(draft, answers).and_then([&] { return noteTakingOver(draft); });
    });
}

Result<> ScreeningRepository::noteTakingOver(const Screening &draft)
{
    if (draft.line != record::Line::Second)
        return {};
    const auto before = m_database.first(
        "SELECT officer FROM screening WHERE encounter = ? AND line = 'primary' AND officer <> ?"
        " ORDER BY sequence",
        [](const Row &row) { return row.get<OfficerId>(0); }, draft.encounter, draft.officer);
    if (!before)
        return tl::make_unexpected(before.error());
    if (!before->has_value())
        return {};
    return m_audit.append(AuditAction::TakenOver, draft.id.toText(),
                          QStringLiteral("from=%1").arg((*before)->toText()));
}

Result<> ScreeningRepository::insertDraft(const Screening &draft, const QByteArray &answers)
{
    return insertRow(draft).and_then([&](qint64 sequence) {
        return m_database
            .run("INSERT INTO draft_answers (sequence, answers, saved_at) VALUES (?, ?, ?)", sequence,
                 answers, m_clock.utcNow())
            .and_then([&](qint64) { return indexWords(sequence, draft.traveller); });
    });
}

Result<qint64> ScreeningRepository::insertRow(const Screening &draft)
{
    const auto inserted = m_database.runWith(
        "INSERT INTO screening (id, encounter, shift, officer, line, form_id, form_version, language, "
        "started_at,"
        " decision, reason, " AMPARO_TRAVELLER_NAMES
        ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " AMPARO_TRAVELLER_PLACES ")",
        [&](Statement &statement) {
            statement.bindAll(draft.id, draft.encounter, draft.shift, draft.officer,
                              record::lineName(draft.line), draft.formId, draft.formVersion, draft.language,
                              draft.startedAt, decisionText(draft), reasonText(draft));
            bindTraveller(statement, 12, draft.traveller);
        });
    if (!inserted)
        return tl::make_unexpected(inserted.error());
    return m_database.value<qint64>("SELECT sequence FROM screening WHERE id = ?", draft.id);
}

Result<qint64> ScreeningRepository::takeIn(const Screening &screening, const QByteArray &submissionXml,
                                           const SubmissionFiles &files, const QList<record::Link> &links)
{
    return insertRow(screening).and_then([&](qint64 sequence) {
        return indexWords(sequence, screening.traveller)
            .and_then([&] { return freeze(sequence, screening, submissionXml, files, links); })
            .map([&] { return sequence; });
    });
}

Result<> ScreeningRepository::saveDraft(const Screening &draft, const QByteArray &answers)
{
    return inReservedTransaction(m_database, [&] {
        return ownDraft(draft.id).and_then([&](qint64 sequence) {
            return updateDraft(sequence, draft).and_then([&] {
                return m_database
                    .run("UPDATE draft_answers SET answers = ?, saved_at = ? WHERE sequence = ?", answers,
                         m_clock.utcNow(), sequence)
                    .map([](qint64) {});
            });
        });
    });
}

Result<> ScreeningRepository::updateDraft(qint64 sequence, const Screening &draft)
{
    const auto kept =
        m_database.all(AMPARO_SCREENING_COLUMNS "WHERE s.sequence = ?", readScreening, sequence);
    if (!kept)
        return tl::make_unexpected(kept.error());
    const Screening &old = kept->first().screening;
    if (old.traveller == draft.traveller && old.language == draft.language && old.verdict == draft.verdict)
        return {};
    const auto updated = m_database.runWith(
        "UPDATE screening SET language = ?, decision = ?, reason = ?, (" AMPARO_TRAVELLER_NAMES
        ") = (" AMPARO_TRAVELLER_PLACES ") WHERE sequence = ?",
        [&](Statement &statement) {
            statement.bindAll(draft.language, decisionText(draft), reasonText(draft));
            bindTraveller(statement, 4, draft.traveller);
            statement.bind(4 + travellerColumnCount, sequence);
        });
    if (!updated)
        return tl::make_unexpected(updated.error());
    return old.traveller == draft.traveller ? Result<>() : indexWords(sequence, draft.traveller);
}

Result<> ScreeningRepository::discard(ScreeningId id, record::DiscardReason reason, int signs)
{
    return inTransaction(m_database, [&] {
        return ownDraft(id)
            .and_then([&](qint64 sequence) {
                return m_database.run("DELETE FROM screening WHERE sequence = ?", sequence);
            })
            .and_then([&](qint64) {
                return m_audit.append(
                    AuditAction::DraftDiscarded, id.toText(),
                    QStringLiteral("reason=%1 signs=%2").arg(record::discardReasonName(reason)).arg(signs));
            });
    });
}

Result<> ScreeningRepository::finalise(const Screening &screening, const QByteArray &submissionXml,
                                       const SubmissionFiles &files, const QList<record::Link> &links)
{
    if (screening.instanceId.isEmpty() || !screening.verdict || !screening.finalisedAt ||
        submissionXml.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a final record needs submission, instance id, verdict and time"));
    return inReservedTransaction(m_database, [&] {
        return ownDraft(screening.id)
            .and_then([&](qint64 sequence) {
                return Checkpoints(m_database, m_audit, m_clock)
                    .stamped(submissionXml)
                    .and_then([&](const QByteArray &xml) {
                        return freeze(sequence, screening, xml, files, links);
                    });
            })
            .and_then([&] {
                return m_audit.append(AuditAction::ScreeningFinalised, screening.id.toText(),
                                      *decisionText(screening));
            })
            .and_then([&] {
                const auto &advice = screening.advice;
                if (!advice || advice->recommended == screening.verdict->decision)
                    return Result<>();
                return m_audit.append(AuditAction::AdviceOverridden, screening.id.toText(),
                                      record::decisionName(advice->recommended));
            });
    });
}

Result<> ScreeningRepository::freeze(qint64 sequence, const Screening &screening,
                                     const QByteArray &submissionXml, const SubmissionFiles &files,
                                     const QList<record::Link> &links)
{
    const auto &advice = screening.advice;
    const auto ifAdvised = [&]<class T>(T record::Advice::*member) {
        return advice ? std::optional<T>((*advice).*member) : std::nullopt;
    };
    const auto recommended = advice ? std::optional(record::decisionName(advice->recommended)) : std::nullopt;
    return updateDraft(sequence, screening)
        .and_then([&] {
            return m_database.run(
                "UPDATE screening SET finalised_at = ?, instance_id = ?, risk_model = ?, risk_band = ?,"
                " risk_level = ?, recommended = ?, explanation = ?, unanswered = ? WHERE sequence = ?",
                screening.finalisedAt, screening.instanceId, ifAdvised(&record::Advice::model),
                ifAdvised(&record::Advice::band), ifAdvised(&record::Advice::level), recommended,
                ifAdvised(&record::Advice::explanation), ifAdvised(&record::Advice::unanswered), sequence);
        })
        .and_then(
            [&](qint64) { return m_database.run("DELETE FROM draft_answers WHERE sequence = ?", sequence); })
        .and_then([&](qint64) {
            return m_database.run("INSERT INTO submission (sequence, xml) VALUES (?, ?)", sequence,
                                  submissionXml);
        })
        .and_then([&](qint64) { return insertFiles(sequence, files); })
        .and_then([&] { return insertHits(sequence, screening); })
        .and_then([&] { return m_encounters.add(sequence, screening.traveller, links); })
        .and_then([&] {
            return m_database.run("INSERT INTO outbox (sequence, priority, queued_at) VALUES (?, ?, ?)",
                                  sequence, priorityOf(screening.verdict->decision), m_clock.utcNow());
        })
        .map([](qint64) {});
}

Result<> ScreeningRepository::insertFiles(qint64 sequence, const SubmissionFiles &files)
{
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        const auto inserted =
            m_database.run("INSERT INTO submission_file (sequence, name, content) VALUES (?, ?, ?)", sequence,
                           file.key(), file.value());
        if (!inserted)
            return tl::make_unexpected(inserted.error());
    }
    return {};
}

Result<> ScreeningRepository::insertHits(qint64 sequence, const Screening &screening)
{
    const QList<record::IndicatorHit> hits =
        screening.advice ? screening.advice->hits : QList<record::IndicatorHit>();
    for (int position = 0; position < hits.size(); ++position) {
        const record::IndicatorHit &hit = hits.at(position);
        const auto inserted =
            m_database.run("INSERT INTO indicator_hit (sequence, position, indicator, item, dimension)"
                           " VALUES (?, ?, ?, ?, ?)",
                           sequence, position, hit.indicator, hit.item, hit.dimension);
        if (!inserted)
            return tl::make_unexpected(inserted.error());
    }
    return {};
}

Result<> ScreeningRepository::indexWords(qint64 sequence, const traveller::Traveller &traveller)
{
    if (const auto removed = m_database.run("DELETE FROM search_word WHERE sequence = ?", sequence); !removed)
        return tl::make_unexpected(removed.error());
    for (const QString &word : wordsOf(traveller)) {
        const auto added =
            m_database.run("INSERT INTO search_word (word, sequence) VALUES (?, ?)", word, sequence);
        if (!added)
            return tl::make_unexpected(added.error());
    }
    return {};
}

Result<qint64> ScreeningRepository::ownDraft(ScreeningId id) const
{
    struct Found {
        qint64 sequence;
        OfficerId officer;
        bool isFinal;
    };
    const auto found = m_database.first(
        "SELECT sequence, officer, finalised_at IS NOT NULL FROM screening WHERE id = ?",
        [](const Row &row) {
            return Found{row.get<qint64>(0), row.get<OfficerId>(1), row.get<bool>(2)};
        },
        id);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!found->has_value())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such screening"));
    if ((*found)->officer != m_access.actor().id)
        return failure(ErrorCode::Denied, QStringLiteral("the draft is a colleague's"));
    if ((*found)->isFinal)
        return failure(ErrorCode::Conflict, QStringLiteral("the screening is final"));
    return (*found)->sequence;
}

}  // namespace amparo::store
