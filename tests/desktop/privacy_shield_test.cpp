// F9: what somebody sees who steps behind the officer, wherever the officer is.
#include "app/desktop/widgets/privacy_shield.h"

#include "app/desktop/cards/card_screen.h"
#include "app/desktop/cards/help_cards_page.h"
#include "app/desktop/screening/screening_page.h"
#include "app/desktop/workplace.h"
#include "desktop/open_post.h"
#include "desktop/specimens.h"
#include "support/eventually.h"
#include "support/gui.h"

#include <QApplication>
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;

namespace {

struct ShieldedDesk {
    ShieldedDesk()
    {
        workplace.resize(1366, 768);
        activate(workplace);
    }

    void goTo(Qt::Key place) { press(workplace, place, Qt::ControlModifier); }
    ScreeningPage &screening() { return *workplace.findChild<ScreeningPage *>(); }

    OpenPost post{OpenPost::Forms::BuiltIn};
    Workplace workplace{post.take()};
};

/// Every control of the program that is on the screen, but for plain surfaces.
QStringList namesOnScreen()
{
    QStringList names;
    const QWidgetList all = QApplication::allWidgets();
    for (const QWidget *one : all) {
        if (!one->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(one))
            names.append(label->text());
        else if (!one->accessibleName().isEmpty())
            names.append(one->accessibleName());
    }
    names.sort();
    return names;
}

bool tellsNothing()
{
    return eventually([] {
        return namesOnScreen() == QStringList{QStringLiteral("Continue"), QStringLiteral("Paused")};
    });
}

}  // namespace

TEST_CASE("F9 takes every page from the screen and brings one back to where one was", "[desktop][SEC-A5]")
{
    ShieldedDesk desk;
    const auto place = GENERATE(Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6, Qt::Key_7);
    CAPTURE(int(place));
    desk.goTo(place);
    QCoreApplication::processEvents();
    const QStringList before = namesOnScreen();
    REQUIRE(before.size() > 10);
    QWidget *focus = desk.workplace.focusWidget();
    REQUIRE(focus);

    press(desk.workplace, Qt::Key_F9);
    CHECK(desk.workplace.isCovered());
    CHECK(tellsNothing());

    SECTION("with the key") { press(desk.workplace, Qt::Key_F9); }
    SECTION("with the button")
    {
        press(desk.workplace, Qt::Key_Space);  // it has the focus
        REQUIRE_FALSE(desk.workplace.isCovered());
    }
    CHECK_FALSE(desk.workplace.isCovered());
    CHECK(desk.workplace.focusWidget() == focus);
    CHECK(focus->isVisible());
}

TEST_CASE("what is covered answers no key and no reader", "[desktop][SEC-A5]")
{
    ShieldedDesk desk;
    desk.workplace.readMrz(passport);
    REQUIRE(desk.screening().isVisible());
    press(desk.workplace, Qt::Key_3);
    press(desk.workplace, Qt::Key_5);
    REQUIRE(namesOnScreen().contains(QStringLiteral("ERIKSSON, ANNA MARIA")));
    const QByteArray answers = desk.screening().interview()->answers();
    const QWidget *focus = desk.workplace.focusWidget();

    press(desk.workplace, Qt::Key_F9);
    CHECK(tellsNothing());
    CHECK_FALSE(desk.workplace.windowTitle().contains(QStringLiteral("ERIKSSON")));
    for (const Qt::Key key : {Qt::Key_5, Qt::Key_F2, Qt::Key_F5, Qt::Key_F10})
        press(desk.workplace, key);
    for (const Qt::Key place : {Qt::Key_1, Qt::Key_3, Qt::Key_N})
        press(desk.workplace, place, Qt::ControlModifier);
    desk.workplace.readMrz(passport);
    CHECK(tellsNothing());
    CHECK(desk.screening().interview()->answers() == answers);
    CHECK_FALSE(desk.screening().interview()->screening().verdict);

    press(desk.workplace, Qt::Key_F9);
    CHECK(desk.screening().isVisible());
    CHECK(desk.workplace.focusWidget() == focus);
}

TEST_CASE("dialogs and menus go with the page, and dialogs come back", "[desktop][SEC-A5]")
{
    ShieldedDesk desk;
    control<QPushButton>(desk.workplace, "Close the shift")->click();
    REQUIRE(eventually([] { return QApplication::activeModalWidget() != nullptr; }));
    QWidget *dialog = QApplication::activeModalWidget();
    REQUIRE(QTest::qWaitForWindowActive(dialog));

    press(*dialog, Qt::Key_F9);
    CHECK_FALSE(dialog->isVisible());
    CHECK(tellsNothing());
    REQUIRE(QTest::qWaitForWindowActive(&desk.workplace));

    press(desk.workplace, Qt::Key_F9);
    CHECK(dialog->isVisible());
    CHECK(QTest::qWaitForWindowActive(dialog));
    CHECK(QApplication::activeModalWidget() == dialog);
    press(*dialog, Qt::Key_Escape);
    CHECK(eventually([] { return QApplication::activeModalWidget() == nullptr; }));
    REQUIRE(QTest::qWaitForWindowActive(&desk.workplace));

    press(desk.workplace, Qt::Key_F10);
    QWidget *menu = QApplication::activePopupWidget();
    REQUIRE(menu);
    QTest::keyClick(menu, Qt::Key_F9);
    CHECK(tellsNothing());
}

TEST_CASE("a window that opens while all is covered waits", "[desktop][SEC-A5]")
{
    ShieldedDesk desk;
    press(desk.workplace, Qt::Key_F9);
    QDialog late(&desk.workplace);
    late.setAccessibleName(QStringLiteral("Late"));
    late.open();
    CHECK(eventually([&] { return !late.isVisible(); }));
    CHECK(tellsNothing());
    press(desk.workplace, Qt::Key_F9);
    CHECK(late.isVisible());
}

TEST_CASE("a card on the whole screen goes as well, by key or by its own button", "[desktop][SEC-A5]")
{
    ShieldedDesk desk;
    desk.goTo(Qt::Key_6);
    auto *page = desk.workplace.findChild<HelpCardsPage *>();
    REQUIRE(eventually([&] { return hasControl<QCheckBox>(*page, "Peru"); }));  // the cards are read
    press(desk.workplace, Qt::Key_F11);
    REQUIRE(page->screen());
    REQUIRE(QTest::qWaitForWindowActive(page->screen()));

    SECTION("the key") { press(*page->screen(), Qt::Key_F9); }
    SECTION("the button") { control<QPushButton>(*page->screen(), "Hide")->click(); }

    CHECK(desk.workplace.isCovered());
    CHECK(tellsNothing());
    REQUIRE(QTest::qWaitForWindowActive(&desk.workplace));
    press(desk.workplace, Qt::Key_F9);
    REQUIRE(page->screen());
    CHECK(page->screen()->isVisible());
    REQUIRE(QTest::qWaitForWindowActive(page->screen()));
    press(*page->screen(), Qt::Key_Escape);
    CHECK(eventually([&] { return page->screen() == nullptr; }));
}
