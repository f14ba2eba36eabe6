#include "app/desktop/post_drafts.h"
#include "app/desktop/post_encounters.h"
#include "app/desktop/screening/screening_page.h"
#include "desktop/interviews.h"
#include "desktop/open_post.h"
#include "desktop/slow_encounters.h"
#include "desktop/specimens.h"
#include "resources/builtin_forms.h"
#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using record::EncounterMatch;
using record::LinkKind;

namespace {

/// The page over a store that answers when it is told to.
class Desk : public QWidget {
public:
    explicit Desk(record::Purpose purpose = record::Purpose::Primary)
    {
        page.showEncountersOf(encounters);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(&page);
        resize(1366, 900);
        activate(*this);
        page.open(builtinInterview(purpose, clock));
        save();
    }

    void save()
    {
        REQUIRE(eventually([this] { return saver.waiting() > 0; }));
        while (saver.waiting() > 0) {
            saver.answer();
            QCoreApplication::processEvents();
        }
    }

    void read(const QString &mrz)
    {
        page.readMrz(mrz);
        save();
    }

    QListWidget *list() { return control<QListWidget>(*this, "Earlier encounters and shared answers"); }

    FixedClock clock;
    SlowSaver saver;
    SlowEncounters encounters;
    ScreeningPage page{clock, saver, this};
};

record::EncounterReport someReport(const Clock &clock)
{
    record::EncounterReport report;
    report.earlier = {{clock.utcNow().addDays(-9), QStringLiteral("Desaguadero"), record::Line::Primary,
                       record::Decision::SecondLine, EncounterMatch::Document},
                      {clock.utcNow().addDays(-40), QStringLiteral("Desaguadero"), record::Line::Primary,
                       record::Decision::Clear, EncounterMatch::Name}};
    report.shared = {{LinkKind::Phone, 3, clock.utcNow().addDays(-70)}};
    return report;
}

bool labelSays(QWidget &root, const QString &sentence)
{
    const QList<QLabel *> labels = root.findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(sentence);
    });
}

}  // namespace

TEST_CASE("earlier encounters stand beside the advice and change nothing of it", "[desktop][SEC-R3]")
{
    Desk desk;
    desk.read(passport);
    press(desk, Qt::Key_3);
    press(desk, Qt::Key_4);
    desk.save();
    const record::Interview before = *desk.page.interview();
    REQUIRE(desk.encounters.waiting() > 0);
    desk.encounters.answerAll(someReport(desk.clock));

    REQUIRE(desk.list()->count() == 3);
    CHECK(desk.list()->item(0)->text().startsWith(
        QStringLiteral("The telephone number given here was also given in 3 other record(s) since ")));
    CHECK(desk.list()->item(1)->text().endsWith(
        QStringLiteral(", Desaguadero. Primary line; decided: Second line. Same document.")));
    CHECK(desk.list()->item(2)->text().contains(QStringLiteral("it may be another person")));
    control<QToolButton>(desk, "Earlier encounters: 3");
    CHECK(labelSays(desk, QStringLiteral("They never change the advice.")));

    // Byte for byte: the assessment, and the answers that become the record.
    const record::Interview &after = *desk.page.interview();
    CHECK(after.assessment() == before.assessment());
    CHECK(after.screening() == before.screening());
    CHECK(after.answers() == before.answers());
    CHECK(after.session().toXml() == before.session().toXml());
}

TEST_CASE("it looks up only what has changed, once it is saved", "[desktop][SEC-R3]")
{
    Desk desk;
    desk.encounters.answerAll({});
    const qsizetype asked = desk.encounters.asked.size();
    press(desk, Qt::Key_3);
    press(desk, Qt::Key_4);
    desk.save();
    CHECK(desk.encounters.asked.size() == asked);  // answers that link nothing

    desk.page.readMrz(passport);
    CHECK(desk.encounters.asked.size() == asked);  // not yet in the store
    desk.save();
    CHECK(desk.encounters.asked.size() == asked + 1);
    CHECK(labelSays(desk, QStringLiteral("Looking for earlier encounters…")));

    SECTION("what is answered about the person before is dropped")
    {
        control<QToolButton>(desk, "Earlier encounters");
        press(desk, Qt::Key_F7);
        control<QLineEdit>(desk, "Document number")->setText(QStringLiteral("X1"));
        QTest::mouseClick(control<QPushButton>(desk, "Take over the document's data"), Qt::LeftButton);
        desk.save();
        REQUIRE(desk.encounters.asked.size() == asked + 2);
        desk.encounters.answer(someReport(desk.clock));
        CHECK(desk.list()->count() == 0);
        desk.encounters.answer({});
        CHECK(labelSays(desk, QStringLiteral("That says nothing about today.")));
    }
}

TEST_CASE("a refusal or a failure is said, and work goes on", "[desktop][SEC-R3]")
{
    Desk desk;
    desk.encounters.answerAll({});
    desk.read(passport);
    SECTION("after many look-ups")
    {
        record::EncounterReport refused;
        refused.wait = std::chrono::seconds(301);
        desk.encounters.answer(refused);
        CHECK(labelSays(desk, QStringLiteral("The next can be made in 6 minute(s).")));
    }
    SECTION("by the store")
    {
        desk.encounters.answer(failure(ErrorCode::Denied, QStringLiteral("x")));
        CHECK(labelSays(desk, QStringLiteral("Go on without them.")));
    }
    SECTION("while older records are being added")
    {
        record::EncounterReport report;
        report.isComplete = false;
        desk.encounters.answer(report);
        CHECK(labelSays(desk, QStringLiteral("Older records are still being added.")));
    }
    CHECK(desk.page.interview() != nullptr);
}

TEST_CASE("while a traveller reads the questions nothing is told of earlier encounters", "[desktop][SEC-R3]")
{
    Desk desk(record::Purpose::Second);
    desk.read(passport);
    desk.encounters.answerAll(someReport(desk.clock));
    CHECK(desk.list()->isVisible());
    auto *languages = control<QComboBox>(desk, "Language of the questions");
    languages->setCurrentIndex(languages->findData(QStringLiteral("fr")));
    Q_EMIT languages->activated(languages->currentIndex());
    CHECK_FALSE(desk.list()->isVisible());
    auto *fold = control<QToolButton>(desk, "Earlier encounters");  // without a count

    fold->setFocus();
    press(desk, Qt::Key_Space);  // the officer wants to know all the same
    CHECK(desk.list()->isVisible());
    press(desk, Qt::Key_Space);
    CHECK_FALSE(desk.list()->isVisible());
}

TEST_CASE("without a store there is no panel", "[desktop]")
{
    FixedClock clock;
    SlowSaver saver;
    ScreeningPage page(clock, saver);
    page.resize(1366, 768);
    activate(page);
    page.open(builtinInterview(record::Purpose::Primary, clock));
    const QList<QToolButton *> buttons = page.findChildren<QToolButton *>();
    CHECK(std::none_of(buttons.begin(), buttons.end(), [](const QToolButton *button) {
        return button->isVisible() && button->text().startsWith(QStringLiteral("Earlier encounters"));
    }));
}

TEST_CASE("who comes back is told of at a real post", "[desktop][SEC-R3]")
{
    OpenPost post(OpenPost::Forms::BuiltIn);
    QWidget window;
    const app::InterviewFormPtr form = app::formFor(post->forms(), record::Purpose::Primary);
    REQUIRE(form);
    PostDrafts drafts(*post);
    PostEncounters encounters(*post);
    ScreeningPage page(post.clock, drafts, &window);
    page.showEncountersOf(encounters);
    window.resize(1366, 900);
    page.resize(window.size());
    activate(window);
    const auto begin = [&](const QString &mrz) {
        page.open(require(
            record::Interview::begin(form, EncounterId::create(), post->setting(QStringLiteral("en")))));
        page.readMrz(mrz);
    };
    begin(passport);
    CHECK(eventually([&] { return labelSays(window, QStringLiteral("None is known at this post.")); }));
    press(window, Qt::Key_3);
    const auto recommended = page.interview()->assessment()->recommendation;
    press(window, recommended == risk::Recommendation::Clear ? Qt::Key_F2 : Qt::Key_F3);
    press(window, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(eventually([&] { return page.interview() == nullptr; }));

    begin(identityCard);  // another document of the same person
    CHECK(eventually([&] { return labelSays(window, QStringLiteral("They may have ordinary reasons.")); }));
    auto *list = control<QListWidget>(window, "Earlier encounters and shared answers");
    REQUIRE(list->count() == 1);
    CHECK(list->item(0)->text().contains(QStringLiteral("Desaguadero")));
    CHECK_FALSE(list->item(0)->text().contains(QStringLiteral("ERIKSSON"), Qt::CaseInsensitive));
}
