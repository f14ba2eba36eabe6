#include "store/erasure_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/screening_columns.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amparo::store {

namespace {

using record::ErasureReason;
using record::RetentionPolicy;
using record::RetentionRule;
using record::Screening;

/// Until when a record must have had its last answer, or its receipt, to be due now.
struct Cutoffs {
    QDateTime standard;
    QDateTime latest;   ///< of all rules: what is later is due by none
    QByteArray byForm;  ///< JSON: form id to time
};

Cutoffs cutoffsOf(const RetentionPolicy &policy, std::chrono::days RetentionRule::*term, const QDateTime &now)
{
    const auto cutoff = [&](const RetentionRule &rule) { return now.addDays((rule.*term).count() * -1); };
    Cutoffs cutoffs{cutoff(policy.standard), cutoff(policy.standard), {}};
    QJsonObject byForm;
    for (auto form = policy.byForm.cbegin(); form != policy.byForm.cend(); ++form) {
        byForm.insert(form.key(), cutoff(form.value()).toUTC().toString(Qt::ISODateWithMs));
        cutoffs.latest = std::max(cutoffs.latest, cutoff(form.value()));
    }
    cutoffs.byForm = QJsonDocument(byForm).toJson(QJsonDocument::Compact);
    return cutoffs;
}

#define AMPARO_CUTOFF(form) "coalesce((SELECT value FROM json_each(?2) WHERE key = " form "), ?1)"

constexpr const char *dueDrafts =
    "SELECT s.encounter, s.sequence, s.id FROM screening s JOIN draft_answers d USING (sequence)"
    " WHERE s.finalised_at IS NULL AND d.saved_at <= " AMPARO_CUTOFF(
        "s.form_id") " AND d.saved_at <= ?3"
                     " AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.encounter = s.encounter) LIMIT ?4";

// Once for each final record: an encounter is due as a whole or not at all.
constexpr const char *dueRecords =
    "SELECT s.encounter, s.sequence, s.id FROM outbox o JOIN screening s USING (sequence)"
    " WHERE o.receipt_at <= ?3 AND NOT EXISTS (SELECT 1 FROM legal_hold h WHERE h.encounter = s.encounter)"
    " AND NOT EXISTS (SELECT 1 FROM screening t LEFT JOIN outbox p USING (sequence)"
    " WHERE t.encounter = s.encounter"
    " AND (p.receipt_at IS NULL OR p.receipt_stage = 'relay' OR p.receipt_at > " AMPARO_CUTOFF(
        "t.form_id") ")) LIMIT ?4";

struct Due {
    EncounterId encounter;
    qint64 sequence = 0;
    ScreeningId id;
};

Due readDue(const Row &row) { return {row.get<EncounterId>(0), row.get<qint64>(1), row.get<ScreeningId>(2)}; }

Result<QList<Due>> due(Database &database, const char *query, const Cutoffs &cutoffs, int most)
{
    return database.all(query, readDue, cutoffs.standard, QString::fromUtf8(cutoffs.byForm), cutoffs.latest,
                        most);
}

Erased readErased(const Row &row)
{
    const auto reason = record::erasureReasonFromName(row.get<QString>(4));
    if (!reason)
        row.markMalformed();
    return {row.get<qint64>(0),
            {row.get<ScreeningId>(1), row.get<std::optional<QString>>(2).value_or(QString()),
             row.get<QDateTime>(3), reason.value_or(ErasureReason::RecordTerm)},
            readReceipt(row, 5)};
}

#define AMPARO_ERASURE_COLUMNS                                                                               \
    "SELECT sequence, id, instance_id, erased_at, reason, receipt_at, receipt_server, receipt_status,"       \
    " receipt_proof FROM erasure "

// A crosstab is kept cell by cell: its place is row * columns + column.
template <std::size_t Rows, std::size_t Columns, class Visit>
Result<> eachCell(const record::Crosstab<Rows, Columns> &table, Visit visit)
{
    for (std::size_t place = 0; place < Rows * Columns; ++place) {
        const int count = table.at(place / Columns, place % Columns);
        if (count == 0)
            continue;
        if (const auto visited = visit(place, count); !visited)
            return visited;
    }
    return {};
}

template <std::size_t Rows, std::size_t Columns>
bool put(record::Crosstab<Rows, Columns> &table, std::size_t place, int count)
{
    if (place >= Rows * Columns)
        return false;
    table.count(place / Columns, place % Columns, count);
    return true;
}

const QLatin1StringView lineFigure("line");
const QLatin1StringView decisionByAge("decision-by-age");
const QLatin1StringView decisionByAdvice("decision-by-advice");
const QLatin1StringView ageBySex("age-by-sex");

/// False: no such figure, or no such place in it.
bool put(record::Counts &counts, const QString &figure, std::size_t place, int count)
{
    if (figure == decisionByAge)
        return put(counts.decisionByAge, place, count);
    if (figure == decisionByAdvice)
        return put(counts.decisionByAdvice, place, count);
    if (figure == ageBySex)
        return put(counts.ageBySex, place, count);
    if (figure != lineFigure || place >= counts.screenings.size())
        return false;
    counts.screenings[place] += count;
    return true;
}

}  // namespace

ErasureRepository::ErasureRepository(Database &database, AuditLog &audit, const Access &access,
                                     const Clock &clock)
    : m_database(database), m_audit(audit), m_access(access), m_clock(clock)
{}

Result<RetentionStep> ErasureRepository::eraseDue(const RetentionPolicy &policy, const QTimeZone &zone,
                                                  int most)
{
    const QDateTime now = m_clock.utcNow();
    return inTransaction(m_database, [&]() -> Result<RetentionStep> {
        RetentionStep step;
        const auto drafts = due(m_database, dueDrafts, cutoffsOf(policy, &RetentionRule::draft, now), most);
        if (!drafts)
            return tl::make_unexpected(drafts.error());
        for (const Due &draft : *drafts) {
            if (const auto buried = bury(draft.sequence, draft.id, ErasureReason::DraftTerm); !buried)
                return tl::make_unexpected(buried.error());
            ++step.drafts;
        }
        // After the drafts: the last of an encounter may have been waited for.
        const auto records =
            due(m_database, dueRecords, cutoffsOf(policy, &RetentionRule::acknowledged, now), most);
        if (!records)
            return tl::make_unexpected(records.error());
        QSet<EncounterId> done;
        for (const Due &record : *records) {
            if (done.contains(record.encounter))
                continue;
            done.insert(record.encounter);
            const auto erased = eraseFinal(record.encounter, ErasureReason::RecordTerm, zone);
            if (!erased)
                return tl::make_unexpected(erased.error());
            step.records += *erased;
        }
        step.isDone = drafts->size() < most && records->size() < most;
        return step;
    });
}

Result<RetentionStep> ErasureRepository::countDue(const RetentionPolicy &policy) const
{
    const QDateTime now = m_clock.utcNow();
    constexpr int all = -1;  // SQLite: no limit
    const auto drafts = due(m_database, dueDrafts, cutoffsOf(policy, &RetentionRule::draft, now), all);
    if (!drafts)
        return tl::make_unexpected(drafts.error());
    return due(m_database, dueRecords, cutoffsOf(policy, &RetentionRule::acknowledged, now), all)
        .map([&](const QList<Due> &records) {
            return RetentionStep{int(drafts->size()), int(records.size()), true};
        });
}

Result<> ErasureRepository::erase(ScreeningId id, ErasureReason reason, const QTimeZone &zone,
                                  Approval approval)
{
    if (const auto allowed = m_access.check(record::Permission::EraseRecords).and_then([&] {
            return approval.check(record::Permission::EraseRecords);
        });
        !allowed)
        return allowed;
    if (!record::isBeforeTerm(reason))
        return failure(ErrorCode::InvalidInput, QStringLiteral("a term erases by itself"));
    return inTransaction(m_database, [&]() -> Result<> {
        const auto encounter = m_database.first(
            "SELECT encounter FROM screening WHERE id = ?",
            [](const Row &row) { return row.get<EncounterId>(0); }, id);
        if (!encounter)
            return tl::make_unexpected(encounter.error());
        if (!*encounter)
            return failure(ErrorCode::NotFound, QStringLiteral("there is no such record"));
        const auto held = m_database.value<bool>(
            "SELECT EXISTS (SELECT 1 FROM legal_hold WHERE encounter = ?)", **encounter);
        if (!held)
            return tl::make_unexpected(held.error());
        if (*held)
            return failure(ErrorCode::Conflict, QStringLiteral("the record is under legal hold"));
        return eraseDrafts(**encounter, reason)
            .and_then([&] { return eraseFinal(**encounter, reason, zone); })
            .map([](int) {});
    });
}

Result<int> ErasureRepository::eraseFinal(EncounterId encounter, ErasureReason reason, const QTimeZone &zone)
{
    const auto found =
        m_database.all(AMPARO_SCREENING_COLUMNS "WHERE s.encounter = ? AND s.finalised_at IS NOT NULL"
                                                " ORDER BY s.finalised_at, s.id",
                       readScreening, encounter);
    if (!found)
        return tl::make_unexpected(found.error());
    QList<Screening> person;
    for (const Placed &placed : *found)
        person.append(placed.screening);
    if (const auto kept = keepCounts(person, zone); !kept)
        return tl::make_unexpected(kept.error());
    for (const Placed &placed : *found) {
        if (placed.screening.state == record::State::Sending)
            return failure(ErrorCode::Conflict, QStringLiteral("the record is being sent right now"));
        if (const auto buried = bury(placed.sequence, placed.screening.id, reason); !buried)
            return tl::make_unexpected(buried.error());
    }
    return int(found->size());
}

Result<> ErasureRepository::eraseDrafts(EncounterId encounter, ErasureReason reason)
{
    const auto drafts = m_database.all("SELECT encounter, sequence, id FROM screening WHERE encounter = ? AND"
                                       " finalised_at IS NULL",
                                       readDue, encounter);
    if (!drafts)
        return tl::make_unexpected(drafts.error());
    for (const Due &draft : *drafts) {
        if (const auto buried = bury(draft.sequence, draft.id, reason); !buried)
            return buried;
    }
    return {};
}

/// Writes the tombstone, at which the schema erases the record.
Result<> ErasureRepository::bury(qint64 sequence, ScreeningId id, ErasureReason reason)
{
    return m_database
        .run("INSERT INTO erasure (sequence, id, instance_id, erased_at, reason, receipt_at, receipt_server,"
             " receipt_status, receipt_proof) SELECT s.sequence, s.id, s.instance_id, ?, ?, o.receipt_at, "
             "o.receipt_server,"
             " o.receipt_status, o.receipt_proof FROM screening s LEFT JOIN outbox o USING (sequence) WHERE "
             "s.sequence = ?",
             m_clock.utcNow(), record::erasureReasonName(reason), sequence)
        .and_then([&](qint64) {
            return m_audit.append(AuditAction::RecordErased, id.toText(), record::erasureReasonName(reason));
        });
}

/// A person counts once in each shift and each day, as in the report of it.
Result<> ErasureRepository::keepCounts(const QList<Screening> &person, const QTimeZone &zone)
{
    QMap<QString, QList<const Screening *>> periods;
    for (const Screening &screening : person) {
        periods[screening.shift.toText()].append(&screening);
        periods[record::localDay(*screening.finalisedAt, zone).toString(Qt::ISODate)].append(&screening);
    }
    for (auto period = periods.cbegin(); period != periods.cend(); ++period) {
        const auto added = addCounts(period.key(), record::countsOfPerson(period.value(), zone));
        if (!added)
            return added;
    }
    return {};
}

Result<> ErasureRepository::addCounts(const QString &period, const record::Counts &counts)
{
    const auto add = [&](QLatin1StringView figure) {
        return [this, &period, figure](std::size_t place, int count) {
            return m_database
                .run("INSERT INTO erased_count (period, figure, place, count) VALUES (?, ?, ?, ?)"
                     " ON CONFLICT DO UPDATE SET count = count + excluded.count",
                     period, QString(figure), qint64(place), count)
                .map([](qint64) {});
        };
    };
    record::Crosstab<1, record::lineCount> lines;
    for (std::size_t line = 0; line < record::lineCount; ++line)
        lines.count(0, line, counts.screenings[line]);
    return eachCell(lines, add(lineFigure))
        .and_then([&] { return eachCell(counts.decisionByAge, add(decisionByAge)); })
        .and_then([&] { return eachCell(counts.decisionByAdvice, add(decisionByAdvice)); })
        .and_then([&] { return eachCell(counts.ageBySex, add(ageBySex)); });
}

Result<record::Counts> ErasureRepository::counts(const QString &period) const
{
    record::Counts counts;
    return m_database
        .all(
            "SELECT figure, place, count FROM erased_count WHERE period = ?",
            [&](const Row &row) {
                if (!put(counts, row.get<QString>(0), std::size_t(row.get<qint64>(1)), row.get<int>(2)))
                    row.markMalformed();
                return 0;
            },
            period)
        .map([&](const auto &) { return counts; });
}

Result<record::Counts> ErasureRepository::countsOfShift(ShiftId shift) const
{
    return counts(shift.toText());
}

Result<record::Counts> ErasureRepository::countsOfDay(QDate day) const
{
    return counts(day.toString(Qt::ISODate));
}

Result<> ErasureRepository::scrub() { return m_database.execute("PRAGMA wal_checkpoint(TRUNCATE)"); }

Result<std::optional<Erased>> ErasureRepository::find(ScreeningId id) const
{
    return m_database.first(AMPARO_ERASURE_COLUMNS "WHERE id = ?", readErased, id);
}

Result<std::optional<QDateTime>> ErasureRepository::lastBeforeTerm() const
{
    return m_database.first(
        "SELECT erased_at FROM erasure INDEXED BY erasure_before_term"
        " WHERE reason NOT IN ('draft-term', 'record-term') ORDER BY erased_at DESC LIMIT 1",
        [](const Row &row) { return row.get<QDateTime>(0); });
}

Result<QList<Erased>> ErasureRepository::erasedAfter(qint64 sequence, int limit) const
{
    return m_database.all(AMPARO_ERASURE_COLUMNS "WHERE sequence > ? ORDER BY sequence LIMIT ?", readErased,
                          sequence, limit);
}

}  // namespace amparo::store
