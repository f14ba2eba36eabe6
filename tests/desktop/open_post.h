#pragma once

#include "app/post.h"
#include "support/fixed_clock.h"
#include "support/test_store.h"

#include <QTemporaryDir>

namespace amparo::test {

/// A real post of Peru with an open shift, for the pages that need one, and who is signed in there.
class OpenPost {
public:
    enum class Forms { None, BuiltIn };
    explicit OpenPost(Forms forms = Forms::None, record::Role role = record::Role::ShiftLead);

    FixedClock clock;
    QString folder() const { return m_folder.path(); }
    app::Post &operator*() { return *m_post; }
    app::Post *operator->() { return m_post.get(); }

    /// For a window that owns its post; or to close it, and then open() it again.
    std::unique_ptr<app::Post> take() { return std::move(m_post); }
    void open();

private:
    QTemporaryDir m_folder;
    QString m_login;
    std::unique_ptr<app::Post> m_post;
};

/// aPassphrase(), as it is typed.
inline const QString everybodysPassphrase = QStringLiteral("tres garzas blancas");

/// Closes the store and opens it again as the post of who signs in as `login`. A form that can be read takes
/// the place of what TestStore has.
std::unique_ptr<app::Post> openAsPost(TestStore &store, const QString &login = QStringLiteral("lead"));

}  // namespace amparo::test
