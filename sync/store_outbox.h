#pragma once

#include "sync/outbox.h"

#include <QObject>

namespace amparo::store {
class StoreQueue;
}

namespace amparo::sync {

/// Files of a record as they go out, each with the type that its name says. Thread: any.
QList<Attachment> attachmentsOf(const QMap<QString, QByteArray> &files);

/// The outbox of a post's store. Acknowledgements that come together, as those of a batch do, are one
/// transaction. Thread: the engine's; the store works in its own.
class StoreOutbox final : public QObject, public Outbox {
public:
    explicit StoreOutbox(store::StoreQueue &queue);  // borrowed

    void requeueInterrupted(Done<> done) override;
    void take(int most, Which which, Notes notes, Done<QList<OutboxEntry>> done) override;
    void acknowledge(ScreeningId id, const store::Receipt &receipt, Done<> done) override;
    void postpone(ScreeningId id, const QString &error, const QString &serverMessage,
                  std::optional<QDateTime> nextAttemptAt, Done<> done) override;
    void quarantine(ScreeningId id, const QString &error, const QString &serverMessage, Done<> done) override;
    void releaseAll(Done<> done) override;
    void summarise(Done<OutboxSummary> done) override;
    void readUse(QDate day, Done<store::LinkUse> done) override;
    void addUse(const store::LinkUse &more, Done<> done) override;

private:
    struct Acknowledgement {
        store::Acknowledged received;
        Done<> done;
    };
    void keepReceipts();
    void keepOneByOne(const QList<Acknowledgement> &acknowledgements);

    store::StoreQueue &m_queue;
    QList<Acknowledgement> m_acknowledgements;  // that came in this turn of the event loop
};

}  // namespace amparo::sync
