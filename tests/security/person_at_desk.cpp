// Somebody at the keys of the real program: this is linked with its main(), and begins once its window is
// there.
//
// Signs in, sets a PIN, takes a passport and signs, writes a reason, makes the record final, exports the
// day's report to AMPARO_PERSON_REPORTS and leaves another record open. Then "at work" on standard output,
// and nothing more until the program is ended from outside; with AMPARO_PERSON_LEAVES it is closed as by its
// button.
#include "app/desktop/workplace.h"
#include "journey/person.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

using namespace amparo;
using namespace amparo::test;

namespace {

/// As a reader types it: somebody invented, with sound check digits (ICAO Doc 9303-4).
QString passport()
{
    return QStringLiteral("P<PERQUISPETORRE<<WAYRALINDA<<<<<<<<<<<<<<<<\r"
                          "ZX90871654PER9905175F3109188<<<<<<<<<<<<<<<6\r");
}

bool takePassport(Person &person)
{
    person.scan(passport());
    if (!person.reads(QStringLiteral("QUISPETORRE, WAYRALINDA")))
        return false;
    for (const Qt::Key key : {Qt::Key_3, Qt::Key_2, Qt::Key_3})
        person.press(key);
    return person.sees([&] { return person.signCount() == 2; }) &&
           person.reads(QStringLiteral("Draft saved"));
}

bool makeFinal(Person &person)
{
    person.press(Qt::Key_F4);
    person.type(QStringLiteral("temblaba al hablar"));
    person.press(Qt::Key_Return, Qt::ControlModifier);
    return person.reads(QStringLiteral("The record is final"));
}

bool exportReport(Person &person)
{
    person.press(Qt::Key_4, Qt::ControlModifier);
    if (!person.fill("Folder", qEnvironmentVariable("AMPARO_PERSON_REPORTS")))
        return false;
    person.press(Qt::Key_Return);
    return person.reads(QStringLiteral("Written, readable by you alone"));
}

/// Where it does not go on, nullptr: it was done.
const char *work(desktop::MainWindow &window)
{
    Person person(window);
    if (!person.signIn())
        return "signing in";
    if (!person.setPin(QStringLiteral("580941")))
        return "setting a PIN";
    if (!takePassport(person))
        return "taking a passport";
    if (!makeFinal(person))
        return "making the record final";
    if (!exportReport(person))
        return "exporting the report";
    person.press(Qt::Key_1, Qt::ControlModifier);
    if (!takePassport(person))
        return "taking another passport";
    return nullptr;
}

void begin()
{
    QTimer::singleShot(0, qApp, [] {
        const auto windows = QApplication::topLevelWidgets();
        for (QWidget *widget : windows) {
            if (auto *window = qobject_cast<desktop::MainWindow *>(widget)) {
                const char *stuck = work(*window);
                std::printf("%s %s\n", stuck ? "stuck" : "at work", stuck ? stuck : "");
                std::fflush(stdout);
                if (qEnvironmentVariableIsSet("AMPARO_PERSON_LEAVES"))
                    window->close();
                return;
            }
        }
    });
}

}  // namespace

Q_COREAPP_STARTUP_FUNCTION(begin)
