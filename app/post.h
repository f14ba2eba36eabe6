#pragma once

#include "app/form_updates.h"
#include "app/installed_forms.h"
#include "app/key_change.h"
#include "app/lock_reason.h"
#include "app/package_intake.h"
#include "app/package_updates.h"
#include "app/upkeep.h"
#include "base/clock.h"
#include "crypto/passphrase.h"
#include "record/interview.h"
#include "record/shift.h"
#include "store/store_queue.h"
#include "sync/relay/relay.h"
#include "sync/sync_thread.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace amparo::app {

/// One open post: its store on a thread of its own, who is signed in, the open shift, the installed forms,
/// the way to the server.
///
/// What pages share, so that none of them talks to another. Destruction breaks off what is being sent,
/// finishes the queued jobs, writes that the officer leaves, closes the store and wipes its key. Thread: the
/// one it was opened from, the GUI thread in the desktop.
class Post : public QObject {
    Q_OBJECT

public:
    using Opened = std::function<void(Result<std::unique_ptr<Post>>)>;

    /// Opens off the caller's thread, since deriving the key takes about half a second, and calls `done` in
    /// it. If `receiver` dies first, the post is closed again. Errors: Store::open()'s, and InvalidInput
    /// where an installed form cannot be read.
    static void open(QObject *receiver, const QString &folder, const QString &loginName,
                     crypto::Passphrase passphrase, const Clock &clock, Opened done);

    struct Unlocked {
        Result<std::unique_ptr<Post>> post;
        std::unique_ptr<store::QuickUnlock> quick;  ///< back from where it was used
    };
    /// Opens it again with a PIN; otherwise as open(). Errors: Store::unlock()'s.
    static void unlock(QObject *receiver, const QString &folder, std::unique_ptr<store::QuickUnlock> quick,
                       crypto::Passphrase pin, const Clock &clock, std::function<void(Unlocked)> done);

    ~Post() override;

    /// What destruction writes into the log: that the session is locked, and not that the officer has signed
    /// out.
    void setLocked(LockReason why) { m_locked = why; }

    const record::Post &description() const { return m_description; }
    const record::Officer &officer() const { return m_officer; }
    const std::optional<record::Shift> &shift() const { return m_shift; }  ///< the open one
    const Clock &clock() const { return m_clock; }
    std::chrono::minutes lockTime() const { return m_lockTime; }  ///< see store/lock_time.h
    bool isPinAllowed() const { return m_isPinAllowed; }          ///< likewise

    /// Goes by the policies as the store has them now; policiesChanged() tells when.
    void rereadPolicies();

    /// The installed forms, each in its current version.
    const QList<InterviewFormPtr> &forms() const { return m_forms; }

    /// The form version that a draft began with, read from the store where it is not the current one.
    void findForm(QObject *receiver, const QString &formId, const QString &version,
                  std::function<void(Result<InterviewFormPtr>)> done);

    /// For an interview held now. There must be an open shift.
    record::Setting setting(const QString &language) const;

    store::StoreQueue &store() { return *m_store; }

    /// Runs a job that changes records and tells everyone afterwards; otherwise as StoreQueue::run().
    template <class Job, class Done> void change(QObject *receiver, Job job, Done done)
    {
        m_store->run(receiver, std::move(job), [this, done = std::move(done)](auto answer) mutable {
            const bool changed = bool(answer);
            done(std::move(answer));
            if (changed)
                Q_EMIT recordsChanged();
        });
    }

    void openShift(QObject *receiver, std::function<void(Result<record::Shift>)> done);
    void closeShift(QObject *receiver, std::optional<int> peopleChecked, const QString &handoverNotes,
                    std::function<void(Result<record::Shift>)> done);

    /// How things stand with the server. Records go out by themselves.
    const sync::Status &syncStatus() const { return m_sync->status(); }

    /// How the store itself fares.
    struct Health {
        bool isDamaged = false;  ///< it is only read; see store::salvageStore()
        store::DiskRoom room = store::DiskRoom::Enough;

        bool operator==(const Health &) const = default;
    };
    const Health &health() const { return m_health; }

    /// Asks the store at once how it fares, after something was found out.
    void lookAtHealth();

    /// Tries at once, whatever back-off was to be waited for.
    void sendNow() { m_sync->sendNow(); }

    /// Sends no further record until it is called again, or the program ends.
    void setSendingPaused(bool isPaused);

    /// Lets a record that the server refused try again.
    void sendAgain(QObject *receiver, ScreeningId record, std::function<void(Result<>)> done);

    /// Takes up what headquarters has signed, see app::takeIn(); policies and notices are in force at once.
    void takePackages(QObject *receiver, const QList<QByteArray> &signedBytes,
                      std::function<void(Result<PackageIntake>)> done);

    /// This station as the relay of the post; it serves as its policies say, for as long as the post is open.
    const relay::Relay &relay() const { return *m_relay; }

    /// Server and rules for the link have changed in the store.
    void reloadSync();

    /// What the post does by itself: terms of records and backups. recordsChanged() tells of what was erased.
    Upkeep &upkeep() { return *m_upkeep; }

    /// A change of the store's key. Who leaves before its end leaves the key as it was.
    KeyChange &keyChange() { return *m_keyChange; }

Q_SIGNALS:
    void shiftChanged();
    void recordsChanged();
    void policiesChanged();
    void healthChanged(const amparo::app::Post::Health &health);
    void syncStatusChanged(const amparo::sync::Status &status);
    void recordAcknowledged(amparo::ScreeningId id);
    void relayChanged();
    void packagesTaken();

private:
    struct Content;
    struct Policies;
    Post(Content content, const Clock &clock);
    static Result<Policies> readPolicies(store::Store &store);
    static Result<Content> read(std::unique_ptr<store::Store> store);
    static Result<std::unique_ptr<Post>> from(Result<Content> content, const Clock &clock);
    void indexEarlierEncounters();  ///< some at a time, between the other jobs

    void goBy(const Policies &policies);
    void serveLanes(const std::optional<relay::RelaySettings> &settings);
    void watchHealth();
    void examine(qint64 firstPage);
    void setHealth(const Health &health);

    const Clock &m_clock;
    Health m_health;
    QTimer m_roomTimer;
    record::Post m_description;
    record::Officer m_officer;
    std::optional<record::Shift> m_shift;
    QList<InterviewFormPtr> m_forms;
    std::chrono::minutes m_lockTime;
    bool m_isPinAllowed;
    std::optional<LockReason> m_locked;
    std::unique_ptr<store::StoreQueue> m_store;
    std::unique_ptr<Upkeep> m_upkeep;
    std::unique_ptr<KeyChange> m_keyChange;
    std::unique_ptr<FormUpdates> m_formUpdates;
    std::unique_ptr<PackageUpdates> m_packageUpdates;
    std::unique_ptr<sync::SyncThread> m_sync;  // after the store, which has to outlive it
    std::unique_ptr<relay::Relay> m_relay;     // likewise
    std::optional<relay::RelaySettings> m_relaySettings;
};

}  // namespace amparo::app
