#pragma once

#include "sync/server_settings.h"

#include <QByteArray>

namespace amparo::openrosa {

/// Answers a server's challenge with a name and a password: Digest with MD5 (RFC 2617), or Basic on an
/// encrypted link. Once challenged, it signs every request unasked.
class HttpAuthentication {
public:
    explicit HttpAuthentication(sync::Login login) : m_login(std::move(login)) {}

    /// Takes up the WWW-Authenticate of a 401; several challenges may stand in one line. False: there is none
    /// that it may answer. True does not mean that the last answer was no wrong password: try each request
    /// once more, not for ever.
    bool acceptChallenge(const QByteArray &header, bool isEncrypted);

    /// The Authorization header of a request; empty before the first challenge. `clientNonce` is random, of
    /// this request.
    QByteArray authorization(const QByteArray &method, const QUrl &url, const QByteArray &clientNonce);

private:
    struct Digest {
        QByteArray realm;
        QByteArray nonce;
        QByteArray opaque;
        bool hasQop = false;
        int uses = 0;
    };
    QByteArray digest(const QByteArray &method, const QByteArray &uri, const QByteArray &clientNonce);

    sync::Login m_login;
    bool m_isBasic = false;
    std::optional<Digest> m_digest;
};

}  // namespace amparo::openrosa
