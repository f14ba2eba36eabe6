#include "app/desktop/widgets/wedge_filter.h"

#include "support/eventually.h"
#include "support/fixed_clock.h"
#include "support/gui.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace amparo::desktop;
using namespace amparo::test;
using namespace std::chrono_literals;

namespace {

// The specimen of ICAO Doc 9303-4, as a reader set to "carriage return after each line" types it.
const QString specimen = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r"
                                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10\r");

class Window : public QWidget {
public:
    Window()
    {
        auto *column = new QVBoxLayout(this);
        for (QWidget *child : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&secret),
                               static_cast<QWidget *>(&button)})
            column->addWidget(child);
        secret.setEchoMode(QLineEdit::Password);
        qApp->installEventFilter(&filter);
        activate(*this);
    }

    /// Keys at the pace of a reader or a person: the clock says when each was pressed.
    void send(const QString &text, std::chrono::milliseconds pace)
    {
        for (const QChar c : text) {
            clock.advance(pace);
            if (c == QLatin1Char('\r'))
                press(*this, Qt::Key_Return);
            else
                type(*this, c);
        }
    }

    FixedClock clock;
    WedgeFilter filter{clock};
    QLineEdit line{this};
    QLineEdit secret{this};
    QPushButton button{this};
    QSignalSpy scans{&filter, &WedgeFilter::mrzScanned};
};

}  // namespace

TEST_CASE("a reader's burst is taken wherever the focus is, and nothing of it reaches the widget",
          "[desktop]")
{
    Window window;
    QSignalSpy clicks(&window.button, &QPushButton::clicked);
    QSignalSpy entered(&window.line, &QLineEdit::returnPressed);
    const bool inLine = GENERATE(true, false);
    inLine ? window.line.setFocus() : window.button.setFocus();

    window.send(specimen, 4ms);

    REQUIRE(eventually([&] { return window.scans.count() == 1; }));
    CHECK(window.scans[0][0].toString().remove(QLatin1Char('\r')) ==
          QString(specimen).remove(QLatin1Char('\r')));
    CHECK(window.line.text().isEmpty());
    CHECK(entered.isEmpty());
    CHECK(clicks.isEmpty());
}

TEST_CASE("what people type arrives complete and in order", "[desktop]")
{
    Window window;
    window.line.setFocus();
    const QString text = QStringLiteral("Maria <tercera> fila, 12 cajas");

    SECTION("at a person's pace") { window.send(text, 110ms); }
    SECTION("with keys that roll over")
    {
        for (const QChar c : text)
            window.send(c, c == QLatin1Char('a') ? 20ms : 90ms);
    }

    CHECK(eventually([&] { return window.line.text() == text; }));
    CHECK(window.scans.isEmpty());
}

TEST_CASE("keys without text do not overtake what was typed before them", "[desktop]")
{
    Window window;
    window.line.setFocus();
    window.send(QStringLiteral("ab"), 20ms);
    press(window, Qt::Key_Home);
    window.send(QStringLiteral("c"), 100ms);
    press(window, Qt::Key_Backspace);
    window.send(QStringLiteral("d"), 100ms);
    CHECK(eventually([&] { return window.line.text() == QStringLiteral("dab"); }));
}

TEST_CASE("a burst that is no zone goes to its widget", "[desktop]")
{
    Window window;
    window.line.setFocus();
    window.send(QStringLiteral("7501031311309000123456789012345678"), 4ms);  // a bar code
    CHECK(eventually(
        [&] { return window.line.text() == QStringLiteral("7501031311309000123456789012345678"); }));
    CHECK(window.scans.isEmpty());
}

TEST_CASE("keys go where they were typed when the focus moves on", "[desktop]")
{
    Window window;
    window.line.setFocus();
    window.send(QStringLiteral("x"), 100ms);
    window.secret.setFocus();
    CHECK(window.line.text() == QStringLiteral("x"));
    CHECK(window.secret.text().isEmpty());
}

TEST_CASE("a key that moves the focus takes along what is typed after it, however late the program is",
          "[desktop]")
{
    Window window;
    QLineEdit next(&window);
    window.layout()->addWidget(&next);
    next.show();
    QObject::connect(&window.line, &QLineEdit::textEdited, &next, [&] { next.setFocus(); });
    window.line.setFocus();
    window.send(QStringLiteral("x"), 100ms);  // held, and no event is handled until the next key
    SECTION("another key that is held")
    {
        window.send(QStringLiteral("y"), 100ms);
        CHECK(eventually([&] { return next.text() == QStringLiteral("y"); }));
    }
    SECTION("one that no reader begins with")
    {
        window.send(QStringLiteral(" "), 100ms);
        CHECK(next.text() == QStringLiteral(" "));
    }
    SECTION("one without text")
    {
        next.setText(QStringLiteral("ab"));
        press(window, Qt::Key_Backspace);
        CHECK(next.text() == QStringLiteral("a"));
    }
    CHECK(window.line.text() == QStringLiteral("x"));
}

TEST_CASE("a passphrase is never held", "[desktop]")
{
    Window window;
    window.secret.setFocus();
    window.send(specimen.left(44), 4ms);
    CHECK(window.secret.text() == specimen.left(44));
    CHECK(window.scans.isEmpty());
}

TEST_CASE("Space pressed within a held key still presses the button", "[desktop]")
{
    Window window;
    QSignalSpy clicks(&window.button, &QPushButton::clicked);
    window.button.setFocus();
    window.send(QStringLiteral("a "), 20ms);
    CHECK(eventually([&] { return clicks.count() == 1; }));
}

TEST_CASE("a burst is taken in a window that is not the active one, too", "[desktop]")
{
    Window window;
    window.line.setFocus();
    QWidget other;
    activate(other);
    REQUIRE_FALSE(window.isActiveWindow());

    for (const QChar c : specimen) {
        window.clock.advance(3ms);
        if (c == QLatin1Char('\r'))
            QTest::keyClick(window.windowHandle(), Qt::Key_Return);
        else
            QTest::keyClick(window.windowHandle(), c.toLatin1());
    }

    REQUIRE(eventually([&] { return window.scans.size() == 1; }));
    CHECK(window.line.text().isEmpty());
}
