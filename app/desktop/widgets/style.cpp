#include "app/desktop/widgets/style.h"

#include "app/desktop/widgets/theme.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>
#include <QStyleOptionButton>

namespace amparo::desktop {

namespace {

constexpr qreal radius = 6;

void drawRounded(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &edge,
                 qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill);
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

bool isMainDeed(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    return button && button->features.testFlag(QStyleOptionButton::DefaultButton);
}

bool isFilled(const QStyleOption *option)
{
    return option->state.testFlag(QStyle::State_Enabled) &&
           (option->state.testFlag(QStyle::State_On) || isMainDeed(option));
}

void drawButton(QPainter *painter, const QStyleOption *option)
{
    const QPalette &palette = option->palette;
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    QColor fill = isFilled(option) ? palette.color(QPalette::Highlight) : palette.color(QPalette::Button);
    if (option->state.testFlag(QStyle::State_Sunken))
        fill = fill.darker(112);
    else if (enabled && option->state.testFlag(QStyle::State_MouseOver))
        fill = fill.lightness() > 127 ? fill.darker(104) : fill.lighter(112);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (button && button->features.testFlag(QStyleOptionButton::Flat) && !isFilled(option))
        fill.setAlpha(option->state.testFlag(QStyle::State_MouseOver) ? 255 : 0);
    const bool flat = button && button->features.testFlag(QStyleOptionButton::Flat);
    drawRounded(painter, option->rect, fill, flat || isFilled(option) ? QColor() : lineColour(palette));
}

/// Sign and text in the middle, with a gap that Fusion makes too narrow to tell them apart.
void drawButtonLabel(QPainter *painter, const QStyleOptionButton &option)
{
    const QColor colour = isFilled(&option) ? option.palette.color(QPalette::HighlightedText)
                                            : option.palette.color(QPalette::ButtonText);
    const int gap = option.icon.isNull() ? 0 : option.fontMetrics.height() / 2;
    const QSize sign = option.icon.isNull() ? QSize(0, 0) : option.iconSize;
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    QRect area(QPoint(),
               QSize(sign.width() + (option.text.isEmpty() ? 0 : gap + textWidth), option.rect.height()));
    area.moveCenter(option.rect.center());
    const QRect signArea =
        QStyle::visualRect(option.direction, area, QRect(area.topLeft(), QSize(sign.width(), area.height())));
    const QRect textArea =
        QStyle::visualRect(option.direction, area, area.adjusted(sign.width() + gap, 0, 0, 0));
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    option.icon.paint(painter, signArea, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    painter->setPen(colour);
    painter->drawText(textArea, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
}

void drawIndicator(QPainter *painter, const QStyleOption *option, bool round)
{
    const QPalette &palette = option->palette;
    const bool on = option->state.testFlag(QStyle::State_On);
    const bool enabled = option->state.testFlag(QStyle::State_Enabled);
    const QColor mark = enabled ? palette.color(QPalette::Highlight) : secondaryText(palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    painter->setPen(QPen(on ? mark : secondaryText(palette), on ? 2 : 1.2));
    painter->setBrush(on && !round ? mark : palette.color(QPalette::Base));
    round ? painter->drawEllipse(box) : painter->drawRoundedRect(box, 3, 3);
    if (on && round) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(mark);
        const qreal inset = box.width() / 4;
        painter->drawEllipse(box.adjusted(inset, inset, -inset, -inset));
    } else if (on) {
        painter->setPen(
            QPen(palette.color(QPalette::HighlightedText), box.width() / 8, Qt::SolidLine, Qt::RoundCap));
        const auto at = [&](qreal x, qreal y) {
            return box.topLeft() + QPointF(x * box.width(), y * box.height());
        };
        painter->drawPolyline(QPolygonF{at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.3)});
    }
    painter->restore();
}

}  // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *line = qobject_cast<QLineEdit *>(widget); line && line->textMargins().isNull())
        line->setTextMargins(
            QMargins(line->fontMetrics().height() / 3, 0, line->fontMetrics().height() / 3, 0));
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
        drawButton(painter, option);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(painter, option, true);
        return;
    case PE_IndicatorCheckBox:
        drawIndicator(painter, option, false);
        return;
    case PE_FrameFocusRect:
        drawRounded(painter, option->rect, Qt::transparent,
                    option->palette.color(isFilled(option) ? QPalette::WindowText : QPalette::Highlight), 2);
        return;
    case PE_PanelLineEdit: {
        if (widget && qobject_cast<const QComboBox *>(widget->parentWidget()))
            return;  // the box draws the frame
        const bool focus = option->state.testFlag(State_HasFocus);
        const bool readOnly = option->state.testFlag(State_ReadOnly);
        drawRounded(
            painter, option->rect, option->palette.color(readOnly ? QPalette::Window : QPalette::Base),
            focus ? option->palette.color(QPalette::Highlight) : lineColour(option->palette), focus ? 2 : 1);
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (element == CE_PushButtonLabel && button && !button->features.testFlag(QStyleOptionButton::HasMenu)) {
        drawButtonLabel(painter, *button);
        return;
    }
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    if (element == CE_ToolButtonLabel && tool && isFilled(option)) {
        QStyleOptionToolButton filled(*tool);
        filled.palette.setColor(QPalette::ButtonText, option->palette.color(QPalette::HighlightedText));
        QProxyStyle::drawControl(element, &filled, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !box) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const bool focus = box->state.testFlag(State_HasFocus);
    drawRounded(painter, box->rect, box->palette.color(QPalette::Base),
                focus ? box->palette.color(QPalette::Highlight) : lineColour(box->palette), focus ? 2 : 1);
    QStyleOption arrow(*box);
    arrow.rect = subControlRect(CC_ComboBox, box, SC_ComboBoxArrow, widget);
    QProxyStyle::drawPrimitive(PE_IndicatorArrowDown, &arrow, painter, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int text =
        option ? option->fontMetrics.height() : QFontMetrics(widget ? widget->font() : QFont()).height();
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return text > 0 ? text : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_SliderThickness:
    case PM_SliderLength:
        return text > 0 ? text * 3 / 2 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (!option)
        return result;
    const QFontMetrics &metrics = option->fontMetrics;
    switch (type) {
    case CT_PushButton:
    case CT_ToolButton:
        result.rwidth() += metrics.height();
        [[fallthrough]];
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
    case CT_RadioButton:
    case CT_CheckBox:
        result.setHeight(qMax(result.height(), touchSize(metrics)));
        break;
    case CT_MenuItem:
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), metrics.height() * 2));
        break;
    default:
        break;
    }
    return result;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0;  // a list below the box: long lists scroll
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

}  // namespace amparo::desktop
