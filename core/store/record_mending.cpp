#include "store/record_mending.h"

#include "record/submitted.h"
#include "store/database.h"
#include "store/search_words.h"
#include "store/screening_columns.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace amparo::store {

namespace {

using Part = DamagedRecord::Part;

/// Reads an index as far as it can be read, from both of its ends.
template <class Take> void readIndex(Database &damaged, const char *upwards, const char *downwards, Take take)
{
    for (const char *sql : {upwards, downwards}) {
        auto statement = damaged.prepare(sql);
        if (!statement)
            continue;
        while (true) {
            const auto more = statement->step();
            if (more && !*more)
                return;
            if (!more)
                break;
            take(statement->row());
        }
    }
}

QSet<qint64> numbers(Database &into, const char *sql, Result<> &outcome)
{
    const auto found = into.all(sql, [](const Row &row) { return row.get<qint64>(0); });
    if (!found)
        outcome = tl::make_unexpected(found.error());
    return found ? QSet<qint64>(found->begin(), found->end()) : QSet<qint64>();
}

/// The list's row of a record whose submission is there.
class RowFromSubmission {
public:
    explicit RowFromSubmission(Database &into) : m_into(into) {}

    Result<std::optional<record::Screening>> restore(qint64 number, const IndexedRecords::Place &place);

private:
    std::shared_ptr<const record::InterviewForm> form(const QString &formId, const QString &version);

    Database &m_into;
    QHash<QString, std::shared_ptr<const record::InterviewForm>> m_forms;
};

std::shared_ptr<const record::InterviewForm> RowFromSubmission::form(const QString &formId,
                                                                     const QString &version)
{
    const QString name = formId + QLatin1Char(' ') + version;
    if (const auto known = m_forms.constFind(name); known != m_forms.constEnd())
        return *known;
    const auto definition =
        m_into.value<QByteArray>("SELECT definition FROM form WHERE form_id = ? AND version = ?", formId, version);
    const auto read = definition ? record::readInterviewForm({formId, version, *definition, {}})
                                 : Result<std::shared_ptr<const record::InterviewForm>>();
    return m_forms[name] = read.value_or(nullptr);
}

Result<std::optional<record::Screening>> RowFromSubmission::restore(qint64 number,
                                                                    const IndexedRecords::Place &place)
{
    const auto xml = m_into.value<QByteArray>("SELECT xml FROM submission WHERE sequence = ?", number);
    if (!xml)
        return tl::make_unexpected(xml.error());
    const auto name = record::nameOfSubmission(*xml);
    if (!name)
        return std::nullopt;
    const auto queued = m_into.first(
        "SELECT queued_at FROM outbox WHERE sequence = ?", [](const Row &row) { return row.get<QDateTime>(0); },
        number);
    if (!queued)
        return tl::make_unexpected(queued.error());
    record::Screening screening;
    screening.id = place.id.value_or(ScreeningId::create());
    screening.formId = name->formId;
    screening.formVersion = name->formVersion;
    screening.instanceId = name->instanceId;
    if (const auto definition = form(name->formId, name->formVersion))
        screening = record::screeningFromSubmission(*xml, *definition, screening);
    // An index knows better than a form that may lack the field.
    if (place.encounter)
        screening.encounter = *place.encounter;
    if (place.shift)
        screening.shift = *place.shift;
    screening.finalisedAt = place.finalisedAt ? place.finalisedAt : *queued;
    if (!screening.finalisedAt || screening.instanceId.isEmpty() || !screening.verdict ||
        screening.encounter == EncounterId() || screening.shift == ShiftId() ||
        screening.officer == OfficerId())
        return std::nullopt;
    screening.startedAt = *screening.finalisedAt;  // not known any more
    return screening;
}

Result<> insertRow(Database &into, qint64 number, const record::Screening &screening)
{
    return into
        .runWith("INSERT INTO screening (sequence, id, encounter, shift, officer, line, form_id, form_version,"
                 " language, started_at, decision, reason, finalised_at, instance_id, " AMPARO_TRAVELLER_NAMES
                 ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " AMPARO_TRAVELLER_PLACES ")",
                 [&](Statement &statement) {
                     statement.bindAll(number, screening.id, screening.encounter, screening.shift,
                                       screening.officer, record::lineName(screening.line), screening.formId,
                                       screening.formVersion, screening.language, screening.startedAt,
                                       record::decisionName(screening.verdict->decision),
                                       screening.verdict->reason, screening.finalisedAt, screening.instanceId);
                     bindTraveller(statement, 15, screening.traveller);
                 })
        .map([](qint64) {});
}

/// What has no submission any more cannot go out: a person has to know.
Result<> holdBack(Database &into, qint64 number)
{
    return into
        .run("UPDATE outbox SET state = 'quarantined', last_error = 'submission-lost', next_attempt_at = NULL"
             " WHERE sequence = ? AND state <> 'acknowledged'",
             number)
        .map([](qint64) {});
}

Result<> queueAgain(Database &into, qint64 number)
{
    return into
        .run("INSERT INTO outbox (sequence, priority, queued_at) SELECT sequence, CASE decision WHEN "
             "'urgent_protection' THEN 2 WHEN 'second_line' THEN 1 ELSE 0 END, finalised_at FROM screening "
             "WHERE sequence = ?",
             number)
        .map([](qint64) {});
}

/// What the tables hold of each record.
struct Holdings {
    QSet<qint64> finals;
    QSet<qint64> drafts;
    QSet<qint64> submissions;
    QSet<qint64> outbox;
    QSet<qint64> answers;
};

class Mending {
public:
    Mending(Database &into, Holdings holdings, const IndexedRecords &indexed, SalvageReport &report)
        : m_into(into),
          m_holdings(std::move(holdings)),
          m_indexed(indexed),
          m_report(report),
          m_rows(into)
    {}

    Result<> all();

private:
    Result<> mend(qint64 number);
    Result<> restoreRow(qint64 number, DamagedRecord &record);
    Result<> mendFinal(qint64 number, DamagedRecord &record);
    Result<> mendDraft(qint64 number, DamagedRecord &record);

    Database &m_into;
    Holdings m_holdings;
    const IndexedRecords &m_indexed;
    SalvageReport &m_report;
    RowFromSubmission m_rows;
};

Result<> Mending::all()
{
    QSet<qint64> known = m_holdings.finals + m_holdings.drafts + m_holdings.submissions + m_holdings.outbox +
                         m_holdings.answers;
    for (const qint64 number : m_indexed.byNumber.keys())
        known.insert(number);
    QList<qint64> order(known.begin(), known.end());
    std::sort(order.begin(), order.end());
    for (const qint64 number : order) {
        if (const auto mended = mend(number); !mended)
            return mended;
    }
    return {};
}

Result<> Mending::mend(qint64 number)
{
    DamagedRecord record{number, m_indexed.byNumber.value(number).id, {}, false};
    Result<> outcome;
    const bool hasRow = m_holdings.finals.contains(number) || m_holdings.drafts.contains(number);
    if (!hasRow) {
        record.lost.append(Part::Row);
        outcome = restoreRow(number, record);
    }
    if (outcome && m_holdings.finals.contains(number))
        outcome = mendFinal(number, record);
    else if (outcome && m_holdings.drafts.contains(number))
        outcome = mendDraft(number, record);
    if (!outcome)
        return outcome;
    if (!record.lost.isEmpty()) {
        if (!record.id) {
            const auto id = m_into.first(
                "SELECT id FROM screening WHERE sequence = ?",
                [](const Row &row) { return row.get<ScreeningId>(0); }, number);
            record.id = id.value_or(std::nullopt);
        }
        m_report.damagedRecords.append(record);
    } else if (m_holdings.finals.contains(number)) {
        ++m_report.wholeRecords;
    } else {
        ++m_report.wholeDrafts;
    }
    return {};
}

Result<> Mending::restoreRow(qint64 number, DamagedRecord &record)
{
    const IndexedRecords::Place place = m_indexed.byNumber.value(number);
    if (!m_holdings.submissions.contains(number)) {
        if (place.isFinal)
            record.lost.append(Part::Submission);
        return {};
    }
    const auto screening = m_rows.restore(number, place);
    if (!screening)
        return tl::make_unexpected(screening.error());
    if (!*screening)
        return {};
    if (const auto inserted = insertRow(m_into, number, **screening); !inserted)
        return inserted;
    m_holdings.finals.insert(number);
    record.id = (*screening)->id;
    return {};
}

Result<> Mending::mendFinal(qint64 number, DamagedRecord &record)
{
    if (!m_holdings.outbox.contains(number)) {
        record.lost.append(Part::Outbox);
        if (const auto queued = queueAgain(m_into, number); !queued)
            return queued;
    }
    record.isRestored = m_holdings.submissions.contains(number);
    if (record.isRestored)
        return {};
    record.lost.append(Part::Submission);
    return holdBack(m_into, number);
}

Result<> Mending::mendDraft(qint64 number, DamagedRecord &record)
{
    if (m_holdings.answers.contains(number))
        return {};
    record.lost.append(Part::Answers);
    return m_into
        .run("INSERT INTO draft_answers (sequence, answers, saved_at) SELECT sequence, x'', started_at FROM "
             "screening WHERE sequence = ?",
             number)
        .map([](qint64) {});
}

}  // namespace

IndexedRecords readIndexes(Database &damaged)
{
    IndexedRecords indexed;
    readIndex(damaged, "SELECT sequence, id FROM screening INDEXED BY sqlite_autoindex_screening_1 ORDER BY id",
              "SELECT sequence, id FROM screening INDEXED BY sqlite_autoindex_screening_1 ORDER BY id DESC",
              [&](const Row &row) {
                  indexed.byNumber[row.get<qint64>(0)].id = row.get<ScreeningId>(1);
              });
    readIndex(damaged,
              "SELECT sequence, encounter FROM screening INDEXED BY screening_encounter ORDER BY encounter",
              "SELECT sequence, encounter FROM screening INDEXED BY screening_encounter ORDER BY encounter DESC",
              [&](const Row &row) {
                  indexed.byNumber[row.get<qint64>(0)].encounter = row.get<EncounterId>(1);
              });
    readIndex(damaged,
              "SELECT sequence, shift, finalised_at FROM screening INDEXED BY screening_shift ORDER BY shift",
              "SELECT sequence, shift, finalised_at FROM screening INDEXED BY screening_shift ORDER BY shift DESC",
              [&](const Row &row) {
                  IndexedRecords::Place &place = indexed.byNumber[row.get<qint64>(0)];
                  place.shift = row.get<ShiftId>(1);
                  place.finalisedAt = row.get<std::optional<QDateTime>>(2);
                  place.isFinal = place.finalisedAt.has_value();
              });
    return indexed;
}

Result<> mendRecords(Database &into, const IndexedRecords &indexed, SalvageReport &report)
{
    Result<> outcome;
    const Holdings holdings{
        numbers(into, "SELECT sequence FROM screening WHERE finalised_at IS NOT NULL", outcome),
        numbers(into, "SELECT sequence FROM screening WHERE finalised_at IS NULL", outcome),
        numbers(into, "SELECT sequence FROM submission", outcome),
        numbers(into, "SELECT sequence FROM outbox", outcome),
        numbers(into, "SELECT sequence FROM draft_answers", outcome)};
    return outcome.and_then([&] { return Mending(into, holdings, indexed, report).all(); });
}

Result<> indexRecords(Database &into)
{
    qint64 last = 0;
    while (true) {
        const auto some = into.all(AMPARO_SCREENING_COLUMNS "WHERE s.sequence > ? ORDER BY s.sequence LIMIT 5000",
                                   readScreening, last);
        if (!some)
            return tl::make_unexpected(some.error());
        if (some->isEmpty())
            return {};
        for (const Placed &placed : *some) {
            for (const QString &word : wordsOf(placed.screening.traveller)) {
                const auto added =
                    into.run("INSERT INTO search_word (word, sequence) VALUES (?, ?)", word, placed.sequence);
                if (!added)
                    return tl::make_unexpected(added.error());
            }
        }
        last = some->last().sequence;
    }
}

}  // namespace amparo::store
