#pragma once

#include "sync/transport.h"

namespace amparo::sync {

/// How the server can be reached, as its own answers show. What the network card says proves nothing.
enum class LinkState {
    Unknown,      ///< not asked yet
    Offline,      ///< no answer
    Portal,       ///< somebody else answers
    Untrusted,    ///< an answer without proof of who gives it
    NeedsSignIn,  ///< the server wants other credentials
    Online,       ///< the server answers, even if what it says is that it has trouble
};

/// Stable words: "unknown", "offline", "portal", "untrusted", "needs-sign-in", "online".
QString linkStateName(LinkState state);

/// Draws the state of the link from what happens on it. Thread: one.
class LinkMonitor {
public:
    /// What came of sending a record or asking the server, at `now` (UTC).
    void note(const Outcome &outcome, const QDateTime &now);

    /// The server took a question well, at `now` (UTC).
    void noteAnswer(const QDateTime &now);

    LinkState state() const { return m_state; }

    /// When the server itself last answered, UTC; nullopt: not since the start.
    std::optional<QDateTime> lastContact() const { return m_lastContact; }

    /// How far this computer's clock is ahead of the server's; nullopt: the server has not said its time.
    std::optional<std::chrono::seconds> clockAhead() const { return m_clockAhead; }

private:
    void noteUnsent(const Unsent &unsent, const QDateTime &now);

    LinkState m_state = LinkState::Unknown;
    std::optional<QDateTime> m_lastContact;
    std::optional<std::chrono::seconds> m_clockAhead;
};

}  // namespace amparo::sync
