#include "app/desktop/lock/idle_watch.h"

#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace amparo;
using namespace amparo::desktop;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

struct Watched {
    Watched()
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(field);
        qApp->installEventFilter(&watch);
        QObject::connect(&watch, &IdleWatch::idle, &window, [this] { ++idle; });
        activate(window);
        field->setFocus();
        watch.start(3min);
    }

    FixedClock clock;
    IdleWatch watch{clock};
    QWidget window;
    QLineEdit *field = new QLineEdit;
    int idle = 0;
};

}  // namespace

TEST_CASE("three minutes without a key, a click or the mouse are idle, and are said once",
          "[desktop][SEC-A5]")
{
    Watched watched;
    watched.clock.advance(3min - 1ms);

    SECTION("a moment earlier a key is in time")
    {
        press(watched.window, Qt::Key_A);
        watched.clock.advance(3min - 1ms);
        press(watched.window, Qt::Key_B);
        CHECK(watched.idle == 0);
        CHECK(watched.field->text() == QStringLiteral("ab"));
    }
    SECTION("so is the mouse")
    {
        QTest::mouseMove(&watched.window, QPoint(3, 3));
        QTest::mouseClick(watched.field, Qt::LeftButton);
        watched.clock.advance(2min);
        press(watched.window, Qt::Key_A);
        CHECK(watched.idle == 0);
    }
    SECTION("then nobody is there")
    {
        watched.clock.advance(1ms);
        REQUIRE(eventually([&] { return watched.idle == 1; }));
        watched.clock.advance(10min);
        press(watched.window, Qt::Key_A);
        CHECK(watched.idle == 1);
    }
}

// The computer may have slept: no timer has run, and the key may be a stranger's.
TEST_CASE("the first key after too long does nothing but lock", "[desktop][SEC-A5]")
{
    Watched watched;
    watched.clock.advance(8h);
    press(watched.window, Qt::Key_A);
    CHECK(watched.field->text().isEmpty());
    REQUIRE(eventually([&] { return watched.idle == 1; }));
}

TEST_CASE("what the program does by itself is no use of it", "[desktop][SEC-A5]")
{
    Watched watched;
    watched.clock.advance(2min);
    watched.field->setText(QStringLiteral("received by the server"));
    QKeyEvent own(QEvent::KeyPress, Qt::Key_X, Qt::NoModifier, QStringLiteral("x"));
    QCoreApplication::sendEvent(watched.field, &own);
    QCoreApplication::processEvents();
    watched.clock.advance(1min);
    REQUIRE(eventually([&] { return watched.idle == 1; }));
}

TEST_CASE("while the program is waited for nobody need be at the keys", "[desktop][SEC-A5]")
{
    Watched watched;
    watched.watch.setHeld(true);
    watched.clock.advance(1h);
    press(watched.window, Qt::Key_A);
    CHECK(watched.field->text() == QStringLiteral("a"));
    watched.clock.advance(1h);
    watched.watch.setHeld(false);  // from here on it counts
    watched.clock.advance(3min - 1ms);
    press(watched.window, Qt::Key_B);
    CHECK(watched.field->text() == QStringLiteral("ab"));
    CHECK(watched.idle == 0);
    watched.clock.advance(3min);
    CHECK(eventually([&] { return watched.idle == 1; }));

    watched.watch.setHeld(true);
    watched.watch.stop();
    watched.watch.start(3min);  // the next session is not held
    watched.clock.advance(3min);
    CHECK(eventually([&] { return watched.idle == 2; }));
}
