#pragma once

#include "reference/filled_card.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QListWidget;

namespace amparo::desktop {

/// What an officer chooses before a card is shown: which one, in which language, with the numbers of which
/// countries, which of them as a QR code.
class CardChoices : public QWidget {
    Q_OBJECT

public:
    explicit CardChoices(QWidget *parent = nullptr);

    /// Fills the lists; `ownCountry` is ticked at first. `reference` is borrowed.
    void offer(const reference::Reference &reference, const QString &ownCountry);

    const reference::HelpCard *card() const;  ///< null: nothing is offered yet
    reference::CardChoice choice() const;

Q_SIGNALS:
    void changed();
    void activated();  ///< a double click or Enter on a card

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void nameCards();
    void offerLanguages();
    void offerCountries(const QString &ownCountry);
    void offerLines();  ///< those that the chosen card shows
    QStringList countries() const;

    const reference::Reference *m_reference = nullptr;
    QLabel *m_cardsLabel;
    QListWidget *m_cards;
    QLabel *m_languageLabel;
    QComboBox *m_language;
    QLabel *m_countriesLabel;
    QWidget *m_countries;
    QMap<QString, QCheckBox *> m_countryBoxes;  ///< by ISO 3166-1 alpha-3
    QLabel *m_lineLabel;
    QComboBox *m_line;
    QCheckBox *m_laws;
};

}  // namespace amparo::desktop
