#pragma once

#include "app/asking_rhythm.h"
#include "store/store_queue.h"
#include "sync/openrosa/form_fetch.h"
#include "sync/status.h"

#include <QObject>

namespace amparo::app {

/// What came of asking the server for its forms.
struct FormUpdate {
    QStringList received;  ///< ids of forms with a new version or other files, in force at the next sign-in
    QList<openrosa::FailedForm> failed;  ///< left as they were
    int unchanged = 0;
    std::optional<sync::Unsent> trouble;  ///< the list did not come whole

    bool operator==(const FormUpdate &) const = default;
};

/// The forms of the post as fetchForms() compares with. Errors: the store's. Thread: the store's.
[[nodiscard]] Result<QList<form::FormPackage>> knownForms(store::Store &store);

/// Takes up what was fetched. A form that an interview could not be held with, or that does not say in
/// Amparo's namespace what it is for, is left out: a project has forms for others as well. Errors: the
/// store's. Thread: the store's.
[[nodiscard]] Result<FormUpdate> takeUp(store::Store &store, const openrosa::FetchedForms &fetched,
                                        QDate today);

/// Asks an OpenRosa server for its forms, in the rhythm of AskingRhythm. Drafts go on with the version that
/// they began with. Thread: that of its post.
class FormUpdates : public QObject {
    Q_OBJECT

public:
    FormUpdates(store::StoreQueue &queue, const Clock &clock);  // both borrowed; the queue outlives it

    /// How things stand now, as often as that changes.
    void heed(const sync::Status &status);

Q_SIGNALS:
    void ended(const amparo::app::FormUpdate &update);

private:
    void fetch(const sync::ServerSettings &server, const QList<form::FormPackage> &known);
    void takeUp(const openrosa::FetchedForms &fetched);

    store::StoreQueue &m_queue;
    const Clock &m_clock;
    AskingRhythm m_rhythm;
};

}  // namespace amparo::app
