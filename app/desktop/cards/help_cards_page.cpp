#include "app/desktop/cards/help_cards_page.h"

#include "app/desktop/cards/card_choices.h"
#include "app/desktop/cards/card_screen.h"
#include "app/desktop/cards/card_view.h"
#include "app/desktop/cards/carry_question.h"
#include "app/desktop/cards/leaflet_bar.h"
#include "app/desktop/cards/leaflet_output.h"
#include "app/desktop/error_text.h"
#include "app/desktop/widgets/date_text.h"
#include "app/desktop/widgets/finding.h"
#include "app/post_reference.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

constexpr int choicesShare = 2;
constexpr int cardShare = 3;

}  // namespace

HelpCardsPage::HelpCardsPage(app::Post &post, QWidget *parent)
    : QWidget(parent),
      m_post(post),
      m_choices(new CardChoices(this)),
      m_review(new Finding(this)),
      m_numbers(new Finding(this)),
      m_area(new QScrollArea(this)),
      m_view(new CardView),
      m_show(new QPushButton(this)),
      m_count(new QLabel(this)),
      m_leaflet(new LeafletBar(this)),
      m_message(new Finding(this))
{
    layOut();
    connectParts();
    retranslate();
}

void HelpCardsPage::layOut()
{
    m_area->setWidget(m_view);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_show->setDefault(true);
    setFocusProxy(m_choices);
    auto *card = new QVBoxLayout;
    card->addWidget(m_review);
    card->addWidget(m_numbers);
    card->addWidget(m_area, 1);
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_choices, choicesShare);
    columns->addLayout(card, cardShare);
    auto *deeds = new QHBoxLayout;
    deeds->addWidget(m_show);
    deeds->addWidget(m_count);
    deeds->addStretch(1);
    deeds->addWidget(m_leaflet);
    auto *page = new QVBoxLayout(this);
    page->addLayout(columns, 1);
    page->addLayout(deeds);
    page->addWidget(m_message);
}

void HelpCardsPage::connectParts()
{
    connect(m_choices, &CardChoices::changed, this, &HelpCardsPage::fill);
    connect(m_choices, &CardChoices::activated, this, &HelpCardsPage::showOverScreen);
    connect(m_show, &QPushButton::clicked, this, &HelpCardsPage::showOverScreen);
    connect(m_leaflet, &LeafletBar::printWanted, this, [this] {
        give([this] {
            printLeaflet(this, *m_card, m_leaflet->format(), m_post.clock().today(),
                         [this](const Result<QString> &file) { given(file); });
        });
    });
    connect(m_leaflet, &LeafletBar::saveWanted, this, [this] {
        give([this] {
            saveLeaflet(this, *m_card, m_leaflet->format(), m_post.clock().today(),
                        [this](const Result<QString> &file) { given(file); });
        });
    });
    connect(&m_post, &app::Post::shiftChanged, this, &HelpCardsPage::countAgain);
    auto *key = new QShortcut(Qt::Key_F11, this);
    key->setContext(Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &HelpCardsPage::showOverScreen);
}

void HelpCardsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void HelpCardsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_message->say(Tone::Neutral, QString());
    load();
    countAgain();
}

void HelpCardsPage::retranslate()
{
    setAccessibleName(tr("Help cards"));
    m_view->setAccessibleName(tr("The card as the traveller reads it"));
    m_show->setText(tr("Show on the whole screen (F11)"));
    m_show->setAccessibleName(tr("Show on the whole screen"));
    m_count->setAccessibleName(tr("Cards of this shift"));
    showFindings();
    countAgain();
}

void HelpCardsPage::load()
{
    if (m_reference || m_isLoading)
        return;
    m_isLoading = true;
    m_post.store().run(
        this, [](store::Store &store) { return app::postReference(store); },
        [this](const reference::Reference &reference) {
            m_reference = reference;
            m_choices->offer(*m_reference, m_post.description().country);
        });
}

void HelpCardsPage::fill()
{
    const reference::HelpCard *chosen = m_choices->card();
    m_card.reset();
    if (chosen) {
        const auto filled =
            reference::fillCard(*m_reference, *chosen, m_choices->choice(), m_post.clock().today());
        if (filled)
            m_card = *filled;
    }
    m_card ? m_view->setCard(*m_card) : m_view->clear();
    m_show->setEnabled(m_card.has_value());
    m_leaflet->setEnabled(m_card.has_value());
    m_area->setLayoutDirection(m_card && m_card->isRightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    showFindings();
}

void HelpCardsPage::showFindings()
{
    m_review->setVisible(m_card.has_value());
    m_numbers->setVisible(m_card.has_value());
    if (!m_card)
        return;
    const auto reviewed = m_card->text.nativeReview;
    m_review->say(reviewed ? Tone::Neutral : Tone::Caution,
                  reviewed
                      ? tr("A native speaker reviewed this text on %1.").arg(dateToText(*reviewed, QLocale()))
                      : tr("No native speaker has reviewed this text yet. Ask an interpreter if you can."));
    if (m_card->countries.isEmpty())
        m_numbers->say(Tone::Caution, tr("The card shows no number: choose a country on the way."));
    else if (m_card->freshness == reference::Freshness::NeverVerified)
        m_numbers->say(Tone::Caution, tr("Nobody has confirmed all of these numbers by a call yet. Call one "
                                         "before you give the card."));
    else if (m_card->freshness != reference::Freshness::Current)
        m_numbers->say(Tone::Caution, tr("Some of these numbers were last confirmed more than 180 days ago. "
                                         "Call one before you give the card."));
    else
        m_numbers->say(Tone::Neutral, QString());
}

void HelpCardsPage::showOverScreen()
{
    if (!m_card || m_screen)
        return;
    m_screen = new CardScreen(*m_card, this);
    connect(m_screen, &CardScreen::hideRequested, this, &HelpCardsPage::hideRequested);
    m_screen->showFullScreen();
    m_screen->activateWindow();
    note(store::AuditAction::CardShown);
}

void HelpCardsPage::give(std::function<void()> deed)
{
    if (!m_card)
        return;
    askWhetherSafeToCarry(this, m_card->carryQuestion, {std::move(deed), [this] { showOverScreen(); }});
}

void HelpCardsPage::given(const Result<QString> &file)
{
    if (!file)
        return m_message->say(Tone::Danger, errorText(Act::MakeLeaflet, file.error()));
    m_message->say(Tone::Good, Sign::Done,
                   file->isEmpty() ? tr("The leaflet went to the printer.") : tr("Written: %1").arg(*file));
    note(store::AuditAction::CardGiven);
}

/// Card and language, never to whom.
void HelpCardsPage::note(store::AuditAction action)
{
    const auto &shift = m_post.shift();
    const QString detail = QStringLiteral("%1 %2").arg(m_card->id, m_card->text.language);
    m_post.store().run(
        this,
        [action, subject = shift ? shift->id.toText() : QString(), detail](store::Store &store) {
            return store.audit().record(action, subject, detail);
        },
        [this](const Result<> &noted) {
            if (!noted)
                m_message->say(Tone::Danger, errorText(Act::ReadRecords, noted.error()));
            countAgain();
        });
}

void HelpCardsPage::countAgain()
{
    const auto &shift = m_post.shift();
    if (!shift || !isVisible())
        return m_count->clear();
    struct Counts {
        int shown = 0;
        int given = 0;
    };
    m_post.store().run(
        this,
        [subject = shift->id.toText()](store::Store &store) {
            return store.audit().count(store::AuditAction::CardShown, subject).and_then([&](int shown) {
                return store.audit().count(store::AuditAction::CardGiven, subject).map([&](int given) {
                    return Counts{shown, given};
                });
            });
        },
        [this](const Result<Counts> &counts) {
            if (counts)
                m_count->setText(
                    tr("This shift: %1 shown, %2 as leaflets").arg(counts->shown).arg(counts->given));
        });
}

}  // namespace amparo::desktop
