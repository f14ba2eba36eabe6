#pragma once

#include "openrosa_server/http.h"

namespace amparo::test {

/// Whom the server lets in.
struct Access {
    enum class Kind { Token, Basic, Digest };
    Kind kind = Kind::Token;
    QByteArray token;  ///< of an app user, part of the path
    QByteArray user;
    QByteArray password;
};

/// Checks the Authorization header (RFC 2617, Digest with MD5). The nonce lives as long as the process.
class Authentication {
public:
    explicit Authentication(Access access);

    /// The path below which the server answers: with the token in it, where there is one.
    QString basePath() const;

    /// The challenge for a request that may not pass; nullopt: it may.
    std::optional<QByteArray> challengeFor(const HttpRequest &request) const;

private:
    bool isDigestOf(const QByteArray &authorization, const HttpRequest &request) const;

    Access m_access;
    QByteArray m_nonce;
};

}  // namespace amparo::test
