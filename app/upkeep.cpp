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
        [this](const Result<store::BackupStatus> &status) {
            if (!status)
                return fail(status.error());
            status->isDue ? copy() : expire();
        });
}

void Upkeep::copy()
{
    m_queue.run(
        this, [](store::Store &store) { return store.stepScheduledBackup(pagesAStep); },
        [this](const Result<bool> &isCopied) {
            if (!isCopied)
                return fail(isCopied.error());
            *isCopied ? verify() : copy();
        });
}

void Upkeep::verify()
{
    m_queue.run(
        this, [](store::Store &store) { return store.takeScheduledBackup(); },
        [this](const Result<std::shared_ptr<store::StoreCopy>> &taken) {
            if (!taken)
                return fail(taken.error());
            runInPool(
                this, [copy = *taken] { return copy->verify().map([&] { return copy; }); },
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
        [this](const Result<int> &removed) { removed ? end() : fail(removed.error()); });
}

void Upkeep::fail(const Error &backupFailure)
{
    qWarning("amparo.upkeep: no backup: %s", qUtf8Printable(codeName(backupFailure.code)));
    m_round.backupFailure = backupFailure;
    end();
}

void Upkeep::end()
{
    m_round.endedAt = m_clock.utcNow();
    m_status = m_round;
    m_isRunning = false;
    Q_EMIT roundEnded(m_status);
}

}  // namespace amparo::app
