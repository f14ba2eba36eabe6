#include "store/audit_check.h"

#include "base/names.h"

#include <algorithm>

namespace amparo::store {

namespace {

using Kind = AuditFinding::Kind;

constexpr Names<Kind, 6> findingNames{{
    {Kind::Changed, QLatin1StringView("changed")},
    {Kind::Missing, QLatin1StringView("missing")},
    {Kind::CutOff, QLatin1StringView("cut-off")},
    {Kind::Rewritten, QLatin1StringView("rewritten")},
    {Kind::UnknownGeneration, QLatin1StringView("unknown-generation")},
    {Kind::OtherKey, QLatin1StringView("other-key")},
}};

/// Holds one checkpoint after the other, lowest first, against the log.
class Comparison {
public:
    Comparison(const AuditLog &log, StoreId store, const AuditPoint &head, AuditReport &report)
        : m_log(log), m_store(store), m_head(head), m_report(report)
    {}

    Result<> compare(const Testimony &testimony)
    {
        const Checkpoint &checkpoint = testimony.checkpoint;
        if (checkpoint.store != m_store) {
            ++m_report.foreign;
            return {};
        }
        const qint64 entry = checkpoint.point.sequence;
        const QList<Generation> &known = m_report.generations;
        const auto own = std::find_if(known.begin(), known.end(), [&](const Generation &generation) {
            return generation.id == checkpoint.generation;
        });
        if (own == known.end())
            return add(Kind::UnknownGeneration, std::min(entry, m_head.sequence + 1), testimony);
        if (!checkpoint.isSignedBy(own->publicKey))
            return add(Kind::OtherKey, entry, testimony);
        const bool isLost = std::ranges::any_of(m_report.lost, [entry](const LostEntries &lost) {
            return lost.first <= entry && entry <= lost.last;
        });
        if (isLost || (std::next(own) != known.end() && entry >= std::next(own)->firstEntry)) {
            ++m_report.leftBehind;
            return {};
        }
        if (entry > m_head.sequence)
            return add(Kind::CutOff, m_head.sequence + 1, testimony);
        return m_log.stands(checkpoint.point).map([&](bool stands) {
            if (!stands) {
                (void)add(Kind::Rewritten, entry, testimony);
                return;
            }
            ++m_report.compared;
            m_agreesUpTo = entry;
        });
    }

private:
    Result<> add(Kind kind, qint64 entry, const Testimony &testimony)
    {
        m_report.findings.append({kind, entry, std::min(m_agreesUpTo, entry - 1), testimony.source});
        return {};
    }

    const AuditLog &m_log;
    StoreId m_store;
    AuditPoint m_head;
    AuditReport &m_report;
    qint64 m_agreesUpTo = 0;
};

void addChainFinding(AuditReport &report)
{
    if (report.chain.firstBroken)
        report.findings.append(
            {report.chain.fault == AuditLog::Fault::Missing ? Kind::Missing : Kind::Changed,
             *report.chain.firstBroken, report.chain.sound, QString()});
}

}  // namespace

QString auditFindingName(AuditFinding::Kind kind) { return nameOf(findingNames, kind); }

Result<AuditReport> examineLog(const AuditLog &log, const Checkpoints &checkpoints, StoreId store,
                               QList<Testimony> elsewhere, const AuditPoint &from, const AuditLog::GoOn &goOn)
{
    AuditReport report;
    const auto chain = log.verify(from, goOn);
    const auto generations = checkpoints.generations();
    const auto kept = checkpoints.kept();
    const auto head = log.head();
    const auto lost = log.lost();
    if (!chain || !generations)
        return tl::make_unexpected(chain ? generations.error() : chain.error());
    if (!lost)
        return tl::make_unexpected(lost.error());
    if (!kept || !head)
        return tl::make_unexpected(kept ? head.error() : kept.error());
    report.chain = *chain;
    report.lost = *lost;
    report.generations = *generations;
    addChainFinding(report);
    if (!chain->isComplete)
        return report;

    for (const Checkpoint &checkpoint : *kept)
        elsewhere.append({checkpoint, QStringLiteral("store")});
    std::sort(elsewhere.begin(), elsewhere.end(), [](const Testimony &left, const Testimony &right) {
        return left.checkpoint.point.sequence < right.checkpoint.point.sequence;
    });
    Comparison comparison(log, store, *head, report);
    for (const Testimony &testimony : std::as_const(elsewhere)) {
        if (const auto compared = comparison.compare(testimony); !compared)
            return tl::make_unexpected(compared.error());
    }
    return report;
}

}  // namespace amparo::store
