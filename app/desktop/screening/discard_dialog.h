#pragma once

#include "app/desktop/screening/draft_saver.h"
#include "app/desktop/widgets/deed_dialog.h"

class QComboBox;

namespace amparo::desktop {

/// Asks why a draft is to be forgotten. Whoever noted signs in it is told that a real traveller's record is
/// made final instead.
class DiscardDialog : public DeedDialog {
    Q_OBJECT

public:
    using Discard = std::function<void(record::DiscardReason reason, DraftSaver::Done done)>;

    /// `signs`: how many indicators fired in it. `discard` is called once for each try.
    DiscardDialog(int signs, Discard discard, QWidget *parent);

Q_SIGNALS:
    void refused();  ///< the draft is still there

private:
    void act() override;

    Discard m_discard;
    QComboBox *m_reason;
};

}  // namespace amparo::desktop
