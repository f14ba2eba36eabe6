#pragma once

#include "base/clock.h"
#include "store/store_queue.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace amparo::app {

/// How the last round of a post's own duties went.
struct UpkeepStatus {
    std::optional<QDateTime> endedAt;       ///< UTC; nullopt: there has been none since sign-in
    int erased = 0;                         ///< drafts and records, by their terms
    std::optional<Error> retentionFailure;  ///< nullopt: what was due is erased
    bool hasBackedUp = false;
    std::optional<Error> backupFailure;  ///< nullopt: there is a backup as young as the schedule wants, or no
                                         ///< schedule; Cancelled: a person stopped it

    bool operator==(const UpkeepStatus &) const = default;
};

/// What a post does by itself while somebody is signed in: erases what is past its term, makes the backup
/// that is due, removes backups that are past theirs. Shortly after sign-in and then once an hour.
///
/// It goes in small jobs through the store's queue, so that no page waits for it; a backup is read back in
/// the pool. Broken off anywhere, the next round goes on. Where the clock has leapt, nothing is erased by
/// term until it has stood for a day (Store::isClockSteady()). Thread: that of its post.
class Upkeep : public QObject {
    Q_OBJECT

public:
    Upkeep(store::StoreQueue &queue, const Clock &clock);  // both borrowed; the queue outlives it

    /// A round at once, unless one is on its way.
    void run();

    /// A backup into the schedule's folder, due or not, as a round of its own or in the one on its way.
    void backUpNow();

    /// Ends a backup that is being copied, and keeps nothing of it; what is read back already is finished.
    void cancelBackup();

    /// How far a backup has come.
    struct BackupStep {
        enum class Kind { None, Copying, ReadingBack };
        Kind kind = Kind::None;
        double done = 0;  ///< of the copying, 0 to 1

        bool operator==(const BackupStep &) const = default;
    };
    const BackupStep &backupStep() const { return m_backupStep; }

    const UpkeepStatus &status() const { return m_status; }

Q_SIGNALS:
    void recordsErased();
    void backupStepped(const amparo::app::Upkeep::BackupStep &step);
    void roundEnded(const amparo::app::UpkeepStatus &status);

private:
    void erase();
    void backUp();
    void copy();
    void verify();
    void seal(const std::shared_ptr<store::StoreCopy> &copy);
    void expire();
    void fail(const Error &backupFailure);
    void end();
    void setStep(const BackupStep &step);

    store::StoreQueue &m_queue;
    const Clock &m_clock;
    QTimer m_timer;
    bool m_isRunning = false;
    bool m_backUpAnyway = false;
    bool m_isCancelled = false;
    BackupStep m_backupStep;
    UpkeepStatus m_round;  ///< the one on its way
    UpkeepStatus m_status;
};

}  // namespace amparo::app
