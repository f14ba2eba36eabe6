#include "sync/transport.h"

#include "base/names.h"

namespace amparo::sync {

QString troubleName(Trouble trouble)
{
    static constexpr Names<Trouble, 10> names{{
        {Trouble::Offline, QLatin1StringView("offline")},
        {Trouble::Portal, QLatin1StringView("portal")},
        {Trouble::ProxySignIn, QLatin1StringView("proxy-sign-in")},
        {Trouble::Untrusted, QLatin1StringView("untrusted")},
        {Trouble::SignIn, QLatin1StringView("sign-in")},
        {Trouble::PostKey, QLatin1StringView("post-key")},
        {Trouble::WrongAddress, QLatin1StringView("wrong-address")},
        {Trouble::Busy, QLatin1StringView("busy")},
        {Trouble::ServerFault, QLatin1StringView("server-fault")},
        {Trouble::Interrupted, QLatin1StringView("interrupted")},
    }};
    return nameOf(names, trouble);
}

}  // namespace amparo::sync
