#include "app/desktop/widgets/privacy_shield.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace amparo::desktop {

PrivacyShield::PrivacyShield(QWidget *parent)
    : QWidget(parent),
      m_stack(new QStackedLayout(this)),
      m_cover(new QWidget(this)),
      m_text(new QLabel(m_cover)),
      m_return(new QPushButton(m_cover))
{
    auto *column = new QVBoxLayout(m_cover);
    column->addStretch(1);
    column->addWidget(m_text, 0, Qt::AlignHCenter);
    column->addWidget(m_return, 0, Qt::AlignHCenter);
    column->addStretch(1);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_cover->setFocusProxy(m_return);
    m_stack->addWidget(m_cover);
    connect(m_return, &QPushButton::clicked, this, [this] { setCovered(false); });
    qApp->installEventFilter(this);
    retranslate();
}

void PrivacyShield::setContent(QWidget *content)
{
    Q_ASSERT(!m_content);
    m_content = content;
    m_stack->addWidget(content);
    m_stack->setCurrentWidget(content);
}

bool PrivacyShield::isCovered() const { return m_stack->currentWidget() == m_cover; }

void PrivacyShield::setCovered(bool covered)
{
    if (covered != isCovered())
        covered ? cover() : uncover();
}

void PrivacyShield::cover()
{
    m_focusBefore = QApplication::focusWidget();
    QToolTip::hideText();
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    m_stack->setCurrentWidget(m_cover);
    repaint();  // now, not when the events at hand are done
    hideOtherWindows();
    m_cover->setFocus(Qt::ShortcutFocusReason);
}

void PrivacyShield::hideOtherWindows()
{
    QWidget *active = QApplication::activeWindow();
    QList<QPointer<QWidget>> hidden;
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget *one : all) {
        if (one == window() || !one->isVisible())
            continue;
        one == active ? hidden.append(one) : hidden.prepend(one);  // the active one comes back last, on top
        one->hide();
    }
    m_hidden.append(hidden);
    window()->activateWindow();
}

// Where the page has changed meanwhile, the focus is where it put it.
void PrivacyShield::uncover()
{
    m_stack->setCurrentWidget(m_content);
    const QList<QPointer<QWidget>> hidden = std::exchange(m_hidden, {});
    for (const QPointer<QWidget> &one : hidden) {
        if (!one)
            continue;
        one->show();
        one->activateWindow();
    }
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::ShortcutFocusReason);
}

void PrivacyShield::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Before any page or dialog: no shortcut would reach all of them.
bool PrivacyShield::eventFilter(QObject *watched, QEvent *event)
{
    if (!isVisible())
        return false;
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() != Qt::Key_F9 || key->modifiers() != Qt::NoModifier)
            return false;
        if (!key->isAutoRepeat())
            setCovered(!isCovered());
        return true;
    }
    if (event->type() == QEvent::Show && isCovered()) {
        const auto *opened = qobject_cast<QWidget *>(watched);
        if (opened && opened->isWindow() && opened != window())
            QMetaObject::invokeMethod(this, &PrivacyShield::hideOtherWindows, Qt::QueuedConnection);
    }
    return false;
}

// Neutral on purpose: a companion who reads it learns nothing.
void PrivacyShield::retranslate()
{
    m_text->setText(tr("Paused"));
    m_return->setText(tr("Continue (F9)"));
    m_return->setAccessibleName(tr("Continue"));
}

}  // namespace amparo::desktop
