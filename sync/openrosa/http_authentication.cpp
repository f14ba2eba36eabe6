#include "sync/openrosa/http_authentication.h"

#include <QCryptographicHash>
#include <QMap>
#include <QRegularExpression>

namespace amparo::openrosa {

namespace {

struct Challenge {
    QString scheme;                     // in lower case
    QMap<QString, QString> parameters;  // names in lower case
};

QList<Challenge> readChallenges(const QByteArray &header)
{
    // A name before "=" is a parameter, a name before a blank opens the next challenge (RFC 9110, 11.6.1).
    static const QRegularExpression piece(
        QStringLiteral(R"re(([\w\-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))|([\w\-]+)(?=\s|$))re"));
    static const QRegularExpression escape(QStringLiteral("\\\\(.)"));
    QList<Challenge> found;
    auto matches = piece.globalMatch(QString::fromLatin1(header));
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength(4) > 0) {
            found.append({match.captured(4).toLower(), {}});
        } else if (!found.isEmpty()) {
            QString value = match.captured(2) + match.captured(3);
            value.replace(escape, QStringLiteral("\\1"));
            found.last().parameters.insert(match.captured(1).toLower(), value);
        }
    }
    return found;
}

bool isAnswerable(const Challenge &challenge)
{
    const QString algorithm = challenge.parameters.value(QStringLiteral("algorithm"), QStringLiteral("MD5"));
    const QString qop = challenge.parameters.value(QStringLiteral("qop"));
    static const QRegularExpression comma(QStringLiteral("\\s*,\\s*"));
    return challenge.scheme == QLatin1String("digest") &&
           !algorithm.compare(QLatin1String("MD5"), Qt::CaseInsensitive) &&
           (qop.isEmpty() || qop.split(comma).contains(QLatin1String("auth")));
}

/// A quoted-string (RFC 9110, 5.6.4); line ends cannot be part of one.
QByteArray quoted(QByteArray text)
{
    text.replace('\r', "").replace('\n', "").replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + text + '"';
}

QByteArray md5(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Md5).toHex();
}

}  // namespace

bool HttpAuthentication::acceptChallenge(const QByteArray &header, bool isEncrypted)
{
    bool offersBasic = false;
    const QList<Challenge> challenges = readChallenges(header);
    for (const Challenge &challenge : challenges) {
        offersBasic |= challenge.scheme == QLatin1String("basic");
        if (!isAnswerable(challenge))
            continue;
        const auto value = [&](const char *name) {
            return challenge.parameters.value(QLatin1String(name)).toLatin1();
        };
        m_digest = Digest{value("realm"), value("nonce"), value("opaque"), !value("qop").isEmpty()};
        return true;
    }
    if (!offersBasic || !isEncrypted || m_isBasic)
        return false;
    m_isBasic = true;
    return true;
}

QByteArray HttpAuthentication::authorization(const QByteArray &method, const QUrl &url,
                                             const QByteArray &clientNonce)
{
    if (m_digest)
        return digest(method,
                      url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment),
                      clientNonce);
    if (m_isBasic)
        return "Basic " + (m_login.user + QLatin1Char(':') + m_login.password).toUtf8().toBase64();
    return {};
}

QByteArray HttpAuthentication::digest(const QByteArray &method, const QByteArray &uri,
                                      const QByteArray &clientNonce)
{
    const QByteArray user = m_login.user.toUtf8();
    const QByteArray a1 = md5(user + ':' + m_digest->realm + ':' + m_login.password.toUtf8());
    const QByteArray a2 = md5(method + ':' + uri);
    QByteArray header = "Digest username=" + quoted(user) + ", realm=" + quoted(m_digest->realm) +
                        ", nonce=" + quoted(m_digest->nonce) + ", uri=" + quoted(uri);
    if (m_digest->hasQop) {
        const QByteArray count = QByteArray::number(++m_digest->uses, 16).rightJustified(8, '0');
        const QByteArray response =
            md5(a1 + ':' + m_digest->nonce + ':' + count + ':' + clientNonce + ":auth:" + a2);
        header +=
            ", qop=auth, nc=" + count + ", cnonce=" + quoted(clientNonce) + ", response=" + quoted(response);
    } else {
        header += ", response=" + quoted(md5(a1 + ':' + m_digest->nonce + ':' + a2));
    }
    if (!m_digest->opaque.isEmpty())
        header += ", opaque=" + quoted(m_digest->opaque);
    return header;
}

}  // namespace amparo::openrosa
