#pragma once

#include "base/result.h"
#include "sync/link_budget.h"
#include "sync/link_monitor.h"

#include <QUrl>

namespace amparo::sync {

/// How things stand with the server, in codes: the window and the command line put it into words.
struct Status {
    LinkState link = LinkState::Unknown;
    bool isConfigured = false;
    QUrl server;           ///< its address, without secrets; empty: none is set
    bool isRelay = false;  ///< that server is another station of the post, on its LAN
    bool isPaused = false;
    bool isSending = false;
    int waiting = 0;
    int quarantined = 0;
    std::optional<QDateTime> lastContact;            ///< UTC, the server's last answer of whatever kind
    std::optional<QDateTime> lastSuccess;            ///< UTC, the last receipt since the program started
    std::optional<QDateTime> nextAttempt;            ///< UTC; nullopt: none is planned
    std::optional<std::chrono::seconds> clockAhead;  ///< of the server's clock

    std::optional<Hold> hold;             ///< why not everything may go now; urgent records perhaps do
    qint64 bytesToday = 0;                ///< both ways, local day
    std::optional<Trouble> lastTrouble;   ///< nullopt: the last exchange went well
    int lastHttpStatus = 0;               ///< that came with it; 0: none
    std::optional<ErrorCode> storeError;  ///< the outbox cannot be read or written

    bool operator==(const Status &) const = default;
};

}  // namespace amparo::sync
