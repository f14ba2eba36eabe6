#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

#include <optional>
#include <variant>

class QDebug;
class QSslKey;

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

/// How the server is spoken to.
enum class Protocol {
    OpenRosa,  ///< ODK Central, KoboToolbox, Ona: a request a record
    Thin,      ///< amparo-gateway: batches for thin links, signed receipts
    Relay,     ///< another station of the post, on its LAN: the same, always sealed to that station
};

/// "openrosa", "thin" and "relay"; nullopt: none of them.
QString protocolName(Protocol protocol);
std::optional<Protocol> protocolFromName(QStringView name);

/// What stands between the post and the server.
struct Proxy {
    enum class Kind {
        System,  ///< as the machine is set: environment, Windows' settings with automatic configuration
        None,
        Http,  ///< CONNECT through `host`
        Socks5,
    };
    Kind kind = Kind::System;
    QString host;
    quint16 port = 0;  ///< 1 to 65535 with Http and Socks5
    std::optional<Login> login;

    bool operator==(const Proxy &) const = default;
};

/// Whom to believe to be the server, beyond TLS as the system checks it (SEC-S7). Nothing here can make a
/// connection less strict.
struct Trust {
    QByteArray authorities;  ///< PEM, instead of the system's; empty: the system's
    QList<QByteArray>
        pins;  ///< SHA-256 of a SubjectPublicKeyInfo (RFC 7469 2.4); empty: none, else two or more
    QByteArray clientCertificate;  ///< PEM; empty: none
    QByteArray clientKey;          ///< PEM, not encrypted; a secret
    QByteArray receiptKey;  ///< Ed25519 public key of a thin server, 32 bytes; empty: as it says at first
    QByteArray headquartersKey = {};  ///< that of the server behind a relay; empty: the relay's word counts

    bool operator==(const Trust &) const = default;
};

/// Where records go, and as whom. Holds secrets: kept in the encrypted store only.
struct ServerSettings {
    QUrl address;  ///< of the project, without secrets: "https://odk.example.org/v1/projects/1"
    std::variant<std::monostate, AppUser, Login> access;  ///< monostate: the server asks for nothing
    QString deviceId;                                     ///< how the server names this post
    Protocol protocol = Protocol::OpenRosa;
    Proxy proxy = {};
    Trust trust = {};
    QByteArray sealKey =
        {};  ///< X25519, 32 bytes: headquarters alone reads what is sealed to it; empty: none

    bool operator==(const ServerSettings &) const = default;
};

/// InvalidInput, with what is wrong: one pin alone, a pin that is no SHA-256, a proxy without host or port, a
/// certificate without its key, authorities or a certificate that are no PEM, a receipt key or a key to seal
/// to of another length. Thread: any.
[[nodiscard]] Result<> check(const ServerSettings &settings);

QDebug operator<<(QDebug, const ServerSettings &) = delete;  // secrets do not compile into a log

/// Reads an address as people paste it, with an app user's token in the path or with a user and password
/// before the host, and takes the secrets out of it.
///
/// InvalidInput: neither http nor https, no host, or a query; http is for the loopback address alone, and for
/// a relay, to which nothing goes that is not sealed. Thread: any.
[[nodiscard]] Result<ServerSettings> parseServerAddress(const QString &text,
                                                        Protocol protocol = Protocol::OpenRosa);

/// The key as TLS takes it; nullopt: there is none, or it is neither RSA nor EC in PEM.
std::optional<QSslKey> clientKeyOf(const Trust &trust);

/// What requests begin with: the address, with an app user's token in its place. A secret then: never log it.
QUrl baseUrl(const ServerSettings &settings);

/// The settings as the store keeps them (JSON), and back. Corrupt: not what toJson() wrote.
QByteArray toJson(const ServerSettings &settings);
[[nodiscard]] Result<ServerSettings> serverSettingsFromJson(const QByteArray &json);

}  // namespace amparo::sync
