#pragma once

#include "app/desktop/cards/card_screen.h"
#include "app/post.h"
#include "reference/filled_card.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;

namespace amparo::desktop {

class CardChoices;
class CardView;
class Finding;
class LeafletBar;

/// The help cards: choose one, show it over the whole screen (F11), print it or save it as a leaflet. How
/// many were shown and given is counted by shift, without a word of to whom.
class HelpCardsPage : public QWidget {
    Q_OBJECT

public:
    explicit HelpCardsPage(app::Post &post, QWidget *parent = nullptr);

    CardScreen *screen() const { return m_screen; }  ///< null: none is open

Q_SIGNALS:
    void hideRequested();  ///< somebody looks at the card

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectParts();
    void retranslate();
    void load();  ///< at the first sight of the page
    void fill();  ///< the chosen card with what was chosen
    void showFindings();
    void showOverScreen();
    /// Asks whether it is safe, then does it.
    void give(std::function<void()> deed);
    void given(const Result<QString> &file);
    void note(store::AuditAction action);
    void countAgain();

    app::Post &m_post;
    std::optional<reference::Reference> m_reference;
    bool m_isLoading = false;
    std::optional<reference::FilledCard> m_card;
    QPointer<CardScreen> m_screen;

    CardChoices *m_choices;
    Finding *m_review;
    Finding *m_numbers;
    QScrollArea *m_area;
    CardView *m_view;
    QPushButton *m_show;
    QLabel *m_count;
    LeafletBar *m_leaflet;
    Finding *m_message;
};

}  // namespace amparo::desktop
