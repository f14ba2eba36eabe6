#include "sync/link_monitor.h"

#include "base/names.h"

namespace amparo::sync {

QString linkStateName(LinkState state)
{
    static constexpr Names<LinkState, 6> names{{
        {LinkState::Unknown, QLatin1StringView("unknown")},
        {LinkState::Offline, QLatin1StringView("offline")},
        {LinkState::Portal, QLatin1StringView("portal")},
        {LinkState::Untrusted, QLatin1StringView("untrusted")},
        {LinkState::NeedsSignIn, QLatin1StringView("needs-sign-in")},
        {LinkState::Online, QLatin1StringView("online")},
    }};
    return nameOf(names, state);
}

void LinkMonitor::note(const Outcome &outcome, const QDateTime &now)
{
    if (const auto *unsent = std::get_if<Unsent>(&outcome)) {
        noteUnsent(*unsent, now);
        return;
    }
    noteAnswer(now);
    if (const auto *accepted = std::get_if<Accepted>(&outcome); accepted && accepted->serverTime)
        m_clockAhead = std::chrono::seconds(accepted->serverTime->secsTo(now));
}

void LinkMonitor::noteAnswer(const QDateTime &now)
{
    m_state = LinkState::Online;
    m_lastContact = now;
}

void LinkMonitor::noteUnsent(const Unsent &unsent, const QDateTime &now)
{
    switch (unsent.trouble) {
    case Trouble::Offline:
        m_state = LinkState::Offline;
        break;
    case Trouble::Portal:
    case Trouble::ProxySignIn:
        m_state = LinkState::Portal;
        break;
    case Trouble::Untrusted:
        m_state = LinkState::Untrusted;
        break;
    case Trouble::Interrupted:
        break;  // the next preflight will tell
    case Trouble::SignIn:
        noteAnswer(now);
        if (unsent.scope == Unsent::Scope::Server)
            m_state = LinkState::NeedsSignIn;
        break;
    case Trouble::PostKey:
    case Trouble::WrongAddress:
    case Trouble::Busy:
    case Trouble::ServerFault:
        noteAnswer(now);
        break;
    }
}

}  // namespace amparo::sync
