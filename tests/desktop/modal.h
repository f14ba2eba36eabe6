#pragma once

#include "app/desktop/widgets/finding.h"
#include "support/eventually.h"
#include "support/gui.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QPushButton>

namespace amparo::test {

/// The dialog that asks now, once keys reach it. A screen without a window manager gives the keys back to
/// nobody when a dialog closes.
inline QDialog *modal()
{
    QDialog *dialog = nullptr;
    REQUIRE(eventually([&] {
        dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        if (dialog && !dialog->isActiveWindow())
            dialog->activateWindow();
        return dialog && dialog->isActiveWindow();
    }));
    return dialog;
}

/// The one that a button of `page` opens.
inline QDialog *openBy(QWidget &page, const char *button)
{
    control<QPushButton>(page, button)->click();
    return modal();
}

/// What is said in `root` now, in the order of creation.
inline QString saidIn(QWidget &root)
{
    QStringList sentences;
    for (const desktop::Finding *finding : root.findChildren<desktop::Finding *>()) {
        if (finding->isVisible())
            sentences.append(finding->sentence());
    }
    return sentences.join(QLatin1Char('\n'));
}

inline bool says(QWidget &root, const char *part) { return saidIn(root).contains(QLatin1String(part)); }

/// Types into the dialog that asks for a second person, and presses Enter.
inline void agreeAs(QDialog &dialog, const QString &login, const QString &passphrase)
{
    control<QLineEdit>(dialog, "Login name of the second person")->setText(login);
    control<QLineEdit>(dialog, "Passphrase of the second person")->setText(passphrase);
    press(dialog, Qt::Key_Return);
}

}  // namespace amparo::test
