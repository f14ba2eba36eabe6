#include "app/desktop/top_bar.h"

#include "app/desktop/sync/sync_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/desktop/widgets/label.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr int leastSentence = 36;  // characters a line, for what is said about the server

}  // namespace

TopBar::TopBar(const QString &officerName, bool isDemo, QWidget *parent)
    : QWidget(parent),
      m_officerName(officerName),
      m_demo(new QLabel(this)),
      m_rows(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_standing(new QWidget(this)),
      m_places(new QButtonGroup(this)),
      m_sync(new Finding(m_standing)),
      m_health(new Finding(this)),
      m_send(new QPushButton(m_standing)),
      m_details(new QPushButton(m_standing)),
      m_officer(new QPushButton(m_standing)),
      m_officerMenu(new QMenu(m_officer))
{
    const int gap = space(fontMetrics(), 1);
    auto *places = new QHBoxLayout;
    places->setSpacing(gap);
    for (int i = 0; i < placeCount; ++i) {
        auto *button = new QPushButton(this);
        button->setCheckable(true);
        m_places->addButton(button, i);
        places->addWidget(button);
        // Not the button's own: setText() would take it away.
        auto *key = new QShortcut(Qt::CTRL | Qt::Key(Qt::Key_1 + i), button);
        key->setContext(Qt::WindowShortcut);
        connect(key, &QShortcut::activated, this, [this, i] { Q_EMIT placeChosen(Place(i)); });
    }
    places->addStretch(1);
    m_standing->setContentsMargins(0, 0, 0, 0);
    auto *standing = new QHBoxLayout(m_standing);
    standing->setContentsMargins(0, 0, 0, 0);
    standing->setSpacing(gap);
    standing->addWidget(m_sync, 1, Qt::AlignVCenter);
    standing->addWidget(m_send);
    standing->addWidget(m_details);
    standing->addWidget(m_officer);
    m_rows->setContentsMargins(gap, gap, gap, 0);
    m_rows->setSpacing(gap);
    m_rows->addLayout(places);
    m_rows->addWidget(m_standing);
    m_demo->setVisible(isDemo);
    m_demo->setAlignment(Qt::AlignCenter);
    m_demo->setAutoFillBackground(true);
    m_demo->setMargin(gap / 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_demo);
    column->addLayout(m_rows);
    column->addWidget(m_health);
    m_health->setContentsMargins(gap, gap / 2, gap, 0);
    m_health->hide();

    connect(m_places, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT placeChosen(Place(id)); });
    connect(m_send, &QPushButton::clicked, this, &TopBar::sendRequested);
    connect(m_details, &QPushButton::clicked, this, &TopBar::syncDetailsRequested);
    m_officer->setMenu(m_officerMenu);
    // Not showMenu(), which answers when the menu is closed.
    connect(new QShortcut(Qt::Key_F10, this), &QShortcut::activated, this,
            [this] { m_officerMenu->popup(m_officer->mapToGlobal(m_officer->rect().bottomLeft())); });
    retranslate();
}

void TopBar::showPlace(Place place) { m_places->button(int(place))->setChecked(true); }

// The others keep their keys.
void TopBar::withdraw(Place place)
{
    QAbstractButton *button = m_places->button(int(place));
    button->hide();
    for (QShortcut *key : button->findChildren<QShortcut *>())
        key->setEnabled(false);
    breakRows();
}

void TopBar::offerPin(bool isAllowed)
{
    m_isPinAllowed = isAllowed;
    fillOfficerMenu();
}

void TopBar::showSync(const sync::Status &status)
{
    m_status = status;
    const SyncText text = syncText(status);
    m_sync->say(text.tone, text.sign, text.sentence);
    m_send->setVisible(status.isConfigured && status.waiting > 0 && !status.isSending);
    breakRows();
}

std::optional<QString> TopBar::obstacleIn(const app::Post::Health &health)
{
    if (health.isDamaged)
        return tr("The store is damaged and can only be read: sign in again to read it, and "
                  "call IT support now (F1 tells more).");
    if (health.room == store::DiskRoom::Critical)
        return tr("The disk is nearly full: what you have begun can be finished, but nothing "
                  "new begun. Call IT support.");
    return std::nullopt;
}

void TopBar::showHealth(const app::Post::Health &health)
{
    m_storeHealth = health;
    if (const auto obstacle = obstacleIn(health))
        m_health->say(Tone::Danger, *obstacle);
    else if (health.room == store::DiskRoom::Low)
        m_health->say(Tone::Caution,
                      tr("The disk has less than 500 MB left: ask IT support to make room soon."));
    m_health->setVisible(health != app::Post::Health());
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate();
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    breakRows();
}

// Where the sentence about the server would be squeezed into a column of words, it goes below the places.
void TopBar::breakRows()
{
    const int places = m_rows->itemAt(0)->minimumSize().width();
    const int sentence = fontMetrics().averageCharWidth() * leastSentence;
    int others = 0;
    for (const QWidget *one : {m_send, m_details, m_officer})
        others += one->isHidden() ? 0 : one->sizeHint().width() + m_rows->spacing();
    m_rows->setDirection(places + sentence + others > width() ? QBoxLayout::TopToBottom
                                                              : QBoxLayout::LeftToRight);
    m_rows->setStretch(1, 1);
}

// The window serves the keys that stand here: it locks also while this bar is hidden.
void TopBar::fillOfficerMenu()
{
    m_officerMenu->clear();
    const auto withKey = [](const QString &text, QKeyCombination key) {
        return text + QLatin1Char('\t') + QKeySequence(key).toString(QKeySequence::NativeText);
    };
    m_officerMenu->addAction(withKey(tr("&Lock"), Qt::CTRL | Qt::Key_L), this, &TopBar::lockRequested);
    if (m_isPinAllowed)
        m_officerMenu->addAction(tr("&PIN for this shift…"), this, &TopBar::pinRequested);
    m_officerMenu->addAction(tr("&My passphrase…"), this, &TopBar::passphraseRequested);
    m_officerMenu->addAction(withKey(tr("&Another officer"), Qt::CTRL | Qt::SHIFT | Qt::Key_L), this,
                             &TopBar::officerChangeRequested);
    m_officerMenu->addSeparator();
    m_officerMenu->addAction(withKey(tr("&Help"), Qt::Key_F1), this, &TopBar::helpRequested);
    m_officerMenu->addAction(tr("A&bout Amparo…"), this, &TopBar::aboutRequested);
    m_officerMenu->addSeparator();
    m_officerMenu->addAction(tr("&Sign out"), this, &TopBar::signOutRequested);
}

void TopBar::retranslate()
{
    const QString names[placeCount] = {tr("Today"),    tr("Screening"),     tr("Records"),
                                       tr("Reports"),  tr("Referrals"),     tr("Help cards"),
                                       tr("Training"), tr("Administration")};
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
    m_details->setText(tr("Server…"));
    m_details->setAccessibleName(tr("Server and records to send"));
    m_officer->setText(buttonText(m_officerName));
    m_officer->setAccessibleName(tr("Signed in"));
    m_officer->setAccessibleDescription(m_officerName);
    m_officer->setToolTip(tr("Lock, PIN, passphrase, another officer, help, sign out (F10)"));
    fillOfficerMenu();
    m_sync->setAccessibleName(tr("Server"));
    m_health->setAccessibleName(tr("Store and disk"));
    showSync(m_status);
    showHealth(m_storeHealth);
}

}  // namespace amparo::desktop
