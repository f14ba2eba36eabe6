#pragma once

#include "app/desktop/main_window.h"
#include "app/desktop/screening/screening_page.h"

#include <functional>

/// Free of the test framework, so that a test's child process can use it.
namespace amparo::test {

/// The specimen of ICAO Doc 9303-4, as a reader set to "carriage return after each line" types it.
QString specimenPassport();

/// Makes the store of a demo post with the built-in forms and an open shift; sends to `server` where it is
/// given. Its officer signs in with name and passphrase of `officerName()` and aPassphrase().
Result<> makePost(const QString &folder, const QString &server = {});
QString officerName();

/// Somebody who works with the program's window, key by key. Functions say whether what they wait for came.
class Person {
public:
    /// English and light from now on. The window is borrowed.
    explicit Person(desktop::MainWindow &window);

    bool signIn();
    bool tryToSignIn();  ///< the same, and false as soon as the page says why not

    /// One key at the pace of a person, to what has the focus.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);

    /// Puts another text into the visible field that screen readers call so, of the open dialog or the window.
    bool fill(const char *field, const QString &text);

    /// By the officer's menu, for the open shift.
    bool setPin(const QString &pin);

    /// Puts a document on the reader.
    void scan(const QString &mrz);

    /// Waits until it is so, half a minute at most.
    bool sees(const std::function<bool()> &condition) const;
    bool reads(const QString &sentence) const;  ///< likewise: until a visible text holds this

    desktop::ScreeningPage &screening() const;

    /// How many signs of the open screening's checklist are recorded.
    int signCount() const;

    bool shows(const QString &sentence) const;  ///< now

private:
    QWidget &focus() const;
    bool typeAccount();

    desktop::MainWindow &m_window;
};

/// How many signs a session holds.
int signCount(const form::Session &session);

}  // namespace amparo::test
