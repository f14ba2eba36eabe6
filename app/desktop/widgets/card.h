#pragma once

#include "app/desktop/widgets/theme.h"

#include <QFrame>

#include <optional>

namespace amparo::desktop {

/// A rounded panel that holds what belongs together; with a tone, a patch of that colour with an edge.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);

    void setTone(std::optional<Tone> tone);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void applyTone();

    std::optional<Tone> m_tone;
    bool m_applying = false;
};

/// A part of a page in a card of its own.
Card *inCard(QWidget *part, QWidget *parent);

}  // namespace amparo::desktop
