#pragma once

#include "base/clock.h"
#include "form/form_source.h"
#include "sync/server_settings.h"
#include "sync/transport.h"

#include <chrono>

namespace amparo::openrosa {

/// Why a form was not fetched whole.
struct FailedForm {
    QString formId;
    QString why;  ///< for logs and IT, in English

    bool operator==(const FailedForm &) const = default;
};

/// What a server has that the post has not.
struct FetchedForms {
    QList<form::FormPackage>
        changed;  ///< whole: the definition and every file, byte for byte as their hashes say
    QList<FailedForm> failed;
    int unchanged = 0;
    std::optional<sync::Unsent> trouble;  ///< the link or the server gave out; what came before is good
    sync::Traffic traffic;
};

/// Fetches the forms that a server publishes (OpenRosa form list API 1.0) and that differ from `known`, each
/// in the version that the post has now, by the hash of each part: what is there in the same bytes does not
/// travel, even where it belongs to another form. Only from the server's own host, never out of encryption.
///
/// Waits for the network with an event loop of its own, so it is for a thread where nothing else waits: the
/// pool's, or a command's. A request that hears nothing for as long as `patience` is given up. `clock` is
/// borrowed.
FetchedForms fetchForms(const sync::ServerSettings &settings, const QList<form::FormPackage> &known,
                        const Clock &clock, std::chrono::milliseconds patience = std::chrono::seconds(60));

}  // namespace amparo::openrosa
