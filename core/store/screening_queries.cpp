// What of the screenings the one who acts may see: each query begins with a scope, a condition whose only
// parameter is the first one. What names a person is logged as it is read.
#include "store/screening_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/encounter_index.h"
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
            auto hits = readHits(database, placed.sequence);
            if (!hits)
                return tl::make_unexpected(hits.error());
            placed.screening.advice->hits = std::move(*hits);
        }
        screenings.append(std::move(placed.screening));
    }
    return screenings;
}

#define AMPARO_DAY_SHIFTS "(SELECT id FROM shift WHERE closed_at IS NULL OR closed_at > ?1)"

/// Access says what the words mean. The limit on the sequence is no rule: it spares a walk through older
/// records.
const char *scopeOf(record::Reach reach)
{
    switch (reach) {
    case record::Reach::None:
        return "WHERE false AND ?1 IS NULL";
    case record::Reach::Own:
        return "WHERE s.sequence IN (SELECT sequence FROM screening WHERE officer = ?1"
               " UNION ALL SELECT first.sequence FROM screening own JOIN screening first USING (encounter)"
               " WHERE own.officer = ?1 AND own.line = 'second' AND first.line = 'primary'"
               " UNION ALL SELECT sequence FROM screening WHERE line = 'primary' AND finalised_at IS NOT NULL"
               " AND decision <> 'clear' AND shift = (SELECT id FROM shift WHERE closed_at IS NULL))";
    case record::Reach::Day:
        return "WHERE s.shift IN " AMPARO_DAY_SHIFTS
               " AND s.sequence >= (SELECT min(sequence) FROM screening WHERE shift IN " AMPARO_DAY_SHIFTS
               ")";
    case record::Reach::All:
        return "WHERE ?1 IS NULL";
    }
    Q_UNREACHABLE();
}

constexpr std::chrono::hours dayLength{24};

/// Enough for a figure, and nobody's name: whether there was a document is all that is left of its number.
Screening withoutIdentity(Screening screening)
{
    traveller::Traveller &traveller = screening.traveller;
    traveller.surname.clear();
    traveller.givenNames.clear();
    if (!traveller.documentNumber.isEmpty())
        traveller.documentNumber = QStringLiteral("*");
    if (screening.verdict)
        screening.verdict->reason.clear();
    return screening;
}

/// One's own work: to read it is no reading of records.
bool isOwnDraft(const Screening &screening, const Access &access)
{
    return !screening.finalisedAt && screening.officer == access.actor().id;
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

/// The rows of `screening s` that the one who acts may read and to which `rest` applies: further conditions,
/// an order. `bind` gives it its values from the second parameter on.
template <class Bind>
Result<QList<Placed>> ScreeningRepository::readable(const QByteArray &rest, Bind bind) const
{
    if (const auto allowed = m_access.check(record::Permission::ReadRecords); !allowed)
        return tl::make_unexpected(allowed.error());
    const record::Reach reach = m_access.reach(record::Permission::ReadRecords);
    const QByteArray sql = QByteArray(AMPARO_SCREENING_COLUMNS) + scopeOf(reach) + rest;
    return m_database.allWith(sql.constData(), readScreening, [&](Statement &statement) {
        if (reach == record::Reach::Own)
            statement.bind(1, m_access.actor().id);
        else if (reach == record::Reach::Day)
            statement.bind(1, m_clock.utcNow().addDuration(-dayLength));
        bind(statement);
    });
}

template <class... Values>
Result<QList<Screening>> ScreeningRepository::counted(const char *condition, const Values &...values) const
{
    if (const auto allowed = m_access.check(record::Permission::CountRecords); !allowed)
        return tl::make_unexpected(allowed.error());
    const QByteArray sql = QByteArray(AMPARO_SCREENING_COLUMNS) + condition +
                           " AND s.finalised_at IS NOT NULL ORDER BY s.finalised_at, s.sequence";
    return withHits(m_database, m_database.all(sql.constData(), readScreening, values...))
        .map([](QList<Screening> screenings) {
            for (Screening &screening : screenings)
                screening = withoutIdentity(std::move(screening));
            return screenings;
        });
}

/// A record that stays open is read again as it is sent on; that is one reading.
Result<> ScreeningRepository::noteReading(const Screening &screening)
{
    if (isOwnDraft(screening, m_access) || screening.id == m_lastRead)
        return {};
    return m_audit.record(AuditAction::ScreeningRead, screening.id.toText()).map([&] {
        m_lastRead = screening.id;
    });
}

/// A list that stands on a page is read again at each change: that is one listing until somebody comes onto
/// it.
Result<> ScreeningRepository::noteNames(QSet<ScreeningId> &shown, const QList<Placed> &list)
{
    QSet<ScreeningId> named;
    for (const Placed &one : list) {
        const traveller::Traveller &who = one.screening.traveller;
        const bool hasName = !who.surname.isEmpty() || !who.givenNames.isEmpty();
        if (hasName && !isOwnDraft(one.screening, m_access))
            named.insert(one.screening.id);
    }
    const Result<> noted = shown.contains(named) ? Result<>() : noteList(named.size());
    return noted.map([&] { shown = named; });
}

Result<> ScreeningRepository::noteList(qsizetype rows)
{
    return m_audit.record(AuditAction::RecordsListed, QString(), QStringLiteral("rows=%1").arg(rows));
}

Result<QList<Draft>> ScreeningRepository::drafts()
{
    const auto placed = readable(" AND s.finalised_at IS NULL ORDER BY s.sequence DESC", [](Statement &) {});
    if (!placed)
        return tl::make_unexpected(placed.error());
    if (const auto noted = noteNames(m_shownDrafts, *placed); !noted)
        return tl::make_unexpected(noted.error());
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

Result<int> ScreeningRepository::draftCount() const
{
    return m_access.check(record::Permission::CountRecords).and_then([&] {
        return m_database.value<int>("SELECT count(*) FROM screening WHERE finalised_at IS NULL");
    });
}

Result<QByteArray> ScreeningRepository::answers(ScreeningId id)
{
    return find(id).and_then([&](const std::optional<Screening> &draft) -> Result<QByteArray> {
        if (!draft)
            return failure(ErrorCode::NotFound, QStringLiteral("there is no such screening"));
        if (draft->finalisedAt)
            return failure(ErrorCode::Conflict, QStringLiteral("the screening is final"));
        return m_database.value<QByteArray>(
            "SELECT answers FROM draft_answers JOIN screening s USING (sequence) WHERE s.id = ?", id);
    });
}

Result<std::optional<Screening>> ScreeningRepository::find(ScreeningId id)
{
    const auto found =
        withHits(m_database, readable(" AND s.id = ?", [&](Statement &statement) { statement.bind(2, id); }));
    if (!found)
        return tl::make_unexpected(found.error());
    if (found->isEmpty())
        return std::optional<Screening>();
    return noteReading(found->first()).map([&] { return std::optional(found->first()); });
}

Result<QByteArray> ScreeningRepository::submission(ScreeningId id)
{
    return find(id).and_then([&](const std::optional<Screening> &screening) -> Result<QByteArray> {
        if (!screening || !screening->finalisedAt)
            return failure(ErrorCode::NotFound, QStringLiteral("there is no such final screening"));
        const auto xml = m_database.first(
            "SELECT xml FROM submission JOIN screening s USING (sequence) WHERE s.id = ?",
            [](const Row &row) { return row.get<QByteArray>(0); }, id);
        if (!xml)
            return tl::make_unexpected(xml.error());
        if (!*xml)  // a salvaged record may lack it
            return failure(ErrorCode::NotFound, QStringLiteral("the record has no submission"));
        return **xml;
    });
}

Result<ScreeningPage> ScreeningRepository::page(const ScreeningFilter &filter, int size,
                                                std::optional<qint64> next)
{
    const QStringList words = searchWords(filter.text).mid(0, 8);
    const QByteArray rest = " AND s.sequence < ?" + conditions(filter, words.size()) +
                            " ORDER BY s.sequence DESC LIMIT " + QByteArray::number(size + 1);
    auto placed = readable(rest, [&](Statement &statement) {
        statement.bind(2, next.value_or(std::numeric_limits<qint64>::max()));
        bindFilter(statement, 3, filter, words);
    });
    if (!placed)
        return tl::make_unexpected(placed.error());
    // One more than asked for tells whether anything follows.
    std::optional<qint64> following;
    if (placed->size() > size) {
        placed->removeLast();
        following = placed->last().sequence;
    }
    if (const auto noted = noteListing(filter, next, placed->size()); !noted)
        return tl::make_unexpected(noted.error());
    return withHits(m_database, std::move(placed)).map([&](const QList<Screening> &screenings) {
        return ScreeningPage{screenings, following};
    });
}

/// The same list shown again, because a record was added or sent, is not logged again.
Result<> ScreeningRepository::noteListing(const ScreeningFilter &filter, std::optional<qint64> next,
                                          qsizetype rows)
{
    const Listing listing{filter, next};
    if (rows == 0 || m_lastListing == listing)
        return {};
    return noteList(rows).map([&] { m_lastListing = listing; });
}

Result<> ScreeningRepository::noteSearch(const QString &text)
{
    const auto key = m_encounters.searchKey(text);
    return m_audit.record(
        AuditAction::Searched, QString(),
        QStringLiteral("words=%1").arg(key ? QString::fromLatin1(key->toHex()) : QStringLiteral("?")));
}

Result<QList<Screening>> ScreeningRepository::ofEncounter(EncounterId encounter)
{
    auto found = withHits(m_database, readable(" AND s.encounter = ? ORDER BY s.sequence",
                                               [&](Statement &statement) { statement.bind(2, encounter); }));
    if (!found)
        return found;
    for (const Screening &screening : std::as_const(*found)) {
        if (const auto noted = noteReading(screening); !noted)
            return tl::make_unexpected(noted.error());
    }
    return found;
}

Result<QList<Screening>> ScreeningRepository::waitingForSecondLine()
{
    auto placed = readable(" AND s.line = 'primary' AND s.decision <> 'clear' AND s.finalised_at IS NOT NULL"
                           " AND s.shift = (SELECT id FROM shift WHERE closed_at IS NULL)"
                           " AND NOT EXISTS (SELECT 1 FROM screening later"
                           " WHERE later.encounter = s.encounter AND later.line = 'second')"
                           " ORDER BY s.finalised_at, s.sequence",
                           [](Statement &) {});
    if (placed) {
        if (const auto noted = noteNames(m_shownWaiting, *placed); !noted)
            return tl::make_unexpected(noted.error());
    }
    return withHits(m_database, std::move(placed));
}

Result<QList<Screening>> ScreeningRepository::finalOfShift(ShiftId shift) const
{
    return counted("WHERE s.shift = ?", shift);
}

Result<QList<Screening>> ScreeningRepository::finalBetween(const QDateTime &from, const QDateTime &to) const
{
    return counted("WHERE s.finalised_at >= ? AND s.finalised_at < ?", from, to);
}

}  // namespace amparo::store
