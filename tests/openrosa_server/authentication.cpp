#include "openrosa_server/authentication.h"

#include <QCryptographicHash>
#include <QMap>
#include <QRegularExpression>
#include <QUuid>

namespace amparo::test {

namespace {

const QByteArray realm = "amparo test";

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

QMap<QString, QByteArray> parameters(const QByteArray &text)
{
    static const QRegularExpression pattern(QStringLiteral("(\\w+)=(?:\"([^\"]*)\"|([^\\s,\"]+))"));
    QMap<QString, QByteArray> found;
    auto matches = pattern.globalMatch(QString::fromLatin1(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        found.insert(match.captured(1), (match.captured(2) + match.captured(3)).toLatin1());
    }
    return found;
}

}  // namespace

Authentication::Authentication(Access access)
    : m_access(std::move(access)), m_nonce(QUuid::createUuid().toRfc4122().toHex())
{}

QString Authentication::basePath() const
{
    return m_access.kind == Access::Kind::Token
               ? QStringLiteral("/v1/key/%1/projects/1").arg(QString::fromLatin1(m_access.token))
               : QStringLiteral("/v1/projects/1");
}

std::optional<QByteArray> Authentication::challengeFor(const HttpRequest &request) const
{
    const QByteArray authorization = request.headers.find("Authorization").value_or(QByteArray());
    switch (m_access.kind) {
    case Access::Kind::Token:
        return std::nullopt;
    case Access::Kind::Basic:
        if (authorization == "Basic " + (m_access.user + ':' + m_access.password).toBase64())
            return std::nullopt;
        return "Basic realm=\"" + realm + '"';
    case Access::Kind::Digest:
        if (isDigestOf(authorization, request))
            return std::nullopt;
        return "Digest realm=\"" + realm + "\", qop=\"auth\", nonce=\"" + m_nonce + "\", opaque=\"5ccc\"";
    }
    return std::nullopt;
}

bool Authentication::isDigestOf(const QByteArray &authorization, const HttpRequest &request) const
{
    if (!authorization.startsWith("Digest "))
        return false;
    const auto given = parameters(authorization.mid(7));
    const auto value = [&](const char *name) { return given.value(QLatin1String(name)); };
    const QByteArray uri = request.target.toEncoded();
    if (value("username") != m_access.user || value("realm") != realm || value("nonce") != m_nonce ||
        value("uri") != uri || value("qop") != "auth" || value("opaque") != "5ccc" ||
        value("cnonce").isEmpty() || value("nc").size() != 8)
        return false;
    const QByteArray a1 = md5(m_access.user + ':' + realm + ':' + m_access.password);
    const QByteArray a2 = md5(request.method + ':' + uri);
    return value("response") ==
           md5(a1 + ':' + m_nonce + ':' + value("nc") + ':' + value("cnonce") + ":auth:" + a2);
}

}  // namespace amparo::test
