#include "store/store_queue.h"

#include "support/catch.h"
#include "support/eventually.h"
#include "support/test_store.h"

#include <QThread>

using namespace amparo;
using namespace amparo::store;
using test::eventually;
using test::require;
using test::TestStore;

TEST_CASE("a job runs on the store's thread and is answered on the caller's", "[store]")
{
    TestStore store;
    const auto screening = store.addFinal();
    StoreQueue queue(store.take());
    QObject receiver;
    QThread *jobThread = nullptr;
    QThread *answerThread = nullptr;
    std::optional<record::Screening> found;
    queue.run(
        &receiver,
        [id = screening.id, &jobThread](Store &opened) {
            jobThread = QThread::currentThread();
            return opened.screenings().find(id);
        },
        [&](const Result<std::optional<record::Screening>> &answer) {
            answerThread = QThread::currentThread();
            found = require(answer);
        });
    REQUIRE(eventually([&] { return answerThread != nullptr; }));
    CHECK(found == screening);
    CHECK(jobThread != QThread::currentThread());
    CHECK(answerThread == QThread::currentThread());
}

TEST_CASE("jobs run in the order given", "[store]")
{
    TestStore store;
    StoreQueue queue(store.take());
    QObject receiver;
    QList<int> ran;
    QList<int> answered;
    for (int i = 0; i < 100; ++i) {
        queue.run(
            &receiver,
            [i, &ran](Store &) {
                ran.append(i);
                return i;
            },
            [&answered](int answer) { answered.append(answer); });
    }
    REQUIRE(eventually([&] { return answered.size() == 100; }));
    CHECK(std::ranges::is_sorted(answered));
    CHECK(ran == answered);
}

TEST_CASE("a receiver that has gone is not answered, and its job still runs", "[store]")
{
    TestStore store;
    StoreQueue queue(store.take());
    QObject receiver;
    bool called = false;
    std::atomic<bool> ran = false;
    bool last = false;
    {
        QObject shortLived;
        queue.run(
            &shortLived, [&ran](Store &) { return ran = true; }, [&called](bool) { called = true; });
    }
    queue.run(
        &receiver, [](Store &) { return 0; }, [&last](int) { last = true; });
    REQUIRE(eventually([&] { return last; }));
    CHECK(ran);
    CHECK_FALSE(called);
}

TEST_CASE("what is queued is written before the queue ends", "[store]")
{
    TestStore store;
    const auto draft = store.addDraft();
    QObject receiver;
    {
        StoreQueue queue(store.take());
        for (int i = 0; i <= 50; ++i) {
            queue.run(
                &receiver,
                [draft, i](Store &opened) {
                    return opened.screenings().saveDraft(draft, QByteArray::number(i));
                },
                [](const Result<> &) {});
        }
    }
    require(store.open());
    CHECK(require(store->screenings().answers(draft.id)) == "50");
}
