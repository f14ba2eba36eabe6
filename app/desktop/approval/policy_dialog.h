#pragma once

#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

#include <functional>

namespace amparo::desktop {

/// A dialog whose deed may need a second person: it tries alone where the store takes that, for what was not
/// set before, else asks. What was typed stays, whatever the second person says.
class PolicyDialog : public DeedDialog {
    Q_OBJECT

public:
    PolicyDialog(app::Post &post, const QString &title, const QString &deed, QWidget *parent);

protected:
    /// In the store's thread; nullopt: nobody has approved.
    using Change = std::function<Result<>(store::Store &, std::optional<store::Approval>)>;

    /// `what` is the deed as the second person reads it, `sentence` what is said when it is done.
    void change(const QString &what, const Change &change, const QString &sentence);

    /// What is said where it could not be done.
    virtual QString trouble(const Error &error) const;

    app::Post &post() { return m_post; }

private:
    void ask(const QString &what, const Change &change, const QString &sentence);
    void run(const Change &change, std::optional<store::Approval> approval,
             std::function<void(const Result<> &)> done);

    app::Post &m_post;
};

}  // namespace amparo::desktop
