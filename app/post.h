#pragma once

#include "app/installed_forms.h"
#include "base/clock.h"
#include "crypto/passphrase.h"
#include "record/interview.h"
#include "record/shift.h"
#include "store/store_queue.h"
#include "sync/sync_thread.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace amparo::app {

/// One open post: its store on a thread of its own, who is signed in, the open shift, the installed forms,
/// the way to the server.
///
/// What pages share, so that none of them talks to another. Destruction breaks off what is being sent,
/// finishes the queued jobs, closes the store and wipes its key. Thread: the one it was opened from, the GUI thread in the desktop.
class Post : public QObject {
    Q_OBJECT

public:
    using Opened = std::function<void(Result<std::unique_ptr<Post>>)>;

    /// Opens off the caller's thread, since deriving the key takes about half a second, and calls `done` in
    /// it. If `receiver` dies first, the post is closed again. Errors: Store::open()'s, and InvalidInput
    /// where an installed form cannot be read.
    static void open(QObject *receiver, const QString &folder, const QString &loginName,
                     crypto::Passphrase passphrase, const Clock &clock, Opened done);

    const record::Post &description() const { return m_description; }
    const record::Officer &officer() const { return m_officer; }
    const std::optional<record::Shift> &shift() const { return m_shift; }  ///< the open one
    const Clock &clock() const { return m_clock; }

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

    /// Tries at once, whatever was to be waited for.
    void sendNow() { m_sync->sendNow(); }

Q_SIGNALS:
    void shiftChanged();
    void recordsChanged();
    void syncStatusChanged(const amparo::sync::Status &status);
    void recordAcknowledged(amparo::ScreeningId id);

private:
    struct Content;
    Post(Content content, const Clock &clock);
    static Result<Content> read(const QString &folder, const QString &loginName,
                                const crypto::Passphrase &passphrase, const Clock &clock);

    const Clock &m_clock;
    record::Post m_description;
    record::Officer m_officer;
    std::optional<record::Shift> m_shift;
    QList<InterviewFormPtr> m_forms;
    std::unique_ptr<store::StoreQueue> m_store;
    std::unique_ptr<sync::SyncThread> m_sync;  // after the store, which has to outlive it
};

}  // namespace amparo::app
