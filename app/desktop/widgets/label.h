#pragma once

#include <QFont>
#include <QString>

class QLabel;
class QWidget;

namespace amparo::desktop {

/// A label for text from anywhere: never read as markup, broken where it is long.
QLabel *wrappedLabel(QWidget *parent);

/// Bold, and so many times as large.
QFont strong(QFont font, qreal factor);

/// What a button shows as it stands: an ampersand marks no key.
QString buttonText(const QString &text);

}  // namespace amparo::desktop
