#include "app/desktop/top_bar.h"

#include "app/desktop/sync_text.h"
#include "app/desktop/widgets/finding.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace amparo::desktop {

TopBar::TopBar(const QString &officerName, bool isDemo, QWidget *parent)
    : QWidget(parent),
      m_officerName(officerName),
      m_demo(new QLabel(this)),
      m_places(new QButtonGroup(this)),
      m_sync(new Finding(this)),
      m_send(new QPushButton(this)),
      m_officer(new QLabel(this)),
      m_signOut(new QPushButton(this))
{
    const int gap = space(fontMetrics(), 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(gap, gap, gap, 0);
    row->setSpacing(gap);
    for (int i = 0; i < placeCount; ++i) {
        auto *button = new QPushButton(this);
        button->setCheckable(true);
        m_places->addButton(button, i);
        row->addWidget(button);
        // Not the button's own: setText() would take it away.
        auto *key = new QShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + i), this);
        connect(key, &QShortcut::activated, this, [this, i] { Q_EMIT placeChosen(Place(i)); });
    }
    row->addStretch(1);
    row->addWidget(m_sync, 2, Qt::AlignVCenter);
    row->addWidget(m_send);
    row->addWidget(m_officer);
    row->addWidget(m_signOut);
    m_demo->setVisible(isDemo);
    m_demo->setAlignment(Qt::AlignCenter);
    m_demo->setAutoFillBackground(true);
    m_demo->setMargin(gap / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_demo);
    column->addLayout(row);

    connect(m_places, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT placeChosen(Place(id)); });
    connect(m_send, &QPushButton::clicked, this, &TopBar::sendRequested);
    connect(m_signOut, &QPushButton::clicked, this, &TopBar::signOutRequested);
    connect(new QShortcut(Qt::CTRL | Qt::Key_L, this), &QShortcut::activated, this,
            &TopBar::signOutRequested);
    retranslate();
}

void TopBar::showPlace(Place place) { m_places->button(int(place))->setChecked(true); }

void TopBar::showSync(const sync::Status &status)
{
    m_status = status;
    const SyncText text = syncText(status);
    m_sync->say(text.tone, text.sign, text.sentence);
    m_send->setVisible(status.isConfigured && status.waiting > 0 && !status.isSending);
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void TopBar::retranslate()
{
    const QString names[placeCount] = {tr("Today"), tr("Screening"), tr("Records"),
                                       tr("Reports"), tr("Referrals"), tr("Help cards")};
    for (int i = 0; i < placeCount; ++i) {
        m_places->button(i)->setText(names[i]);
        m_places->button(i)->setAccessibleName(names[i]);
        m_places->button(i)->setToolTip(QStringLiteral("Ctrl+%1").arg(i + 1));
    }
    m_demo->setText(tr("Demo post: people and records here are invented."));
    const ToneColours colours = toneColours(Tone::Caution, palette());
    QPalette banner = m_demo->palette();
    banner.setColor(QPalette::Window, colours.background);
    banner.setColor(QPalette::WindowText, colours.text);
    m_demo->setPalette(banner);
    m_send->setText(tr("Send now"));
    m_send->setAccessibleName(tr("Send now"));
    m_officer->setText(m_officerName);
    m_officer->setAccessibleName(tr("Signed in"));
    m_signOut->setText(tr("Sign out (Ctrl+L)"));
    m_signOut->setAccessibleName(tr("Sign out"));
    m_sync->setAccessibleName(tr("Server"));
    showSync(m_status);
}

}  // namespace amparo::desktop
