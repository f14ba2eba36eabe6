#include "app/desktop/widgets/date_field.h"

#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/icon.h"

#include <QCalendarWidget>
#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace amparo::desktop {

DateField::DateField(QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_open(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line, 1);
    row->addWidget(m_open);
    setFocusProxy(m_line);
    m_line->setMaxLength(10);
    m_line->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("00/00/00000")) * 5 / 4);
    connect(m_line, &QLineEdit::textEdited, this, &DateField::edited);
    connect(m_line, &QLineEdit::returnPressed, this, &DateField::returnPressed);
    connect(m_open, &QToolButton::clicked, this, &DateField::openCalendar);
    retranslate();
}

void DateField::setName(const QString &accessibleName)
{
    m_name = accessibleName;
    retranslate();
}

void DateField::setDate(std::optional<QDate> date)
{
    if (date != this->date() || !isDateOrEmpty())
        m_line->setText(date ? dateToText(*date, locale()) : QString());
}

std::optional<QDate> DateField::date() const { return dateFromText(m_line->text(), locale()); }

QString DateField::text() const { return m_line->text(); }

bool DateField::isDateOrEmpty() const { return m_line->text().trimmed().isEmpty() || date(); }

void DateField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange)
        m_open->setIcon(icon(Sign::Calendar, palette().color(QPalette::ButtonText)));
}

void DateField::openCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setAccessibleName(tr("Calendar"));
    if (const auto chosen = date())
        calendar->setSelectedDate(*chosen);
    auto *column = new QVBoxLayout(popup);
    column->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, this, [this, popup](QDate chosen) {
        m_line->setText(dateToText(chosen, locale()));
        popup->close();
        Q_EMIT edited();
    });
    connect(calendar, &QCalendarWidget::clicked, calendar, &QCalendarWidget::activated);
    popup->move(mapToGlobal(rect().bottomLeft()));
    popup->show();
    calendar->setFocus(Qt::PopupFocusReason);
}

void DateField::retranslate()
{
    m_line->setAccessibleName(m_name);
    m_line->setPlaceholderText(tr("for instance %1").arg(dateExample(locale())));
    m_open->setAccessibleName(tr("Choose a day: %1").arg(m_name));
    m_open->setToolTip(m_open->accessibleName());
    m_open->setIcon(icon(Sign::Calendar, palette().color(QPalette::ButtonText)));
}

}  // namespace amparo::desktop
