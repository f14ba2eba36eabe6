#pragma once

#include "base/result.h"

#include <QUrl>

#include <optional>
#include <variant>

class QDebug;

namespace amparo::sync {

/// An app user of ODK Central: the token stands in the path of every address.
struct AppUser {
    QString token;

    bool operator==(const AppUser &) const = default;
};

/// A name and a password, by Digest, or by Basic where the link is encrypted.
struct Login {
    QString user;
    QString password;

    bool operator==(const Login &) const = default;
};

/// Where records go, and as whom. Holds secrets: kept in the encrypted store only.
struct ServerSettings {
    QUrl address;  ///< of the project, without secrets: "https://odk.example.org/v1/projects/1"
    std::variant<std::monostate, AppUser, Login> access;  ///< monostate: the server asks for nothing
    QString deviceId;                                     ///< how the server names this post

    bool operator==(const ServerSettings &) const = default;
};

QDebug operator<<(QDebug, const ServerSettings &) = delete;  // secrets do not compile into a log

/// Reads an address as people paste it, with an app user's token in the path or with a user and password
/// before the host, and takes the secrets out of it.
///
/// InvalidInput: neither http nor https, no host, or a query; http is for the loopback address alone.
/// Thread: any.
[[nodiscard]] Result<ServerSettings> parseServerAddress(const QString &text);

/// What requests begin with: the address, with an app user's token in its place. A secret then: never log it.
QUrl baseUrl(const ServerSettings &settings);

/// The settings as the store keeps them (JSON), and back. Corrupt: not what toJson() wrote.
QByteArray toJson(const ServerSettings &settings);
[[nodiscard]] Result<ServerSettings> serverSettingsFromJson(const QByteArray &json);

}  // namespace amparo::sync
