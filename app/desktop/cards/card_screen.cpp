#include "app/desktop/cards/card_screen.h"

#include "app/desktop/cards/card_view.h"
#include "app/desktop/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace amparo::desktop {

namespace {

constexpr double sizeStep = 1.15;
constexpr int linesOnScreen = 30;  // of the first text size: read from some two metres

int firstTextSize(const QScreen *screen)
{
    return std::clamp(screen->availableGeometry().height() / linesOnScreen, CardScreen::smallestText,
                      CardScreen::largestText);
}

}  // namespace

CardScreen::CardScreen(const reference::FilledCard &card, QWidget *parent)
    : QWidget(parent, Qt::Window),
      m_isRightToLeft(card.isRightToLeft),
      m_area(new QScrollArea(this)),
      m_view(new CardView),
      m_smaller(new QPushButton(this)),
      m_larger(new QPushButton(this)),
      m_hide(new QPushButton(this)),
      m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    m_view->setCard(card);
    m_view->installEventFilter(this);
    setTextSize(firstTextSize(screen()));
    connect(m_smaller, &QPushButton::clicked, this, [this] { setTextSize(int(textSize() / sizeStep)); });
    connect(m_larger, &QPushButton::clicked, this, [this] { setTextSize(qRound(textSize() * sizeStep)); });
    connect(m_hide, &QPushButton::clicked, this, &CardScreen::hideRequested);
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
    retranslate();
    m_view->setFocus();
}

void CardScreen::layOut()
{
    m_area->setWidget(m_view);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setLayoutDirection(m_isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    m_area->setFocusPolicy(Qt::NoFocus);
    const int gap = space(fontMetrics(), 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap, gap, gap, gap);
    row->setSpacing(gap);
    row->addWidget(m_smaller);
    row->addWidget(m_larger);
    row->addStretch(1);
    row->addWidget(m_hide);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_area, 1);
    column->addLayout(row);
}

void CardScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// Neutral: a title is seen in lists of windows.
void CardScreen::retranslate()
{
    setWindowTitle(tr("Information"));
    m_view->setAccessibleName(tr("Card"));
    m_smaller->setText(tr("Smaller (−)"));
    m_smaller->setAccessibleName(tr("Smaller text"));
    m_larger->setText(tr("Larger (+)"));
    m_larger->setAccessibleName(tr("Larger text"));
    m_hide->setText(tr("Hide (F9)"));
    m_hide->setAccessibleName(tr("Hide"));
    m_close->setText(tr("Close (Esc)"));
    m_close->setAccessibleName(tr("Close"));
}

int CardScreen::textSize() const { return m_view->textSize(); }

void CardScreen::setTextSize(int pixels)
{
    m_view->setTextSize(std::clamp(pixels, smallestText, largestText));
    m_smaller->setEnabled(textSize() > smallestText);
    m_larger->setEnabled(textSize() < largestText);
}

void CardScreen::scroll(int pages, int lines)
{
    QScrollBar *bar = m_area->verticalScrollBar();
    bar->setValue(bar->value() + pages * bar->pageStep() * 9 / 10 + lines * 2 * textSize());
}

// Before the scroll area takes them: it would scroll without a focus frame's way back.
bool CardScreen::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return event->isAccepted();
    }
    return QWidget::eventFilter(watched, event);
}

void CardScreen::keyPressEvent(QKeyEvent *event)
{
    event->accept();
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:  // the same key without Shift
        return m_larger->click();
    case Qt::Key_Minus:
        return m_smaller->click();
    case Qt::Key_0:
        return setTextSize(firstTextSize(screen()));
    case Qt::Key_Down:
        return scroll(0, 1);
    case Qt::Key_Up:
        return scroll(0, -1);
    case Qt::Key_PageDown:
    case Qt::Key_Space:
        return scroll(1, 0);
    case Qt::Key_PageUp:
        return scroll(-1, 0);
    default:
        event->ignore();
    }
}

}  // namespace amparo::desktop
