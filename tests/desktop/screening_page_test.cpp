#include "app/desktop/screening/screening_page.h"

#include "app/desktop/widgets/wedge_filter.h"
#include "desktop/interviews.h"
#include "desktop/specimens.h"
#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

/// The page in a window of its own, over the primary checklist.
class Screen : public QWidget {
public:
    explicit Screen(record::Purpose purpose = record::Purpose::Primary)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(&page);
        resize(1366, 768);
        activate(*this);
        page.open(builtinInterview(purpose, clock));
    }

    QString value(const char *path) const
    {
        return page.interview()->session().value(QString::fromLatin1(path)).value_or(QString());
    }
    QString band() const { return page.interview()->assessment()->band.code; }

    FixedClock clock;
    SlowSaver saver;
    ScreeningPage page{clock, saver, this};
};

}  // namespace

TEST_CASE("the checklist is answered with the keys beside its items", "[desktop]")
{
    Screen screen;
    screen.page.readMrz(passport);
    press(screen, Qt::Key_3);  // the first question takes digits for itself, and goes on
    CHECK(screen.value("/data/travels") == QStringLiteral("others"));
    CHECK(screen.value("/data/checklist/gen_05") == QStringLiteral("not_observed"));

    press(screen, Qt::Key_4);
    CHECK(screen.value("/data/checklist/gen_05") == QStringLiteral("yes"));
    press(screen, Qt::Key_4);
    CHECK(screen.value("/data/checklist/gen_05") == QStringLiteral("not_observed"));

    SECTION("Y, N and U answer the item that has the focus")
    {
        press(screen, Qt::Key_N);
        CHECK(screen.value("/data/checklist/gen_05") == QStringLiteral("no"));
        press(screen, Qt::Key_Y);
        CHECK(screen.value("/data/checklist/gen_05") == QStringLiteral("yes"));
        press(screen, Qt::Key_U);
        CHECK(screen.value("/data/checklist/gen_05") == QStringLiteral("not_observed"));
    }
    SECTION("arrows go from item to item and from answer to answer")
    {
        press(screen, Qt::Key_Up);
        press(screen, Qt::Key_Space);
        CHECK(screen.value("/data/checklist/gen_03") == QStringLiteral("yes"));
        press(screen, Qt::Key_Right);
        CHECK(screen.value("/data/checklist/gen_03") == QStringLiteral("no"));
    }
    SECTION("a touch on the answer does the same")
    {
        QTest::mouseClick(
            control<QPushButton>(screen, "Someone who is not family keeps the person's document: Yes"),
            Qt::LeftButton);
        CHECK(screen.value("/data/checklist/gen_03") == QStringLiteral("yes"));
    }
}

TEST_CASE("the longest way through the checklist is twelve key presses to the final record", "[desktop]")
{
    struct Way {
        bool child;
        QList<Qt::Key> signs;  ///< all that can be there for this person
    };
    const auto way = GENERATE(values<Way>({
        {false,
         {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7, Qt::Key_8, Qt::Key_9}},
        {true,
         {Qt::Key_1, Qt::Key_4, Qt::Key_5, Qt::Key_8, Qt::Key_9, Qt::Key_S, Qt::Key_D, Qt::Key_F, Qt::Key_G}},
    }));
    Screen screen;
    if (!way.child)
        screen.page.readMrz(passport);  // with no document read, the rules for children apply
    int pressed = 0;
    const auto tap = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        press(screen, key, modifiers);
        ++pressed;
    };

    tap(Qt::Key_3);  // with others
    for (const Qt::Key sign : way.signs)
        tap(sign);
    const risk::Assessment assessment = *screen.page.interview()->assessment();
    CHECK(assessment.fired.size() == assessment.asked);  // no sign is out of the keys' reach
    tap(Qt::Key_F4);
    tap(Qt::Key_Return, Qt::ControlModifier);

    CHECK(screen.saver.records.size() == 1);
    CHECK(pressed <= 12);
}

TEST_CASE("the advice follows each answer and gives its reasons", "[desktop]")
{
    Screen screen;
    screen.page.readMrz(passport);
    CHECK(hasControl<QLabel>(screen, "Result: No indicators recorded"));

    press(screen, Qt::Key_2);  // with family
    press(screen, Qt::Key_1);  // asks for help: acts at once

    CHECK(screen.band() == QStringLiteral("urgent_protection"));
    CHECK(hasControl<QLabel>(screen, "Result: Urgent protection"));
    CHECK(hasControl<QWidget>(
        screen, "Asks for help: in words, in writing, by a gesture or through someone else (GEN-18)"));
}

TEST_CASE("the items for children are there for a child and go for an adult", "[desktop]")
{
    const char *item = "Child: does not know the adult's name or how they are related";
    Screen screen;
    CHECK(hasControl<QWidget>(screen, item));  // nothing known: presumed a child

    screen.page.readMrz(passport);  // born in 1974
    CHECK_FALSE(hasControl<QWidget>(screen, item));
}

TEST_CASE("the focus stays where it is while items come and go", "[desktop]")
{
    Screen screen;
    press(screen, Qt::Key_3);
    press(screen, Qt::Key_5);
    QWidget *focus = screen.focusWidget();
    screen.page.readMrz(passport);
    CHECK(screen.focusWidget() == focus);
    CHECK(focus->accessibleName() ==
          QStringLiteral("Injuries without care, or marks that could come from blows, ties or burns"));
}

TEST_CASE("a document that is read fills the strip, whatever has the focus", "[desktop]")
{
    Screen screen;
    WedgeFilter filter(screen.clock);
    qApp->installEventFilter(&filter);
    QObject::connect(&filter, &WedgeFilter::mrzScanned, &screen.page, &ScreeningPage::readMrz);
    auto *entry = control<QLineEdit>(screen, "Machine readable lines");
    const bool inEntry = GENERATE(true, false);
    if (inEntry)
        entry->setFocus();

    for (const QChar c : passport) {
        screen.clock.advance(3ms);
        type(screen, c);
    }

    REQUIRE(eventually([&] { return !screen.page.interview()->screening().traveller.surname.isEmpty(); }));
    CHECK(control<QLabel>(screen, "Name of the traveller")->text() == QStringLiteral("ERIKSSON, ANNA MARIA"));
    CHECK(entry->text().isEmpty());
    for (const form::Item &item : screen.page.interview()->session().items())
        CHECK((item.value.isEmpty() || item.value == QStringLiteral("not_observed") ||
               !item.path.contains(QStringLiteral("checklist/"))));
    CHECK(hasControl<QWidget>(screen, "The document has expired."));
}

TEST_CASE("a check digit that disagrees is shown as a finding", "[desktop]")
{
    Screen screen;
    QString worn = passport;
    worn.replace(QStringLiteral("L898902C36"), QStringLiteral("L898902C37"));
    screen.page.readMrz(worn);
    CHECK(
        hasControl<QWidget>(screen, "Check digit disagrees: document number. Compare it with the document."));
}

TEST_CASE("text that is no document changes nothing and says so", "[desktop]")
{
    Screen screen;
    screen.page.readMrz(passport);
    const auto before = screen.page.interview()->screening().traveller;
    screen.page.readMrz(QStringLiteral("P<<<"));
    CHECK(screen.page.interview()->screening().traveller == before);
    CHECK(hasControl<QWidget>(
        screen, "These are not the lines of a travel document. Read it again, or type the data."));
}

TEST_CASE("another document does not overwrite the first without a word", "[desktop]")
{
    Screen screen;
    QSignalSpy others(&screen.page, &ScreeningPage::anotherTravellerRead);
    screen.page.readMrz(passport);
    screen.page.readMrz(identityCard);
    const auto number = [&] { return screen.page.interview()->screening().traveller.documentNumber; };
    CHECK(number() == QStringLiteral("L898902C3"));

    SECTION("the officer replaces it")
    {
        control<QPushButton>(screen, "Replace the document of this screening")->click();
        CHECK(number() == QStringLiteral("D23145890"));
    }
    SECTION("the officer wants a screening of its own")
    {
        control<QPushButton>(screen, "New screening for the other document")->click();
        CHECK(number() == QStringLiteral("L898902C3"));
        REQUIRE(others.count() == 1);
        CHECK(others[0][0].toString() == identityCard);
    }
}

TEST_CASE("a document without such lines is typed", "[desktop]")
{
    Screen screen;
    press(screen, Qt::Key_F7);
    type(screen, QStringLiteral("Mamani"));
    press(screen, Qt::Key_Tab);
    type(screen, QStringLiteral("Rosa"));
    control<QLineEdit>(screen, "Date of birth")->setFocus();
    type(screen, QStringLiteral("5/9/2012"));
    press(screen, Qt::Key_Return);

    const traveller::Traveller &traveller = screen.page.interview()->screening().traveller;
    CHECK(traveller.surname == QStringLiteral("Mamani"));
    CHECK(traveller.givenNames == QStringLiteral("Rosa"));
    CHECK(traveller.birthDate == QDate(2012, 9, 5));
    CHECK(traveller.source == traveller::Traveller::Source::Typed);
    CHECK(hasControl<QWidget>(screen, "Child: the rules for children apply"));
}

TEST_CASE("a decision that departs from the advice needs a reason", "[desktop]")
{
    Screen screen;
    screen.page.readMrz(passport);
    press(screen, Qt::Key_3);
    press(screen, Qt::Key_1);
    press(screen, Qt::Key_F2);  // clear, against the advice
    CHECK(screen.focusWidget() == control<QLineEdit>(screen, "Reason for departing from the advice"));

    press(screen, Qt::Key_Return, Qt::ControlModifier);
    CHECK(screen.saver.records.isEmpty());
    CHECK(hasControl<QPushButton>(screen, "Why you depart from the advice"));

    type(screen, QStringLiteral("It was a joke, both laughed"));
    press(screen, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(screen.saver.records.size() == 1);
    CHECK(screen.saver.records[0].screening.verdict ==
          record::Verdict{record::Decision::Clear, QStringLiteral("It was a joke, both laughed")});
}

TEST_CASE("what is missing is listed, and leads there", "[desktop]")
{
    Screen screen;
    screen.page.readMrz(passport);
    auto *missing = control<QPushButton>(screen, "Your decision");
    missing->click();
    CHECK(screen.focusWidget() == control<QPushButton>(screen, "Clear"));
    press(screen, Qt::Key_F2);
    CHECK_FALSE(hasControl<QPushButton>(screen, "Your decision"));
}

TEST_CASE("a final record leaves the page, a refused one stays", "[desktop]")
{
    Screen screen;
    QSignalSpy finals(&screen.page, qOverload<ScreeningId>(&ScreeningPage::finalised));
    screen.page.readMrz(passport);
    REQUIRE(eventually([&] { return screen.saver.waiting() > 0; }));
    while (screen.saver.waiting() > 0) {
        screen.saver.answer();
        QCoreApplication::processEvents();
    }
    press(screen, Qt::Key_F2);
    press(screen, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(screen.saver.records.size() == 1);

    SECTION("on disk")
    {
        while (screen.saver.waiting() > 0)
            screen.saver.answer();
        CHECK(finals.count() == 1);
        CHECK(screen.page.interview() == nullptr);
    }
    SECTION("refused")
    {
        while (screen.saver.waiting() > 0)
            screen.saver.answer(failure(ErrorCode::DiskFull, QString()));
        CHECK(finals.isEmpty());
        REQUIRE(screen.page.interview());
        REQUIRE(eventually([&] { return screen.saver.waiting() == 1; }));
        const char *isKept = "The record is not final yet; the draft is kept. Try again, or call IT support.";
        const bool isSaved = GENERATE(true, false);
        screen.saver.answer(isSaved ? Result<>() : failure(ErrorCode::DiskFull, QString()));
        CHECK(hasControl<QWidget>(screen, isKept) == isSaved);
        CHECK(hasControl<QWidget>(screen,
                                  "The record is not final, and its last answers are not saved. Leave the "
                                  "program running and call IT support; it tries again.") != isSaved);
        press(screen, Qt::Key_Return, Qt::ControlModifier);
        CHECK(screen.saver.records.size() == 2);
    }
}

TEST_CASE("a record that was being made final when the page goes is handed over as a draft",
          "[desktop][SEC-A5]")
{
    FixedClock clock;
    SlowSaver saver;
    auto page = std::make_unique<ScreeningPage>(clock, saver);
    page->resize(1366, 768);
    activate(*page);
    page->open(builtinInterview(record::Purpose::Primary, clock));
    page->readMrz(passport);
    press(*page, Qt::Key_F2);
    press(*page, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(saver.records.size() == 1);
    CHECK_FALSE(page->isSaved());
    const ScreeningId id = page->interview()->screening().id;
    page->close();
    page.reset();
    REQUIRE(saver.last.size() == 1);
    CHECK(saver.last[0].screening.id == id);
}

TEST_CASE("the language of the questions changes on the page and stays in the record, the reasons stay the "
          "officer's",
          "[desktop]")
{
    Screen screen;
    screen.page.readMrz(passport);
    auto *languages = control<QComboBox>(screen, "Language of the questions");
    languages->setCurrentIndex(languages->findData(QStringLiteral("es")));
    Q_EMIT languages->activated(languages->currentIndex());
    CHECK(hasControl<QWidget>(screen, "Alguien que no es familiar guarda el documento de la persona"));
    CHECK(screen.page.interview()->screening().language == QStringLiteral("es"));

    auto *outline = control<QListWidget>(screen, "Parts of the form");
    CHECK(outline->findItems(QStringLiteral("Seen or heard"), Qt::MatchStartsWith).size() == 1);
    const auto *button = control<QAbstractButton>(screen, "A solas");
    CHECK(button->toolTip() == QStringLiteral("Alone"));
    press(screen, Qt::Key_3);
    press(screen, Qt::Key_1);
    CHECK(hasControl<QWidget>(
        screen, "Asks for help: in words, in writing, by a gesture or through someone else (GEN-18)"));
}

TEST_CASE("the parts of a long form are gone through with Ctrl+Down", "[desktop]")
{
    Screen screen(record::Purpose::Second);
    screen.page.readMrz(passport);
    const auto question = [&] { return screen.focusWidget()->accessibleDescription(); };
    CHECK(question() == QStringLiteral("Do you feel all right to talk here now?"));

    // No consent yet, so that the parts between are not there.
    press(screen, Qt::Key_Down, Qt::ControlModifier);
    CHECK(screen.focusWidget()->accessibleName() == QStringLiteral("Someone may be in danger right now"));
    press(screen, Qt::Key_Down, Qt::ControlModifier);
    CHECK(question() == QStringLiteral("Could the person talk freely, with no companion near?"));
    press(screen, Qt::Key_Up, Qt::ControlModifier);
    CHECK(screen.focusWidget()->accessibleName() == QStringLiteral("Someone may be in danger right now"));
}
