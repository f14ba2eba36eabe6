#include "app/desktop/screening/typed_answer.h"

#include "app/desktop/widgets/date_field.h"
#include "app/desktop/widgets/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QTime>

namespace amparo::desktop {

namespace {

constexpr int pauseInMs = 350;  // longer than between two keys, shorter than looking up at the advice

void watchPause(QTimer &pause, AnswerControl *control)
{
    pause.setSingleShot(true);
    pause.setInterval(pauseInMs);
    QObject::connect(&pause, &QTimer::timeout, control, &AnswerControl::commit);
}

}  // namespace

LineAnswer::LineAnswer(const Question &question, QWidget *parent)
    : AnswerControl(parent), m_line(new QLineEdit(this)), m_type(question.item.type)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_line);
    setFocusProxy(m_line);
    if (question.item.control == form::Control::Secret)
        m_line->setEchoMode(QLineEdit::Password);
    if (m_type == form::DataType::Int || m_type == form::DataType::Decimal) {
        m_line->setMaximumWidth(m_line->fontMetrics().averageCharWidth() * 24);
        row->addStretch(1);  // else a short field stands in the middle
    }
    watchPause(m_pause, this);
    connect(m_line, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_line, &QLineEdit::editingFinished, this, &LineAnswer::commit);
    connect(m_line, &QLineEdit::returnPressed, this, &LineAnswer::finished);
}

void LineAnswer::present(const Question &question)
{
    m_line->setAccessibleName(question.item.label);
    m_line->setAccessibleDescription(question.item.hint);
    if (m_pause.isActive() || question.item.value == m_value)
        return;
    m_value = question.item.value;
    m_line->setText(shown(m_value));
}

void LineAnswer::commit()
{
    m_pause.stop();
    const QString value = kept(m_line->text());
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT answered(value);
}

QString LineAnswer::shown(const QString &value) const
{
    if (m_type != form::DataType::Decimal)
        return value;
    return QString(value).replace(QLatin1Char('.'), locale().decimalPoint());
}

QString LineAnswer::kept(const QString &typed) const
{
    if (m_type == form::DataType::Int)
        return typed.trimmed();
    if (m_type == form::DataType::Decimal)
        return typed.trimmed().replace(locale().decimalPoint(), QLatin1String("."));
    return typed;
}

TextAnswer::TextAnswer(QWidget *parent) : AnswerControl(parent), m_text(new QPlainTextEdit(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text);
    setFocusProxy(m_text);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * 4 + space(m_text->fontMetrics(), 1));
    m_text->installEventFilter(this);
    watchPause(m_pause, this);
    connect(m_text, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
}

void TextAnswer::present(const Question &question)
{
    m_text->setAccessibleName(question.item.label);
    m_text->setAccessibleDescription(question.item.hint);
    if (m_pause.isActive() || question.item.value == m_value)
        return;
    m_value = question.item.value;
    const QSignalBlocker quiet(m_text);  // only a person's typing starts the pause
    m_text->setPlainText(m_value);
}

void TextAnswer::commit()
{
    m_pause.stop();
    if (m_text->toPlainText() == m_value)
        return;
    m_value = m_text->toPlainText();
    Q_EMIT answered(m_value);
}

bool TextAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return AnswerControl::eventFilter(watched, event);
}

MomentAnswer::MomentAnswer(const Question &question, QWidget *parent) : AnswerControl(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    watchPause(m_pause, this);
    if (question.item.type != form::DataType::Time) {
        m_date = new DateField(this);
        row->addWidget(m_date);
        setFocusProxy(m_date);
        connect(m_date, &DateField::edited, &m_pause, qOverload<>(&QTimer::start));
        connect(m_date, &DateField::returnPressed, this, [this] {
            commit();
            Q_EMIT finished();
        });
    }
    if (question.item.type != form::DataType::Date) {
        m_time = new QLineEdit(this);
        m_time->setMaximumWidth(m_time->fontMetrics().averageCharWidth() * 12);
        m_time->setMaxLength(8);
        row->addWidget(m_time);
        if (!m_date)
            setFocusProxy(m_time);
        connect(m_time, &QLineEdit::textEdited, &m_pause, qOverload<>(&QTimer::start));
        connect(m_time, &QLineEdit::editingFinished, this, &MomentAnswer::commit);
        connect(m_time, &QLineEdit::returnPressed, this, &MomentAnswer::finished);
    }
    row->addStretch(1);
}

void MomentAnswer::present(const Question &question)
{
    if (m_date)
        m_date->setName(question.item.label);
    if (m_time) {
        m_time->setAccessibleName(m_date ? tr("Time of day: %1").arg(question.item.label)
                                         : question.item.label);
        m_time->setPlaceholderText(tr("for instance %1").arg(QStringLiteral("14:30")));
    }
    if (m_pause.isActive() || question.item.value == m_value)
        return;
    m_value = question.item.value;
    if (m_date) {
        const QDate date = QDate::fromString(m_value.left(10), Qt::ISODate);
        m_date->setDate(date.isValid() ? std::optional(date) : std::nullopt);
    }
    if (m_time)
        m_time->setText(m_value.section(QLatin1Char('T'), -1).left(5));
}

void MomentAnswer::commit()
{
    m_pause.stop();
    const QString value = typed();
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT answered(value);
}

// What is no moment is handed on as typed, so that the form refuses it and the person reads why.
QString MomentAnswer::typed() const
{
    const QString timeText = m_time ? m_time->text().trimmed() : QString();
    const QTime time =
        QTime::fromString(timeText, timeText.size() > 5 ? QStringLiteral("H:m:s") : QStringLiteral("H:m"));
    if (!m_date)
        return time.isValid() ? time.toString(QStringLiteral("HH:mm:ss.zzz")) : timeText;
    const auto date = m_date->date();
    if (!m_time)
        return date ? date->toString(Qt::ISODate) : m_date->text().trimmed();
    if (m_date->text().trimmed().isEmpty() && timeText.isEmpty())
        return {};
    if (!date || !time.isValid())
        return m_date->text() + QLatin1Char(' ') + timeText;
    const QDateTime moment(*date, time);
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

}  // namespace amparo::desktop
