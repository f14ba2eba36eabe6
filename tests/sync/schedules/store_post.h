#pragma once

#include "store/store_queue.h"
#include "support/test_store.h"
#include "sync/schedules/post.h"

#include <QSemaphore>

namespace amparo::test {

/// A post with its real, encrypted store. `clock` is borrowed.
///
/// Killed, it goes on with what lies on the disk, copied between two transactions; restored, with a backup
/// file that was read back and put in place as the program does it; set back, with an image of its folder, or
/// with the database of then beside the mark of now.
class StorePost final : public Post {
public:
    explicit StorePost(const Clock &clock);
    ~StorePost() override;

    void addRecord(int fileBytes) override;
    RecordCounts counts() override;
    QList<MadeRecord> records() override;
    std::unique_ptr<sync::Outbox> makeOutbox() override;
    std::unique_ptr<thin::Station> makeStation(const sync::ServerSettings &settings) override;
    void kill() override;
    void backUp() override;
    void restore() override;
    void setBack(int how) override;
    QString flaw() const override { return m_flaw; }

    store::StoreQueue &queue() { return *m_queue; }
    QByteArray sealingKey();  ///< the post's, Ed25519

    /// What `job` says of the store, in whose thread it runs meanwhile.
    template <class Job> auto ask(Job job)
    {
        std::optional<std::invoke_result_t<Job, store::Store &>> answer;
        QSemaphore isDone;
        m_queue->run(
            &m_receiver,
            [&](store::Store &store) {
                answer = job(store);
                isDone.release();
                return true;
            },
            [](bool) {});
        isDone.acquire();
        return *std::move(answer);
    }

private:
    struct Made {
        ScreeningId id;
        sync::Parcel parcel;
    };

    void open();
    void close() { m_queue.reset(); }
    void copyTo(const QString &folder);
    QString nextFolder();

    const Clock &m_clock;
    const TestStore &m_pattern;
    QTemporaryDir m_folders{quickFolder()};
    QString m_folder;  // of the store, in m_folders
    QString m_image;
    QString m_backup;
    int m_count = 0;  // of folders
    QObject m_receiver;
    std::unique_ptr<store::StoreQueue> m_queue;  // null: closed
    QList<Made> m_made;
    QString m_flaw;
};

}  // namespace amparo::test
