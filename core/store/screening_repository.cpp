// A screening is one row that changes while it is a draft and never again; what grows with it stands in
// tables of its own (answers, submission, hits, words). Where a final record is on its way is the outbox's
// business, so its state is read from there.
#include "store/screening_repository.h"

#include "store/audit_log.h"
#include "store/database.h"
#include "store/screening_columns.h"
#include "store/search_words.h"

#include <limits>
#include <utility>

namespace amparo::store {

namespace {

using record::Screening;

/// The hits of `found` are added; a list of them becomes one of screenings.
Result<QList<Screening>> withHits(Database &database, Result<QList<Placed>> found)
{
    if (!found)
        return tl::make_unexpected(found.error());
    QList<Screening> screenings;
    screenings.reserve(found->size());
    for (Placed &placed : *found) {
        if (placed.screening.advice) {
            auto hits = database.all(
                "SELECT indicator, item, dimension FROM indicator_hit WHERE sequence = ? ORDER BY position",
                [](const Row &row) {
                    return record::IndicatorHit{row.get<QString>(0), row.get<QString>(1),
                                                row.get<QString>(2)};
                },
                placed.sequence);
            if (!hits)
                return tl::make_unexpected(hits.error());
            placed.screening.advice->hits = std::move(*hits);
        }
        screenings.append(std::move(placed.screening));
    }
    return screenings;
}

/// Higher goes first over a thin link: a person in danger before figures.
int priorityOf(record::Decision decision)
{
    switch (decision) {
    case record::Decision::Clear:
        return 0;
    case record::Decision::SecondLine:
        return 1;
    case record::Decision::UrgentProtection:
        return 2;
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

tl::unexpected<Error> noSuchDraft()
{
    return failure(ErrorCode::NotFound, QStringLiteral("there is no such screening"));
}

/// The conditions of a filter as literal SQL; bindFilter() gives them their values in the same order.
QByteArray conditions(const ScreeningFilter &filter, qsizetype wordCount)
{
    QByteArray sql;
    for (qsizetype i = 0; i < wordCount; ++i)
        sql += " AND s.sequence IN (SELECT sequence FROM search_word WHERE word >= ? AND word < ? || "
               "char(1114111))";
    if (filter.shift)
        sql += " AND s.shift = ?";
    if (filter.decision)
        sql += " AND s.decision = ?";
    if (filter.state == record::State::Draft)
        sql += " AND s.finalised_at IS NULL";
    else if (filter.state)
        sql += " AND o.state = ?";
    return sql;
}

void bindFilter(Statement &statement, int index, const ScreeningFilter &filter, const QStringList &words)
{
    for (const QString &word : words) {
        statement.bind(index++, word);
        statement.bind(index++, word);
    }
    if (filter.shift)
        statement.bind(index++, *filter.shift);
    if (filter.decision)
        statement.bind(index++, record::decisionName(*filter.decision));
    if (filter.state && filter.state != record::State::Draft)
        statement.bind(index++, record::stateName(*filter.state));
}

}  // namespace

ScreeningRepository::ScreeningRepository(Database &database, AuditLog &audit, const Clock &clock)
    : m_database(database), m_audit(audit), m_clock(clock)
{}

Result<> ScreeningRepository::create(const Screening &draft, const QByteArray &answers)
{
    return inTransaction(m_database, [&] { return insertDraft(draft, answers); });
}

Result<> ScreeningRepository::insertDraft(const Screening &draft, const QByteArray &answers)
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
    return draftSequence(draft.id).and_then([&](qint64 sequence) {
        return m_database
            .run("INSERT INTO draft_answers (sequence, answers, saved_at) VALUES (?, ?, ?)", sequence,
                 answers, m_clock.utcNow())
            .and_then([&](qint64) { return indexWords(sequence, draft.traveller); });
    });
}

Result<> ScreeningRepository::saveDraft(const Screening &draft, const QByteArray &answers)
{
    return inTransaction(m_database, [&] {
        return draftSequence(draft.id).and_then([&](qint64 sequence) {
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
    const auto kept = find(draft.id);
    if (!kept)
        return tl::make_unexpected(kept.error());
    const Screening &old = **kept;
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

Result<QList<Draft>> ScreeningRepository::drafts() const
{
    const auto placed = m_database.all(
        AMPARO_SCREENING_COLUMNS "WHERE s.finalised_at IS NULL ORDER BY s.sequence DESC", readScreening);
    if (!placed)
        return tl::make_unexpected(placed.error());
    QList<Draft> drafts;
    for (const Placed &draft : *placed) {
        const auto savedAt = m_database.value<QDateTime>(
            "SELECT saved_at FROM draft_answers WHERE sequence = ?", draft.sequence);
        if (!savedAt)
            return tl::make_unexpected(savedAt.error());
        drafts.append({draft.screening, *savedAt});
    }
    return drafts;
}

Result<QByteArray> ScreeningRepository::answers(ScreeningId id) const
{
    return draftSequence(id).and_then([&](qint64 sequence) {
        return m_database.value<QByteArray>("SELECT answers FROM draft_answers WHERE sequence = ?", sequence);
    });
}

Result<> ScreeningRepository::discard(ScreeningId id, const QString &reason)
{
    return inTransaction(m_database, [&] {
        return draftSequence(id)
            .and_then([&](qint64 sequence) {
                return m_database.run("DELETE FROM screening WHERE sequence = ?", sequence);
            })
            .and_then(
                [&](qint64) { return m_audit.append(AuditAction::DraftDiscarded, id.toText(), reason); });
    });
}

Result<> ScreeningRepository::finalise(const Screening &screening, const QByteArray &submissionXml,
                                       const SubmissionFiles &files)
{
    if (screening.instanceId.isEmpty() || !screening.verdict || !screening.finalisedAt ||
        submissionXml.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("a final record needs submission, instance id, verdict and time"));
    return inTransaction(m_database, [&] {
        return draftSequence(screening.id)
            .and_then([&](qint64 sequence) { return freeze(sequence, screening, submissionXml, files); })
            .and_then([&] {
                return m_audit.append(AuditAction::ScreeningFinalised, screening.id.toText(),
                                      *decisionText(screening));
            });
    });
}

Result<> ScreeningRepository::freeze(qint64 sequence, const Screening &screening,
                                     const QByteArray &submissionXml, const SubmissionFiles &files)
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
    QStringList words = searchWords(traveller.surname) + searchWords(traveller.givenNames);
    // Both as printed in groups and as one word.
    const QStringList number = searchWords(traveller.documentNumber);
    words += number;
    words += number.join(QString());
    words.removeAll(QString());
    words.removeDuplicates();
    for (const QString &word : std::as_const(words)) {
        const auto added =
            m_database.run("INSERT INTO search_word (word, sequence) VALUES (?, ?)", word, sequence);
        if (!added)
            return tl::make_unexpected(added.error());
    }
    return {};
}

Result<std::optional<Screening>> ScreeningRepository::find(ScreeningId id) const
{
    const auto found =
        withHits(m_database, m_database.all(AMPARO_SCREENING_COLUMNS "WHERE s.id = ?", readScreening, id));
    if (!found)
        return tl::make_unexpected(found.error());
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<QByteArray> ScreeningRepository::submission(ScreeningId id) const
{
    const auto xml = m_database.first(
        "SELECT xml FROM submission JOIN screening s USING (sequence) WHERE s.id = ?",
        [](const Row &row) { return row.get<QByteArray>(0); }, id);
    if (!xml)
        return tl::make_unexpected(xml.error());
    if (!xml->has_value())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such final screening"));
    return **xml;
}

Result<ScreeningPage> ScreeningRepository::page(const ScreeningFilter &filter, int size,
                                                std::optional<qint64> next) const
{
    const QStringList words = searchWords(filter.text).mid(0, 8);
    const QByteArray sql = AMPARO_SCREENING_COLUMNS "WHERE s.sequence < ?" +
                           conditions(filter, words.size()) + " ORDER BY s.sequence DESC LIMIT " +
                           QByteArray::number(size + 1);
    auto placed = m_database.allWith(sql.constData(), readScreening, [&](Statement &statement) {
        statement.bind(1, next.value_or(std::numeric_limits<qint64>::max()));
        bindFilter(statement, 2, filter, words);
    });
    if (!placed)
        return tl::make_unexpected(placed.error());
    // One more than asked for tells whether anything follows.
    std::optional<qint64> following;
    if (placed->size() > size) {
        placed->removeLast();
        following = placed->last().sequence;
    }
    return withHits(m_database, std::move(placed)).map([&](const QList<Screening> &screenings) {
        return ScreeningPage{screenings, following};
    });
}

Result<QList<Screening>> ScreeningRepository::ofEncounter(EncounterId encounter) const
{
    return withHits(m_database,
                    m_database.all(AMPARO_SCREENING_COLUMNS "WHERE s.encounter = ? ORDER BY s.sequence",
                                   readScreening, encounter));
}

Result<QList<Screening>> ScreeningRepository::finalOfShift(ShiftId shift) const
{
    return withHits(m_database,
                    m_database.all(AMPARO_SCREENING_COLUMNS "WHERE s.shift = ? AND s.finalised_at IS NOT NULL"
                                                            " ORDER BY s.finalised_at, s.sequence",
                                   readScreening, shift));
}

Result<QList<Screening>> ScreeningRepository::finalBetween(const QDateTime &from, const QDateTime &to) const
{
    return withHits(m_database,
                    m_database.all(AMPARO_SCREENING_COLUMNS "WHERE s.finalised_at >= ? AND s.finalised_at < ?"
                                                            " ORDER BY s.finalised_at, s.sequence",
                                   readScreening, from, to));
}

Result<qint64> ScreeningRepository::draftSequence(ScreeningId id) const
{
    struct Found {
        qint64 sequence;
        bool isFinal;
    };
    const auto found = m_database.first(
        "SELECT sequence, finalised_at IS NOT NULL FROM screening WHERE id = ?",
        [](const Row &row) {
            return Found{row.get<qint64>(0), row.get<bool>(1)};
        },
        id);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!found->has_value())
        return noSuchDraft();
    if ((*found)->isFinal)
        return failure(ErrorCode::Conflict, QStringLiteral("the screening is final"));
    return (*found)->sequence;
}

}  // namespace amparo::store
