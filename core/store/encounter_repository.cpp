#include "store/encounter_repository.h"

#include "store/access.h"
#include "store/audit_log.h"
#include "store/database.h"
#include "store/elapsed.h"
#include "store/encounter_index.h"
#include "store/traveller_columns.h"

#include <algorithm>

namespace amparo::store {

using record::EncounterMatch;
using record::EncounterReport;
using record::LinkKind;
using record::SharedAnswer;

namespace {

using IndexKind = EncounterIndex::Kind;

constexpr int mostEncounters = 50;  // more of them tell an officer nothing new
constexpr int daysOfShared = 365;
constexpr int fewestChildren = 2;

struct Allowance {
    int used = 0;
    Moment since;
};

/// A record that has an answer in common.
struct Sharing {
    qint64 sequence = 0;
    QByteArray who;  ///< its encounter, or the child's document
    QDateTime at;
};

Sharing readSharing(const Row &row)
{
    return {row.get<qint64>(0), row.get<QByteArray>(1), row.get<QDateTime>(2)};
}

std::optional<traveller::Traveller> withDayAndMonthExchanged(traveller::Traveller traveller)
{
    const QDate date = traveller.birthDate.value_or(QDate());
    const QDate other(date.year(), date.day(), date.month());
    if (!date.isValid() || !other.isValid() || other == date)
        return std::nullopt;
    traveller.birthDate = other;
    return traveller;
}

/// Kinds and counts, as the audit log keeps them.
QString countsOf(const EncounterReport &report)
{
    int byDocument = 0;
    for (const record::EarlierEncounter &encounter : report.earlier)
        byDocument += encounter.match == EncounterMatch::Document ? 1 : 0;
    QString text =
        QStringLiteral("document=%1 name=%2").arg(byDocument).arg(report.earlier.size() - byDocument);
    for (const SharedAnswer &shared : report.shared)
        text += QStringLiteral(" %1=%2").arg(record::linkKindName(shared.kind)).arg(shared.count);
    return text;
}

}  // namespace

struct EncounterRepository::Subject {
    QByteArray encounter;
    OfficerId officer;
    bool isFinal = false;
    traveller::Traveller traveller;
};

EncounterRepository::EncounterRepository(Database &database, EncounterIndex &index, AuditLog &audit,
                                         const Access &access, const Clock &clock, const record::Post &post)
    : m_database(database), m_index(index), m_audit(audit), m_access(access), m_clock(clock), m_post(post)
{}

Result<EncounterReport> EncounterRepository::lookUp(ScreeningId draft, const QList<record::Link> &links,
                                                    const LookUpLimit &limit)
{
    if (const auto allowed = m_access.check(record::Permission::Screen); !allowed)
        return tl::make_unexpected(allowed.error());
    return inTransaction(m_database, [&]() -> Result<EncounterReport> {
        const auto subject = subjectOf(draft);
        if (!subject)
            return tl::make_unexpected(subject.error());
        const traveller::Traveller &who = subject->traveller;
        if (links.isEmpty() && who.documentNumber.isEmpty() && m_index.nameKeys(who).isEmpty())
            return EncounterReport();
        const auto wait = spend(limit, draft);
        if (!wait)
            return tl::make_unexpected(wait.error());
        if (*wait) {
            EncounterReport refused;
            refused.wait = *wait;
            return refused;
        }
        return search(*subject, links).and_then([&](const EncounterReport &report) {
            return m_audit.append(AuditAction::EncounterLookedUp, draft.toText(), countsOf(report)).map([&] {
                return report;
            });
        });
    });
}

Result<EncounterRepository::Subject> EncounterRepository::subjectOf(ScreeningId draft) const
{
    const auto found = m_database.first(
        "SELECT " AMPARO_TRAVELLER_COLUMNS ", s.encounter, s.officer, s.finalised_at IS NOT NULL"
        " FROM screening s WHERE s.id = ?",
        [](const Row &row) {
            return Subject{row.get<QByteArray>(travellerColumnCount),
                           row.get<OfficerId>(travellerColumnCount + 1),
                           row.get<bool>(travellerColumnCount + 2), readTraveller(row, 0)};
        },
        draft);
    if (!found)
        return tl::make_unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such screening"));
    if ((*found)->isFinal)
        return failure(ErrorCode::Conflict, QStringLiteral("the screening is final"));
    if ((*found)->officer != m_access.actor().id)
        return failure(ErrorCode::Denied, QStringLiteral("somebody else holds this interview"));
    return **found;
}

/// nullopt: the look-up may be made. Of those that are refused, the first is logged.
Result<std::optional<std::chrono::seconds>> EncounterRepository::spend(const LookUpLimit &limit,
                                                                       ScreeningId draft)
{
    const auto kept = m_database.first(
        "SELECT used, since, monotonic_ms, boot FROM encounter_allowance WHERE officer = ?",
        [](const Row &row) {
            return Allowance{row.get<int>(0),
                             {row.get<QDateTime>(1), row.get<qint64>(2), row.get<QByteArray>(3)}};
        },
        m_access.actor().id);
    if (!kept)
        return tl::make_unexpected(kept.error());
    Allowance allowance = kept->value_or(Allowance{0, momentOf(m_clock)});
    auto passed = elapsedSince(allowance.since, m_clock);
    if (passed >= limit.window) {
        allowance = {0, momentOf(m_clock)};
        passed = {};
    }
    const bool isRefused = allowance.used >= limit.lookUps;
    const std::optional<std::chrono::seconds> wait =
        isRefused ? std::optional(std::chrono::ceil<std::chrono::seconds>(limit.window - passed))
                  : std::nullopt;
    if (allowance.used > limit.lookUps)
        return wait;
    ++allowance.used;
    return m_database
        .run("INSERT INTO encounter_allowance (officer, used, since, monotonic_ms, boot) VALUES (?, ?, ?, ?, "
             "?)"
             " ON CONFLICT (officer) DO UPDATE SET used = excluded.used, since = excluded.since,"
             " monotonic_ms = excluded.monotonic_ms, boot = excluded.boot",
             m_access.actor().id, allowance.used, allowance.since.utc, allowance.since.monotonicInMs,
             allowance.since.boot)
        .and_then([&](qint64) -> Result<> {
            return isRefused ? m_audit.append(AuditAction::EncounterLookedUp, draft.toText(),
                                              QStringLiteral("refused=limit"))
                             : Result<>();
        })
        .map([&] { return wait; });
}

Result<EncounterReport> EncounterRepository::search(const Subject &subject,
                                                    const QList<record::Link> &links) const
{
    const auto matches = samePerson(subject);
    const auto isComplete = m_index.isComplete();
    if (!matches || !isComplete)
        return tl::make_unexpected(matches ? isComplete.error() : matches.error());
    auto encounters = earlier(subject, *matches);
    if (!encounters)
        return tl::make_unexpected(encounters.error());
    return shared(subject, links, *matches).map([&](const QList<SharedAnswer> &answers) {
        return EncounterReport{std::move(*encounters), answers, *isComplete, std::nullopt};
    });
}

/// The surest reason stands: a document before a name.
Result<EncounterRepository::Matches> EncounterRepository::samePerson(const Subject &subject) const
{
    Matches matches;
    const auto document =
        m_index.documentKey(subject.traveller.documentNumber, subject.traveller.issuingState);
    if (document) {
        const auto found = m_database.all(
            "SELECT sequence FROM encounter_key WHERE value = ? AND kind = ?",
            [](const Row &row) { return row.get<qint64>(0); }, *document, int(IndexKind::Document));
        if (!found)
            return tl::make_unexpected(found.error());
        for (const qint64 sequence : *found)
            matches.insert(sequence, EncounterMatch::Document);
    }
    const auto exchanged = withDayAndMonthExchanged(subject.traveller);
    const std::pair<std::optional<traveller::Traveller>, EncounterMatch> names[] = {
        {subject.traveller, EncounterMatch::Name}, {exchanged, EncounterMatch::NameOtherDayOrder}};
    for (const auto &[traveller, match] : names) {
        const auto found = traveller ? sameName(*traveller) : QList<qint64>();
        if (!found)
            return tl::make_unexpected(found.error());
        for (const qint64 sequence : *found) {
            if (!matches.contains(sequence))
                matches.insert(sequence, match);
        }
    }
    return matches;
}

/// The records whose name is contained in this one, or contains it.
Result<QList<qint64>> EncounterRepository::sameName(const traveller::Traveller &traveller) const
{
    const QList<QByteArray> keys = m_index.nameKeys(traveller);
    QMap<qint64, int> common;
    for (const QByteArray &key : keys) {
        const auto found = m_database.all(
            "SELECT sequence FROM encounter_key WHERE value = ? AND kind = ?",
            [](const Row &row) { return row.get<qint64>(0); }, key, int(IndexKind::Name));
        if (!found)
            return tl::make_unexpected(found.error());
        for (const qint64 sequence : *found)
            ++common[sequence];
    }
    QList<qint64> same;
    for (auto candidate = common.cbegin(); candidate != common.cend(); ++candidate) {
        const auto all =
            m_database.value<int>("SELECT count(*) FROM encounter_key WHERE sequence = ? AND kind = ?",
                                  candidate.key(), int(IndexKind::Name));
        if (!all)
            return tl::make_unexpected(all.error());
        if (candidate.value() == std::min(*all, int(keys.size())))
            same.append(candidate.key());
    }
    return same;
}

Result<QList<record::EarlierEncounter>> EncounterRepository::earlier(const Subject &subject,
                                                                     const Matches &matches) const
{
    QList<record::EarlierEncounter> encounters;
    for (auto match = matches.cbegin(); match != matches.cend(); ++match) {
        const auto found = m_database.first(
            "SELECT finalised_at, line, decision FROM screening WHERE sequence = ? AND encounter <> ?",
            [&](const Row &row) {
                const auto line = record::lineFromName(row.get<QString>(1));
                const auto decision = record::decisionFromName(row.get<QString>(2));
                if (!line || !decision)
                    row.markMalformed();
                return record::EarlierEncounter{row.get<QDateTime>(0), m_post.name,
                                                line.value_or(record::Line::Primary),
                                                decision.value_or(record::Decision::Clear), match.value()};
            },
            match.key(), subject.encounter);
        if (!found)
            return tl::make_unexpected(found.error());
        if (*found)
            encounters.append(**found);
    }
    std::stable_sort(encounters.begin(), encounters.end(),
                     [](const auto &left, const auto &right) { return left.at > right.at; });
    return encounters.mid(0, mostEncounters);
}

Result<QList<SharedAnswer>> EncounterRepository::shared(const Subject &subject,
                                                        const QList<record::Link> &links,
                                                        const Matches &samePerson) const
{
    QList<SharedAnswer> answers;
    QSet<QByteArray> own;  // documents of children whom this adult brings now
    QList<std::pair<LinkKind, QByteArray>> asked;
    for (const record::Link &link : links) {
        const auto key = m_index.linkKey(link);
        if (key && link.kind == LinkKind::Minor)
            own.insert(*key);
        else if (key && !asked.contains(std::pair(link.kind, *key)))
            asked.append({link.kind, *key});
    }
    const auto document =
        m_index.documentKey(subject.traveller.documentNumber, subject.traveller.issuingState);
    for (const auto &[kind, key] : std::as_const(asked)) {
        const auto found = kind == LinkKind::Companion
                               ? children(subject, key, kind, {document.value_or(subject.encounter)})
                               : sharedBy(subject, kind, key, samePerson);
        if (!found)
            return tl::make_unexpected(found.error());
        if (*found)
            answers.append(**found);
    }
    const auto brought = document ? children(subject, *document, LinkKind::Minor, own)
                                  : Result<std::optional<SharedAnswer>>(std::nullopt);
    if (!brought)
        return tl::make_unexpected(brought.error());
    if (*brought)
        answers.append(**brought);
    return answers;
}

/// Records of other people, each encounter once: that somebody gives the own number again is no signal.
Result<std::optional<SharedAnswer>> EncounterRepository::sharedBy(const Subject &subject, LinkKind kind,
                                                                  const QByteArray &key,
                                                                  const Matches &samePerson) const
{
    const auto found =
        m_database.all("SELECT k.sequence, s.encounter, s.finalised_at FROM encounter_key k JOIN screening s "
                       "USING (sequence)"
                       " WHERE k.value = ? AND k.kind = ? AND s.encounter <> ? AND s.finalised_at >= ?",
                       readSharing, key, int(EncounterIndex::kindOf(kind)), subject.encounter, sharedFrom());
    if (!found)
        return tl::make_unexpected(found.error());
    QSet<QByteArray> encounters;
    SharedAnswer answer{kind, 0, m_clock.utcNow()};
    for (const Sharing &sharing : *found) {
        if (samePerson.contains(sharing.sequence))
            continue;
        encounters.insert(sharing.who);
        answer.since = std::min(answer.since, sharing.at);
    }
    answer.count = int(encounters.size());
    return answer.count > 0 ? std::optional(answer) : std::nullopt;
}

/// The different children with whom an adult has crossed, by either's record; a child without a document
/// counts by its encounter.
Result<std::optional<SharedAnswer>> EncounterRepository::children(const Subject &subject,
                                                                  const QByteArray &adult, LinkKind kind,
                                                                  QSet<QByteArray> known) const
{
    SharedAnswer answer{kind, 0, m_clock.utcNow()};
    const std::pair<IndexKind, IndexKind> ways[] = {{IndexKind::Document, IndexKind::Minor},
                                                    {IndexKind::Companion, IndexKind::Document}};
    for (const auto &[adultAs, childAs] : ways) {
        const auto found = m_database.all(
            "SELECT k.sequence, coalesce(c.value, s.encounter), s.finalised_at FROM encounter_key k"
            " JOIN screening s USING (sequence)"
            " LEFT JOIN encounter_key c ON c.sequence = k.sequence AND c.kind = ?"
            " WHERE k.value = ? AND k.kind = ? AND s.encounter <> ? AND s.finalised_at >= ?"
            " AND (c.value IS NOT NULL OR k.kind = ?)",
            readSharing, int(childAs), adult, int(adultAs), subject.encounter, sharedFrom(),
            int(IndexKind::Companion));
        if (!found)
            return tl::make_unexpected(found.error());
        for (const Sharing &sharing : *found) {
            known.insert(sharing.who);
            answer.since = std::min(answer.since, sharing.at);
        }
    }
    answer.count = int(known.size());
    return answer.count >= fewestChildren ? std::optional(answer) : std::nullopt;
}

QDateTime EncounterRepository::sharedFrom() const { return m_clock.utcNow().addDays(-daysOfShared); }

}  // namespace amparo::store
