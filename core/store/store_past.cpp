// What an opened store makes of its own past: whether it is the one that was last closed here.

#include "store/store_mark.h"
#include "store/store_opening.h"

#include <QLoggingCategory>

namespace amparo::store {

namespace {

Q_LOGGING_CATEGORY(lcStorePast, "amparo.store")

}  // namespace

Result<GenerationId> Store::generation() const
{
    return m_checkpoints.generations().and_then(
        [](const QList<Generation> &generations) -> Result<GenerationId> {
            if (generations.isEmpty())
                return failure(ErrorCode::Corrupt, QStringLiteral("the store has no generation"));
            return generations.last().id;
        });
}

Result<Beginning> Store::beginning() const
{
    return m_checkpoints.generations().and_then(
        [&](const QList<Generation> &generations) -> Result<Beginning> {
            if (generations.isEmpty())
                return failure(ErrorCode::Corrupt, QStringLiteral("the store has no generation"));
            const Generation &last = generations.last();
            const auto entry = m_audit.find(last.firstEntry);
            if (!entry)
                return tl::make_unexpected(entry.error());
            if (!*entry)
                return failure(ErrorCode::Corrupt, QStringLiteral("the log lacks how the store began"));
            return Beginning{last.id, (*entry)->action, (*entry)->at};
        });
}

/// Before anything is added to the log of this session.
Result<> Store::settlePast()
{
    const auto known = m_checkpoints.generations();
    const auto head = m_audit.head();
    if (!known || !head)
        return tl::make_unexpected(known ? head.error() : known.error());
    m_hasMark = true;
    if (known->isEmpty())
        return m_checkpoints.ensureKey();  // there were no marks either
    const auto mark = readMark(m_folder, m_key);
    if (!mark && mark.error().code != ErrorCode::NotFound && mark.error().code != ErrorCode::Corrupt)
        return tl::make_unexpected(mark.error());
    if (!mark) {
        qCWarning(lcStorePast) << "mark" << codeName(mark.error().code);
        return m_audit.record(AuditAction::MarkMissing, m_storeId.toText(), codeName(mark.error().code));
    }
    const auto stands = m_audit.stands(mark->point);
    if (!stands)
        return tl::make_unexpected(stands.error());
    const Mark here = markHere(m_storeId, known->last().id, *head);
    if (!*stands) {
        m_pastTrouble = PastTrouble{PastTrouble::Kind::OlderCopy, mark->point.sequence, head->sequence};
        return beginNewLife(
            AuditAction::OlderCopyNoticed,
            QStringLiteral("known=%1 found=%2").arg(mark->point.sequence).arg(head->sequence));
    }
    if (!mark->computer.isEmpty() && !here.computer.isEmpty() && mark->computer != here.computer) {
        m_pastTrouble = PastTrouble{PastTrouble::Kind::OtherComputer, mark->point.sequence, head->sequence};
        return beginNewLife(AuditAction::OtherComputerNoticed, {});
    }
    if (!here.boot.isEmpty() && mark->boot == here.boot)
        m_audit.compareTimesFrom(mark->point.sequence);
    return {};
}

Result<bool> Store::compareWithServer(GenerationId generation, quint64 lastBatch,
                                      std::optional<quint64> unused)
{
    const auto present = this->generation();
    const auto given = m_batches.lastGiven(generation);
    if (!present || !given)
        return tl::make_unexpected(present ? given.error() : present.error());
    const bool isOurs = lastBatch <= *given && lastBatch != unused;
    if (*present != generation || isOurs)
        return false;
    return beginNewLife(AuditAction::CopyNoticed,
                        QStringLiteral("known=%1 found=%2").arg(*given).arg(lastBatch))
        .map([] { return true; });
}

/// The server may know of records what this store has forgotten: whatever has no receipt asks it again.
Result<> Store::beginNewLife(AuditAction why, const QString &detail)
{
    qCWarning(lcStorePast) << auditActionName(why) << detail;
    return inTransaction(*m_database, [&] {
        return m_checkpoints.beginGeneration(why, m_storeId.toText(), detail).and_then([&] {
            return m_outbox.askAgain();
        });
    });
}

Result<> Store::leaveMark()
{
    const auto id = generation();
    const auto head = m_audit.head();
    if (!id || !head)
        return tl::make_unexpected(id ? head.error() : id.error());
    return writeMark(m_folder, markHere(m_storeId, *id, *head), m_key);
}

/// A mark that cannot be left (a full disk) costs no more than that: the one before still holds.
void Store::tryToLeaveMark()
{
    if (const auto left = leaveMark(); !left)
        qCWarning(lcStorePast) << "no mark" << codeName(left.error().code);
}

Store::~Store()
{
    dropScheduledBackup();
    if (m_hasMark)
        tryToLeaveMark();
}

}  // namespace amparo::store
