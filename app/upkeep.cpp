#include "app/upkeep.h"

#include <QTimeZone>

namespace amparo::app {

namespace {

constexpr std::chrono::seconds beforeFirst{20};  // the first page is read first
constexpr std::chrono::hours between{1};
constexpr int recordsAStep = 100;
constexpr int pagesAStep = 256;  // 1 MiB

}  // namespace

Upkeep::Upkeep(store::StoreQueue &queue, const Clock &clock) : m_queue(queue), m_clock(clock)
{
    connect(&m_timer, &QTimer::timeout, this, &Upkeep::run);
    m_timer.start(beforeFirst);
}

void Upkeep::run()
{
    m_timer.start(between);
    if (std::exchange(m_isRunning, true))
        return;
    m_round = {};
    m_queue.run(
        this, [](store::Store &store) { return store.isClockSteady(); },
        [this](const Result<bool> &isSteady) {
            if (isSteady && *isSteady)
                return erase();
            if (!isSteady)
                m_round.retentionFailure = isSteady.error();
            backUp();
        });
}

void Upkeep::backUpNow()
{
    m_backUpAnyway = true;
    run();
}

void Upkeep::cancelBackup() { m_isCancelled = m_backupStep.kind == BackupStep::Kind::Copying; }

void Upkeep::setStep(const BackupStep &step)
{
    m_backupStep = step;
    Q_EMIT backupStepped(m_backupStep);
}

void Upkeep::erase()
{
    m_queue.run(
        this,
        [](store::Store &store) { return store.applyRetention(QTimeZone::systemTimeZone(), recordsAStep); },
        [this](const Result<store::RetentionStep> &step) {
            if (!step) {
                m_round.retentionFailure = step.error();
                return backUp();
            }
            m_round.erased += step->drafts + step->records;
            step->isDone ? backUp() : erase();
        });
}

void Upkeep::backUp()
{
    if (m_round.erased > 0)
        Q_EMIT recordsErased();
    m_queue.run(
        this, [](store::Store &store) { return store.backupStatus(); },
        [this, isWanted = std::exchange(m_backUpAnyway, false)](const Result<store::BackupStatus> &status) {
            if (!status)
                return fail(status.error());
            status->isDue || isWanted ? copy() : expire();
        });
}

void Upkeep::copy()
{
    struct Step {
        Result<bool> isCopied;
        double done = 0;
    };
    m_queue.run(
        this,
        [isCancelled = std::exchange(m_isCancelled, false)](store::Store &store) {
            if (isCancelled) {
                store.dropScheduledBackup();
                return Step{failure(ErrorCode::Cancelled, QStringLiteral("stopped by a person"))};
            }
            const auto isCopied = store.stepScheduledBackup(pagesAStep);
            return Step{isCopied, store.scheduledBackupDone()};
        },
        [this](const Step &step) {
            if (!step.isCopied)
                return fail(step.isCopied.error());
            setStep({BackupStep::Kind::Copying, step.done});
            *step.isCopied && !m_isCancelled ? verify() : copy();
        });
}

void Upkeep::verify()
{
    setStep({BackupStep::Kind::ReadingBack, 1});
    m_queue.run(
        this, [](store::Store &store) { return store.takeScheduledBackup(); },
        [this](const Result<std::shared_ptr<store::StoreCopy>> &taken) {
            if (!taken)
                return fail(taken.error());
            runInPool(
                this, [copy = *taken] { return verifyBackupCopy(*copy).map([&] { return copy; }); },
                [this](const Result<std::shared_ptr<store::StoreCopy>> &verified) {
                    verified ? seal(*verified) : fail(verified.error());
                });
        });
}

void Upkeep::seal(const std::shared_ptr<store::StoreCopy> &copy)
{
    m_queue.run(
        this, [copy](store::Store &store) { return store.sealBackup(std::move(*copy)); },
        [this](const Result<store::BackupInfo> &info) {
            if (!info)
                return fail(info.error());
            m_round.hasBackedUp = true;
            expire();
        });
}

void Upkeep::expire()
{
    m_queue.run(
        this, [](store::Store &store) { return store.expireBackups(); },
        [this](const Result<int> &removed) {
            if (!removed) {
                qWarning("amparo.upkeep: older backups stay: %s",
                         qUtf8Printable(codeName(removed.error().code)));
                m_round.backupFailure = m_round.backupFailure.value_or(removed.error());
            }
            end();
        });
}

/// The others still go when their term is over.
void Upkeep::fail(const Error &backupFailure)
{
    if (backupFailure.code != ErrorCode::Cancelled)
        qWarning("amparo.upkeep: no backup: %s", qUtf8Printable(codeName(backupFailure.code)));
    m_round.backupFailure = backupFailure;
    expire();
}

void Upkeep::end()
{
    m_round.endedAt = m_clock.utcNow();
    m_status = m_round;
    m_isRunning = false;
    setStep({});
    Q_EMIT roundEnded(m_status);
    if (m_backUpAnyway)
        run();  // it was asked for when this round was past its backup
}

}  // namespace amparo::app
