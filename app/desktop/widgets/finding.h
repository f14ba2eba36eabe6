#pragma once

#include "app/desktop/widgets/icon.h"
#include "app/desktop/widgets/theme.h"

#include <QWidget>

class QLabel;

namespace amparo::desktop {

/// One line that says what was found: sign, colour and sentence. Wraps; read by screen readers as its
/// sentence.
class Finding : public QWidget {
    Q_OBJECT

public:
    explicit Finding(QWidget *parent = nullptr);

    void say(Tone tone, const QString &sentence);  ///< empty: hides it
    void say(Tone tone, Sign sign, const QString &sentence);
    QString sentence() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSign();

    QLabel *m_sign;
    QLabel *m_text;
    Tone m_tone = Tone::Neutral;
    Sign m_drawn = Sign::Information;
};

}  // namespace amparo::desktop
