#include "sync/thin/thin_answer.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::thin {

using sync::Trouble;
using sync::Unsent;

namespace {

constexpr QByteArrayView receiptType("application/vnd.amparo.receipt");

/// The gateway's word; nullopt: these are not its own.
std::optional<Refusal> readRefusal(const ThinAnswer &answer)
{
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    const QJsonValue code = object[QLatin1String("error")];
    if (!code.isString())
        return std::nullopt;
    const qint64 most = object[QLatin1String("max")].toInteger();
    const qint64 item = object[QLatin1String("item")].toInteger(-1);
    return Refusal{answer.status, code.toString().left(40), most > 0 ? std::optional(most) : std::nullopt,
                   item >= 0 ? std::optional(item) : std::nullopt};
}

}  // namespace

Judgement judge(const ThinAnswer &answer)
{
    const std::optional<Refusal> refusal = readRefusal(answer);
    const auto unsent = [&](Trouble trouble) {
        return Unsent{trouble, Unsent::Scope::Server, answer.status, refusal ? refusal->code : QString(),
                      answer.retryAfter};
    };
    switch (answer.status) {
    case 200:
    case 201:
        if (answer.contentType == receiptType)
            return Stored{answer.body, answer.serverTime};
        break;
    case 401:
    case 403:
        return unsent(refusal && refusal->code == QLatin1String("key-changed") ? Trouble::PostKey
                                                                               : Trouble::SignIn);
    case 404:
    case 405:
        return unsent(Trouble::WrongAddress);
    case 407:
        return unsent(Trouble::ProxySignIn);
    case 408:
        return unsent(Trouble::Interrupted);
    case 400:
    case 409:
    case 411:
    case 413:
    case 422:
        return refusal ? Judgement(*refusal) : Judgement(unsent(Trouble::WrongAddress));
    case 429:
        return unsent(Trouble::Busy);
    case 503:
        return unsent(answer.retryAfter ? Trouble::Busy : Trouble::ServerFault);
    case 511:  // network authentication required (RFC 6585)
        return unsent(Trouble::Portal);
    default:
        break;
    }
    if (answer.status >= 500)
        return unsent(Trouble::ServerFault);
    return unsent(Trouble::Portal);
}

std::optional<QList<bool>> readBits(const ThinAnswer &answer, qsizetype count)
{
    if (answer.status != 200 || answer.contentType != QByteArrayView("application/octet-stream") ||
        answer.body.size() != (count + 7) / 8)
        return std::nullopt;
    QList<bool> bits;
    for (qsizetype i = 0; i < count; ++i)
        bits.append((quint8(answer.body[i / 8]) >> (i % 8) & 1) != 0);
    return bits;
}

}  // namespace amparo::thin
