#pragma once

#include "record/retention.h"
#include "store/store.h"
#include "sync/server_settings.h"

#include <QSet>

namespace amparo::desktop {

/// Of the server what may be seen: its secrets stay in the store's thread.
struct ShownServer {
    QString address;
    sync::Protocol protocol = sync::Protocol::OpenRosa;
    QString user;           ///< empty: it is not spoken to by name
    bool hasToken = false;  ///< of an app user
    bool isSealed = false;  ///< to headquarters, where the protocol allows

    bool operator==(const ShownServer &) const = default;
};

/// The post's rules as they stand.
struct Policies {
    std::chrono::minutes lockTime{};
    bool isPinAllowed = true;
    record::RetentionPolicy retention;
    std::optional<ShownServer> server;
    QSet<QString> managed = {};  ///< keys of app::managedSettings() that are set from outside the post

    bool operator==(const Policies &) const = default;
};

/// Errors: the store's. Thread: the store's.
[[nodiscard]] Result<Policies> readPolicies(store::Store &store);

/// Whether one of app::managedSettings(), by its key, is set from outside the post; never: an empty key.
bool isManaged(store::Store &store, const QString &key);
QString managedText();  ///< says so where nobody here changes it

/// In sentences, for the page and for whoever is asked to agree.
QString retentionText(const record::RetentionPolicy &policy);
QString serverText(const ShownServer &server);

/// A server as somebody types it. An empty password of the same user at the same address is the one that is
/// kept.
struct TypedServer {
    QString address;  ///< with an app user's token in it, where it has one
    sync::Protocol protocol = sync::Protocol::OpenRosa;
    QString user;
    QString password;
};

/// What is to be kept of it beside what is kept already: the way there (proxy) stays; whom to trust stays
/// where the host does. Errors: parseServerAddress()'s.
[[nodiscard]] Result<sync::ServerSettings> mergedServer(const TypedServer &typed,
                                                        const std::optional<sync::ServerSettings> &kept);

}  // namespace amparo::desktop
