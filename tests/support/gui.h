#pragma once

#include "support/catch.h"

#include <QCoreApplication>
#include <QDir>
#include <QString>
#include <QTest>
#include <QWidget>

#include <algorithm>

namespace amparo::test {

/// The control that screen readers announce as `name`; the test fails if there is none. A visible one is
/// preferred, then the first in creation order.
template <class T> T *control(QWidget &root, const char *name)
{
    const QString wanted = QString::fromUtf8(name);
    T *hidden = nullptr;
    const auto all = root.findChildren<T *>();
    for (T *one : all) {
        if (one->accessibleName() != wanted)
            continue;
        if (one->isVisible())
            return one;
        hidden = hidden ? hidden : one;
    }
    if (!hidden)
        FAIL("no control is called \"" << name << '"');
    return hidden;
}

/// Whether there is a visible one, once new widgets are shown and laid out.
template <class T> bool hasControl(QWidget &root, const char *name)
{
    QCoreApplication::processEvents();
    const auto all = root.findChildren<T *>();
    return std::any_of(all.begin(), all.end(), [wanted = QString::fromUtf8(name)](const T *one) {
        return one->isVisible() && one->accessibleName() == wanted;
    });
}

/// Shows the window and waits until keys reach it.
inline void activate(QWidget &window)
{
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window));
}

/// One key as a person presses it, to whatever has the focus in the window of `widget`.
inline void press(QWidget &widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QWidget *focus = widget.window()->focusWidget();
    QTest::keyClick(focus ? focus : widget.window(), key, modifiers);
}

/// Text, key by key.
inline void type(QWidget &widget, const QString &text)
{
    for (const QChar c : text) {
        QWidget *focus = widget.window()->focusWidget();
        QTest::keyClick(focus ? focus : widget.window(), c.toLatin1());
    }
}

/// Where pictures for people go: AMPARO_SCREENSHOTS. Without it they would lie wherever the tests are started.
inline QDir screenshotFolder()
{
    const QString folder = qEnvironmentVariable("AMPARO_SCREENSHOTS");
    REQUIRE_FALSE(folder.isEmpty());
    return QDir(folder);
}

}  // namespace amparo::test
