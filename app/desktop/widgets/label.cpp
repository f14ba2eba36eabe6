#include "app/desktop/widgets/label.h"

#include <QLabel>
#include <QLocale>
#include <QTextDocument>

namespace amparo::desktop {

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel *smallPrint(QWidget *parent)
{
    QLabel *label = wrappedLabel(parent);
    label->setFont(smallFont(label->font()));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->hide();
    return label;
}

void showSmallPrint(QLabel *label, const QString &text)
{
    const bool fromRight = label->parentWidget()->layoutDirection() == Qt::RightToLeft;
    label->setLayoutDirection(QLocale().textDirection());
    label->setAlignment(Qt::AlignVCenter | Qt::AlignAbsolute | (fromRight ? Qt::AlignRight : Qt::AlignLeft));
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QFont smallFont(QFont font)
{
    font.setBold(false);
    font.setPointSizeF(font.pointSizeF() * 0.88);
    return font;
}

QFont strong(QFont font, qreal factor)
{
    font.setBold(true);
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

QString tipText(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

QString buttonText(const QString &text)
{
    return QString(text).replace(QLatin1Char('&'), QLatin1String("&&"));
}

}  // namespace amparo::desktop
