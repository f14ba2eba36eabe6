#include "app/desktop/cards/card_choices.h"

#include "app/desktop/cards/language_names.h"
#include "app/desktop/widgets/flow_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

namespace amparo::desktop {

namespace {

const QString usualLanguage = QStringLiteral("es");
const QString noLine = QString();

}  // namespace

CardChoices::CardChoices(QWidget *parent)
    : QWidget(parent),
      m_cardsLabel(new QLabel(this)),
      m_cards(new QListWidget(this)),
      m_languageLabel(new QLabel(this)),
      m_language(new QComboBox(this)),
      m_countriesLabel(new QLabel(this)),
      m_countries(new QWidget(this)),
      m_lineLabel(new QLabel(this)),
      m_line(new QComboBox(this)),
      m_laws(new QCheckBox(this))
{
    layOut();
    connectParts();
    retranslate();
}

void CardChoices::layOut()
{
    m_cardsLabel->setBuddy(m_cards);
    m_languageLabel->setBuddy(m_language);
    m_lineLabel->setBuddy(m_line);
    m_cards->setWordWrap(true);
    m_line->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    new FlowLayout(m_countries);
    setFocusProxy(m_cards);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_cardsLabel);
    column->addWidget(m_cards, 1);
    column->addWidget(m_languageLabel);
    column->addWidget(m_language);
    column->addWidget(m_countriesLabel);
    column->addWidget(m_countries);
    column->addWidget(m_lineLabel);
    column->addWidget(m_line);
    column->addWidget(m_laws);
}

void CardChoices::connectParts()
{
    connect(m_cards, &QListWidget::currentRowChanged, this, &CardChoices::offerLines);
    connect(m_cards, &QListWidget::itemActivated, this, &CardChoices::activated);
    connect(m_language, &QComboBox::currentIndexChanged, this, &CardChoices::changed);
    connect(m_line, &QComboBox::currentIndexChanged, this, &CardChoices::changed);
    connect(m_laws, &QCheckBox::toggled, this, &CardChoices::changed);
}

void CardChoices::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CardChoices::retranslate()
{
    m_cardsLabel->setText(tr("&Card"));
    m_cards->setAccessibleName(tr("Card"));
    m_languageLabel->setText(tr("&Language of the traveller"));
    m_language->setAccessibleName(tr("Language of the traveller"));
    m_countriesLabel->setText(tr("Countries on the way"));
    m_countries->setAccessibleName(tr("Countries on the way"));
    m_lineLabel->setText(tr("&QR code of"));
    m_line->setAccessibleName(tr("QR code of"));
    m_laws->setText(tr("&Name the laws"));
    m_laws->setAccessibleName(tr("Name the laws"));
    if (!m_reference)
        return;
    nameCards();
    offerCountries({});
    offerLines();
}

void CardChoices::offer(const reference::Reference &reference, const QString &ownCountry)
{
    m_reference = &reference;
    nameCards();
    offerLanguages();
    offerCountries(ownCountry);
    offerLines();
}

/// In the officer's language; the chosen one stays.
void CardChoices::nameCards()
{
    const QSignalBlocker blocker(m_cards);
    const int row = std::max(0, m_cards->currentRow());
    m_cards->clear();
    for (const reference::HelpCard &card : m_reference->cards) {
        Translated title;
        for (const reference::CardText &text : card.texts)
            title.byLanguage.insert(text.language, text.title);
        m_cards->addItem(title.in(QLocale().bcp47Name()));
    }
    m_cards->setCurrentRow(row);
}

void CardChoices::offerLanguages()
{
    const QSignalBlocker blocker(m_language);
    m_language->clear();
    for (const reference::CardWords &words : m_reference->words)
        m_language->addItem(ownLanguageName(words.language), words.language);
    m_language->setCurrentIndex(std::max(0, m_language->findData(usualLanguage)));
}

/// Names them in the officer's language, and makes the boxes at the first time.
void CardChoices::offerCountries(const QString &ownCountry)
{
    QMap<QString, Translated> names;
    for (const reference::CardWords &words : m_reference->words) {
        for (auto country = words.countries.begin(); country != words.countries.end(); ++country)
            names[country.key()].byLanguage.insert(words.language, country.value());
    }
    QWidget *before = m_language;
    for (auto country = names.begin(); country != names.end(); ++country) {
        QCheckBox *&box = m_countryBoxes[country.key()];
        if (!box) {
            box = new QCheckBox(m_countries);
            box->setChecked(country.key() == ownCountry);
            m_countries->layout()->addWidget(box);
            connect(box, &QCheckBox::toggled, this, &CardChoices::offerLines);
        }
        box->setText(country->in(QLocale().bcp47Name()));
        box->setAccessibleName(box->text());
        setTabOrder(before, box);
        before = box;
    }
    setTabOrder(before, m_line);
}

QStringList CardChoices::countries() const
{
    QStringList chosen;
    for (auto box = m_countryBoxes.begin(); box != m_countryBoxes.end(); ++box) {
        if (box.value()->isChecked())
            chosen.append(box.key());
    }
    return chosen;
}

void CardChoices::offerLines()
{
    const reference::HelpCard *shown = card();
    if (!shown)
        return;
    {
        const QSignalBlocker blocker(m_line);
        const QVariant chosen = m_line->currentData();
        m_line->clear();
        for (const QString &country : countries()) {
            for (const reference::HelpLine *line : reference::linesOf(*m_reference, *shown, country))
                m_line->addItem(QStringLiteral("%1 · %2 · %3").arg(line->number, line->name, country),
                                line->id);
        }
        m_line->addItem(tr("No QR code"), noLine);
        m_line->setCurrentIndex(std::max(0, m_line->findData(chosen)));
    }
    Q_EMIT changed();
}

const reference::HelpCard *CardChoices::card() const
{
    const int row = m_cards->currentRow();
    return m_reference && row >= 0 ? &m_reference->cards.at(row) : nullptr;
}

reference::CardChoice CardChoices::choice() const
{
    return {m_language->currentData().toString(), countries(), m_laws->isChecked(),
            m_line->currentData().toString()};
}

}  // namespace amparo::desktop
