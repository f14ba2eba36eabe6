// Training through the real window and the real store: a scenario by keyboard alone, and nothing of it among
// the records.
#include "app/desktop/training/training_page.h"
#include "app/desktop/workplace.h"
#include "app/report_source.h"
#include "journey/person.h"
#include "support/catch.h"
#include "support/gui.h"
#include "support/samples.h"
#include "support/test_store.h"

#include <QLabel>
#include <QListWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QTimeZone>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

/// Everything that a screening would leave behind.
struct Traces {
    qsizetype drafts = 0;
    qsizetype records = 0;
    qsizetype found = 0;  ///< by the name of the scenario's traveller
    int waiting = 0;
    qsizetype reported = 0;
    QStringList acts;  ///< of the audit log
};

Traces tracesIn(const QString &folder)
{
    auto store = require(store::Store::open(folder, officerName(), aPassphrase(), systemClock()));
    Traces traces;
    traces.drafts = require(store->screenings().drafts()).size();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    // Scenarios play on days of their own: neither those nor today may hold anything.
    traces.records = require(store->screenings().finalBetween(now.addYears(-20), now.addYears(20))).size();
    store::ScreeningFilter byName;
    byName.text = QStringLiteral("teran");
    traces.found = require(store->screenings().page(byName, 10, std::nullopt)).screenings.size();
    const auto counts = require(store->outbox().counts());
    traces.waiting = counts.queued + counts.sending + counts.acknowledged + counts.quarantined;
    for (const store::AuditEntry &entry : auditEntries(store->audit()))
        traces.acts.append(store::auditActionName(entry.action));
    return traces;
}

void waitForStory(Person &person, MainWindow &window, const char *words)
{
    const auto *story = control<QTextBrowser>(window, "What happens");
    CAPTURE(words);
    REQUIRE(person.sees([&] { return story->toPlainText().contains(QString::fromUtf8(words)); }));
}

/// To the list of scenarios, at the one with this title.
void goToScenario(Person &person, MainWindow &window, const QString &title)
{
    person.press(Qt::Key_7, Qt::ControlModifier);
    REQUIRE(person.reads(QStringLiteral("TRAINING")));
    auto *table = control<QTableWidget>(window, "Scenarios");
    REQUIRE(table->hasFocus());
    for (int i = 0; i < table->rowCount() && table->item(table->currentRow(), 0)->text() != title; ++i)
        person.press(Qt::Key_Down);
    REQUIRE(table->item(table->currentRow(), 0)->text() == title);
}

}  // namespace

TEST_CASE("a scenario is played by keyboard alone, scored and kept, and leaves no record", "[journey]")
{
    const QTemporaryDir folder(quickFolder());
    require(makePost(folder.path()));
    {
        MainWindow window(folder.path(), false, systemClock());
        Person person(window);
        REQUIRE(person.signIn());
        goToScenario(person, window, QStringLiteral("A folded piece of paper"));
        CHECK(window.windowTitle().contains(QStringLiteral("TRAINING")));
        CHECK(person.reads(QStringLiteral("You have passed 0 of")));

        person.press(Qt::Key_Return);
        waitForStory(person, window, "help me please");
        person.press(Qt::Key_Return);  // the document, first on the list
        REQUIRE(person.reads(QStringLiteral("TERAN, NOEMI ALBA")));
        person.press(Qt::Key_Down);
        person.press(Qt::Key_Return);
        waitForStory(person, window, "He has noticed nothing");
        person.press(Qt::Key_Down);
        person.press(Qt::Key_Return);
        waitForStory(person, window, "She comes with you");
        person.press(Qt::Key_Down);
        person.press(Qt::Key_Return);
        waitForStory(person, window, "Not to go with him");

        person.press(Qt::Key_F5);
        person.press(Qt::Key_3);
        person.press(Qt::Key_1);
        CHECK(person.reads(QStringLiteral("TRAINING")));
        person.press(Qt::Key_F4);
        person.press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(person.reads(QStringLiteral("100 of 100 points")));
        CHECK(person.reads(QStringLiteral("TRAINING")));
        CHECK(control<QTextBrowser>(window, "What came out, and why")
                  ->toPlainText()
                  .contains(QStringLiteral("A written note is a request for help")));

        person.press(Qt::Key_L, Qt::AltModifier);
        CHECK(person.reads(QStringLiteral("You have passed 1 of")));
        const auto *progress = control<QTableWidget>(window, "Scenarios passed at this post");
        CHECK(person.sees([&] {
            return progress->item(0, 1) && progress->item(0, 1)->text() == QStringLiteral("1 of 1 tried");
        }));
    }
    const Traces traces = tracesIn(folder.path());
    CHECK(traces.drafts == 0);
    CHECK(traces.records == 0);
    CHECK(traces.found == 0);
    CHECK(traces.waiting == 0);
    CHECK_FALSE(traces.acts.contains(QStringLiteral("screening-finalised")));
    auto store = require(store::Store::open(folder.path(), officerName(), aPassphrase(), systemClock()));
    const auto mine = require(store->training().mine());
    REQUIRE(mine.size() == 1);
    CHECK(mine.first().scenario == QStringLiteral("folded-note"));
    CHECK(mine.first().points == 100);
    CHECK(mine.first().passed);
}

TEST_CASE("a draft in training is not saved, and a wrong way is told and not passed", "[journey]")
{
    const QTemporaryDir folder(quickFolder());
    require(makePost(folder.path()));
    {
        MainWindow window(folder.path(), false, systemClock());
        Person person(window);
        REQUIRE(person.signIn());
        goToScenario(person, window, QStringLiteral("A folded piece of paper"));
        person.press(Qt::Key_Return);
        waitForStory(person, window, "help me please");
        auto *moves = control<QListWidget>(window, "What you may read, ask or do");
        moves->setCurrentRow(moves->count() - 1);
        person.press(Qt::Key_Return);
        waitForStory(person, window, "He shouts and takes out his phone");
        person.press(Qt::Key_F5);
        person.press(Qt::Key_3);
        person.press(Qt::Key_F2);
        person.press(Qt::Key_Return, Qt::ControlModifier);
        REQUIRE(person.reads(QStringLiteral("Not passed")));
        const QString why = control<QTextBrowser>(window, "What came out, and why")->toPlainText();
        CHECK(why.contains(QStringLiteral("Missed:")));
        CHECK(why.contains(QStringLiteral("Never (9):")));
        CHECK(why.contains(QStringLiteral("Urgent protection would have been right")));

        person.press(Qt::Key_T, Qt::AltModifier);  // again
        const auto *story = control<QTextBrowser>(window, "What happens");
        REQUIRE(person.sees([&] {
            return story->isVisible() && !story->toPlainText().contains(QStringLiteral("He shouts"));
        }));
        person.press(Qt::Key_F5);
        person.press(Qt::Key_1);  // and leaves it open
        REQUIRE(person.reads(QStringLiteral("Draft saved")));
    }
    const Traces traces = tracesIn(folder.path());
    CHECK(traces.drafts == 0);
    CHECK(traces.records == 0);
    CHECK(traces.waiting == 0);
}

TEST_CASE("a specimen on the reader stays in training, a real document begins a real screening", "[journey]")
{
    const QTemporaryDir folder(quickFolder());
    require(makePost(folder.path()));
    MainWindow window(folder.path(), false, systemClock());
    Person person(window);
    REQUIRE(person.signIn());
    goToScenario(person, window, QStringLiteral("A folded piece of paper"));
    person.press(Qt::Key_Return);
    waitForStory(person, window, "help me please");

    person.scan(specimenPassport());
    REQUIRE(person.reads(QStringLiteral("ERIKSSON, ANNA MARIA")));
    CHECK(window.workplace()->isTraining());
    CHECK(person.screening().interview() == nullptr);  // the post's own page

    // The same holder with a passport of a State that exists; only that and the check digits over it change.
    person.scan(QStringLiteral("P<BOLERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r"
                               "L898902C36BOL7408122F1204159ZE184226B<<<<<10\r"));
    REQUIRE(person.sees([&] { return person.screening().interview() != nullptr; }));
    CHECK_FALSE(window.workplace()->isTraining());
    CHECK_FALSE(window.windowTitle().contains(QStringLiteral("TRAINING")));

    person.press(Qt::Key_7, Qt::ControlModifier);
    CHECK(control<QTextBrowser>(window, "What happens")->isVisible());  // the scenario waited
}
