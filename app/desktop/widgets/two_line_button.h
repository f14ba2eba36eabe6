#pragma once

#include "app/desktop/widgets/label.h"

#include <QCheckBox>
#include <QLocale>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <type_traits>

namespace amparo::desktop {

/// A radio or check button with small print below its text: the officer's words below the traveller's.
template <class Button> class TwoLineButton final : public Button {
    static_assert(std::is_same_v<Button, QRadioButton> || std::is_same_v<Button, QCheckBox>);
    static constexpr bool isRadio = std::is_same_v<Button, QRadioButton>;

public:
    using Button::Button;

    /// Empty: an ordinary button.
    void setSecondLine(const QString &text)
    {
        m_second = text;
        this->updateGeometry();
        this->update();
    }

    QSize sizeHint() const override
    {
        QSize size = Button::sizeHint();
        if (m_second.isEmpty())
            return size;
        size.setHeight(qMax(size.height(), wordsHeight() + this->fontMetrics().height() / 2));
        const int indicator = size.width() - this->fontMetrics().horizontalAdvance(this->text());
        size.setWidth(indicator + wordsWidth() + gap);
        return size;
    }
    QSize minimumSizeHint() const override { return m_second.isEmpty() ? Button::minimumSizeHint() : sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        if (m_second.isEmpty()) {
            Button::paintEvent(event);
            return;
        }
        QStylePainter painter(this);
        QStyleOptionButton option;
        this->initStyleOption(&option);
        option.rect.setTop((this->height() - wordsHeight()) / 2);
        option.rect.setHeight(this->fontMetrics().height());
        const bool focused = option.state.testFlag(QStyle::State_HasFocus);
        option.state.setFlag(QStyle::State_HasFocus, false);  // a frame for both lines follows
        painter.drawControl(isRadio ? QStyle::CE_RadioButton : QStyle::CE_CheckBox, option);

        const QRect first = this->style()->subElementRect(
            isRadio ? QStyle::SE_RadioButtonContents : QStyle::SE_CheckBoxContents, &option, this);
        const QRect second(first.left(), first.bottom() + 1, first.width(), wordsHeight() - first.height());
        const bool fromRight = this->layoutDirection() == Qt::RightToLeft;
        painter.setFont(smallFont(this->font()));
        painter.setPen(this->palette().color(QPalette::PlaceholderText));
        painter.drawText(second,
                         Qt::AlignTop | Qt::AlignAbsolute | (fromRight ? Qt::AlignRight : Qt::AlignLeft) |
                             (QLocale().textDirection() == Qt::RightToLeft ? Qt::TextForceRightToLeft
                                                                           : Qt::TextForceLeftToRight),
                         painter.fontMetrics().elidedText(m_second, Qt::ElideRight, second.width()));
        if (focused) {
            QStyleOptionFocusRect frame;
            frame.initFrom(this);
            frame.rect = QStyle::alignedRect(this->layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter,
                                             QSize(wordsWidth() + 2 * gap, wordsHeight() + gap),
                                             first.united(second).adjusted(-gap, 0, gap, 0));
            painter.drawPrimitive(QStyle::PE_FrameFocusRect, frame);
        }
    }

private:
    static constexpr int gap = 4;  // pixels between the words and the frame of the focus

    int wordsHeight() const
    {
        return this->fontMetrics().height() + QFontMetrics(smallFont(this->font())).height();
    }
    int wordsWidth() const
    {
        return qMax(this->fontMetrics().horizontalAdvance(this->text()),
                    QFontMetrics(smallFont(this->font())).horizontalAdvance(m_second));
    }

    QString m_second;
};

}  // namespace amparo::desktop
