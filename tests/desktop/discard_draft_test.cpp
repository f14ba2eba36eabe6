// A draft that its officer forgets, from the button to the store and its log.
#include "app/desktop/screening/screening_page.h"
#include "app/desktop/today/today_page.h"
#include "app/desktop/workplace.h"
#include "desktop/interviews.h"
#include "desktop/modal.h"
#include "desktop/open_post.h"
#include "desktop/specimens.h"

#include <QComboBox>
#include <QListWidget>
#include <QPointer>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// An officer's window with a screening that has just been begun, by key.
struct Counter {
    Counter()
    {
        activate(window);
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        REQUIRE(eventually([this] { return drafts() == 1; }));
    }

    template <class Job> auto ask(Job job)
    {
        using Answer = std::invoke_result_t<Job, store::Store &>;
        std::optional<Answer> answer;
        QObject receiver;
        window.post().store().run(&receiver, job, [&](Answer given) { answer = std::move(given); });
        REQUIRE(eventually([&] { return answer.has_value(); }));
        return require(std::move(*answer));
    }

    int drafts()
    {
        return ask([](store::Store &store) { return store.screenings().draftCount(); });
    }

    /// How often the log says that this draft was discarded; officers read no more of it.
    int discarded(ScreeningId draft)
    {
        return ask([draft](store::Store &store) {
            return store.audit().count(store::AuditAction::DraftDiscarded, draft.toText());
        });
    }

    ScreeningId draft() { return window.findChild<ScreeningPage *>()->interview()->screening().id; }

    OpenPost post{OpenPost::Forms::BuiltIn, record::Role::Officer};
    Workplace window{post.take()};
};

/// The page over a store that answers when it is told to.
struct Page {
    Page()
    {
        page.offerDiscarding();
        page.resize(1366, 768);
        activate(page);
        page.open(builtinInterview(record::Purpose::Primary, clock));
        REQUIRE(eventually([this] { return saver.waiting() == 1; }));
        saver.answer();
    }

    QDialog *beginDiscarding()
    {
        QDialog *dialog = openBy(page, "Discard the draft");
        press(*dialog, Qt::Key_Return);
        REQUIRE(eventually([this] { return saver.discarded.size() == 1; }));
        return dialog;
    }

    FixedClock clock;
    SlowSaver saver;
    ScreeningPage page{clock, saver};
};

}  // namespace

TEST_CASE("a draft begun by mistake is gone from the post, and the log says so", "[desktop][SEC-T4]")
{
    Counter counter;
    const ScreeningId draft = counter.draft();
    QPointer<QDialog> dialog = openBy(counter.window, "Discard the draft");
    CHECK(control<QComboBox>(*dialog, "Reason")->currentText() == QStringLiteral("It was begun by mistake"));
    press(*dialog, Qt::Key_Return);

    REQUIRE(eventually([&] { return !dialog; }));
    const auto *today = counter.window.findChild<TodayPage *>();
    REQUIRE(eventually([&] { return today->isVisible(); }));
    CHECK(says(counter.window, "The draft is discarded."));
    CHECK(counter.drafts() == 0);
    CHECK(eventually([&] { return control<QListWidget>(counter.window, "Drafts")->count() == 0; }));
    CHECK(counter.discarded(draft) == 1);
}

TEST_CASE("whoever noted signs is told to make the record final instead", "[desktop][SEC-T4]")
{
    Counter counter;
    press(counter.window, Qt::Key_3);  // travels with others
    press(counter.window, Qt::Key_4);  // signs
    press(counter.window, Qt::Key_5);
    const ScreeningId draft = counter.draft();
    QDialog *dialog = openBy(counter.window, "Discard the draft");
    QStringList words;
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        words.append(label->text());
    INFO(words.join(u'|').toStdString());
    CHECK(words.join(u'\n').contains(QLatin1String("2 sign")));

    SECTION("who thinks better of it goes on where he was")
    {
        press(*dialog, Qt::Key_Escape);
        press(counter.window, Qt::Key_8);
        REQUIRE(eventually([&] { return says(counter.window, "Draft saved"); }));
        CHECK(counter.drafts() == 1);
    }
    SECTION("who discards it nevertheless is on record")
    {
        control<QComboBox>(*dialog, "Reason")->setCurrentIndex(2);
        press(*dialog, Qt::Key_Return);
        REQUIRE(eventually([&] { return counter.drafts() == 0; }));
        CHECK(counter.discarded(draft) == 1);
    }
}

TEST_CASE("a draft that the store would not forget stays open with all its answers", "[desktop]")
{
    Page open;
    press(open.page, Qt::Key_3);
    press(open.page, Qt::Key_4);
    press(open.page, Qt::Key_5);
    QDialog *dialog = open.beginDiscarding();
    CHECK(open.page.interview());
    CHECK(open.saver.discarded.first().signs == 2);
    // What was typed last may be under way to the store: it comes before.
    while (open.saver.waiting() > 1)
        open.saver.answer();
    open.saver.answer(failure(ErrorCode::ReadOnly, QStringLiteral("test")));

    CHECK(says(*dialog, "The draft is still there."));
    press(*dialog, Qt::Key_Escape);
    REQUIRE(open.page.interview());
    CHECK(open.page.interview()->session().value(QStringLiteral("/data/travels")) ==
          QStringLiteral("others"));
    const auto saves = open.saver.drafts.size();
    CHECK(eventually([&] { return open.saver.drafts.size() > saves; }));  // nothing is taken for saved
}

TEST_CASE("answers that wait to be saved do not bring a discarded draft back", "[desktop]")
{
    Page open;
    press(open.page, Qt::Key_3);
    REQUIRE(eventually([&] { return open.saver.waiting() == 1; }));
    press(open.page, Qt::Key_2);  // waits for the save under way
    const auto saves = open.saver.drafts.size();
    open.beginDiscarding();
    open.saver.answer();
    open.saver.answer();

    REQUIRE(eventually([&] { return open.page.isEnabled() && !QApplication::activeModalWidget(); }));
    CHECK_FALSE(open.page.interview());
    CHECK(open.saver.drafts.size() == saves);
    CHECK(open.saver.waiting() == 0);
}

TEST_CASE("practice offers no discarding", "[desktop]")
{
    FixedClock clock;
    SlowSaver saver;
    ScreeningPage page(clock, saver);
    activate(page);
    page.open(builtinInterview(record::Purpose::Primary, clock));
    CHECK_FALSE(hasControl<QPushButton>(page, "Discard the draft"));
}
