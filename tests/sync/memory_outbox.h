#pragma once

#include "base/clock.h"
#include "sync/outbox.h"

#include <QObject>

#include <map>
#include <memory>

namespace amparo::test {

/// What an outbox keeps when the program ends: shared by the outboxes of one test, one after the other.
struct OutboxContents {
    enum class State { Queued, Sending, Accepted, Quarantined };
    struct Row {
        ScreeningId id;
        sync::Parcel parcel;
        int priority = 0;
        State state = State::Queued;
        int attempts = 0;
        std::optional<QDateTime> nextAttemptAt;
        QString error;
        QString message;
        std::optional<store::Receipt> receipt;
    };
    QList<Row> rows;     // by age
    store::LinkUse use;  // of one day

    /// Adds a record of a small form; its id.
    ScreeningId add(const QString &instanceId, int priority = 0);
    const Row &row(const QString &instanceId) const;
    int count(State state) const;
};

/// An outbox in memory that keeps the rules of the real one, answers later as it does, and fails when told
/// to.
class MemoryOutbox final : public QObject, public sync::Outbox {
public:
    MemoryOutbox(std::shared_ptr<OutboxContents> contents, const Clock &clock)
        : m_contents(std::move(contents)), m_clock(clock)
    {}

    /// The next transition of that name ("acknowledge", "postpone", "quarantine", "take") fails and
    /// changes nothing.
    void failNext(const QByteArray &transition) { m_failing = transition; }

    void requeueInterrupted(Done<> done) override;
    void take(int most, Which which, Notes notes, Done<QList<sync::OutboxEntry>> done) override;
    void acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done) override;
    void postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                  std::optional<QDateTime> nextAttemptAt, Done<> done) override;
    void quarantine(ScreeningId id, const QString &error, const QString &serverMessage, Done<> done) override;
    void releaseAll(Done<> done) override;
    void summarise(Done<sync::OutboxSummary> done) override;
    void readUse(QDate day, Done<store::LinkUse> done) override;
    void addUse(const store::LinkUse &more, Done<> done) override;

private:
    template <class T> void later(Done<T> done, Result<T> result)
    {
        QMetaObject::invokeMethod(
            this, [done, result] { done(result); }, Qt::QueuedConnection);
    }
    bool fails(const QByteArray &transition);
    void transition(const QByteArray &name, ScreeningId id,
                    const std::function<void(OutboxContents::Row &)> &change, Done<> done);

    std::shared_ptr<OutboxContents> m_contents;
    const Clock &m_clock;
    QByteArray m_failing;
};

}  // namespace amparo::test
