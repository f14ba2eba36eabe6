#include "sync/openrosa/verdict.h"

#include "sync/openrosa/openrosa_response.h"

namespace amparo::openrosa {

using sync::Accepted;
using sync::Outcome;
using sync::Rejected;
using sync::Trouble;
using sync::Unsent;

std::optional<Unsent> judgePreflight(const HttpAnswer &answer)
{
    const auto unsent = [&](Trouble trouble) {
        return Unsent{trouble, Unsent::Scope::Server, answer.status, {}, answer.retryAfter};
    };
    switch (answer.status) {
    case 204:
        return std::nullopt;
    case 401:
    case 403:
        return unsent(Trouble::SignIn);
    case 407:
        return unsent(Trouble::ProxySignIn);
    case 511:  // network authentication required (RFC 6585)
        return unsent(Trouble::Portal);
    case 408:
    case 423:
    case 425:
    case 429:
        return unsent(Trouble::Busy);
    case 503:
        return unsent(answer.retryAfter ? Trouble::Busy : Trouble::ServerFault);
    default:
        break;
    }
    if (answer.status >= 500)
        return unsent(Trouble::ServerFault);
    return unsent(answer.status >= 400 ? Trouble::WrongAddress : Trouble::Portal);
}

Outcome judgeSubmission(const HttpAnswer &answer)
{
    const auto response = parseOpenRosaResponse(answer.body);
    const QString message = response ? response->message : QString();
    const auto unsent = [&](Trouble trouble, Unsent::Scope scope) {
        return Unsent{trouble, scope, answer.status, message, answer.retryAfter};
    };
    switch (answer.status) {
    case 201:
    case 202:
        if (response)
            return Accepted{answer.status, message, answer.serverTime};
        return unsent(Trouble::Interrupted, Unsent::Scope::Record);
    case 401:
        return unsent(Trouble::SignIn, Unsent::Scope::Server);
    case 403:
        return unsent(Trouble::SignIn, Unsent::Scope::Record);  // perhaps this form alone is not theirs
    case 407:
        return unsent(Trouble::ProxySignIn, Unsent::Scope::Server);
    case 511:
        return unsent(Trouble::Portal, Unsent::Scope::Server);
    case 408:
        return unsent(Trouble::Interrupted, Unsent::Scope::Record);
    case 409:
    case 413:
        return Rejected{answer.status, message};
    case 423:
        return unsent(Trouble::Busy, Unsent::Scope::Record);  // the server is still at work on this one
    case 425:
    case 429:
        return unsent(Trouble::Busy, Unsent::Scope::Server);
    case 503:
        return unsent(answer.retryAfter ? Trouble::Busy : Trouble::ServerFault, Unsent::Scope::Server);
    default:
        break;
    }
    if (answer.status >= 500)
        return unsent(Trouble::ServerFault, Unsent::Scope::Record);
    if (answer.status >= 400)
        return response ? Outcome(Rejected{answer.status, message})
                        : Outcome(unsent(Trouble::WrongAddress, Unsent::Scope::Record));
    return unsent(response ? Trouble::WrongAddress : Trouble::Portal, Unsent::Scope::Server);
}

}  // namespace amparo::openrosa
