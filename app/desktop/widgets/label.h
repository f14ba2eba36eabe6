#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace amparo::desktop {

/// A label for text from anywhere: never read as markup, broken where it is long.
QLabel *wrappedLabel(QWidget *parent);

/// Small print in the officer's language below words in the traveller's.
QLabel *smallPrint(QWidget *parent);

/// Shows it on the side where the words above begin, read in its own direction; empty: hides it.
void showSmallPrint(QLabel *label, const QString &text);

QFont smallFont(QFont font);

/// Bold, and so many times as large.
QFont strong(QFont font, qreal factor);

/// A tool tip for text from anywhere. A tool tip reads what looks like markup as such, and fetches its
/// pictures.
QString tipText(const QString &text);

/// What a button shows as it stands: an ampersand marks no key.
QString buttonText(const QString &text);

}  // namespace amparo::desktop
