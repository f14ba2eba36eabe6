#pragma once

#include "app/desktop/widgets/deed_dialog.h"
#include "app/post.h"

#include <functional>

namespace amparo::desktop {

/// A dialog whose deed may need a second person: it tries alone where the store takes that, for what was not
/// set before, else asks. What was typed stays, whatever the second person says. Where the policy came to be
/// managed while it was open, it asks nobody, and says so.
class PolicyDialog : public DeedDialog {
    Q_OBJECT

public:
    /// `key` is the policy's in app::managedSettings(); empty: it is always the post's own.
    PolicyDialog(app::Post &post, const QString &key, const QString &title, const QString &deed,
                 QWidget *parent);

protected:
    /// In the store's thread; nullopt: nobody has approved.
    using Change = std::function<Result<>(store::Store &, std::optional<store::Approval>)>;

    /// `what` is the deed as the second person reads it, `sentence` what is said when it is done.
    void change(const QString &what, const Change &change, const QString &sentence);

    /// What is said where it could not be done.
    virtual QString trouble(const Error &error) const;

    app::Post &post() { return m_post; }

private:
    struct Outcome {
        Result<> changed;
        bool isManaged = false;
    };

    void ask(const QString &what, const Change &change, const QString &sentence);
    void run(const Change &change, std::optional<store::Approval> approval,
             std::function<void(const Outcome &)> done);
    void tell(const Outcome &outcome, const QString &sentence);

    app::Post &m_post;
    QString m_key;
};

}  // namespace amparo::desktop
