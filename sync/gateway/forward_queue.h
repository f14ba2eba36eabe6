#pragma once

#include "sync/gateway/postgres.h"
#include "sync/transport.h"

#include <chrono>

namespace amparo::gateway {

/// Records that are to be handed on to an OpenRosa server, in the order of their arrival as far as it goes.
/// Filled by ingest(), within its transaction.
///
/// Several gateways may empty it: what one has claimed, the others leave alone until the claim runs out, as
/// it does when a gateway dies. To hand a record on twice is harmless, since the bytes are the same. Errors:
/// those of Connection.
class ForwardQueue {
public:
    static constexpr std::chrono::minutes claim{10};

    explicit ForwardQueue(Connection &connection) : m_connection(connection) {}  ///< borrowed

    struct Entry {
        QString postId;
        QByteArray instanceHash;
        int attempts = 0;  ///< with this one
        sync::Parcel parcel;
    };

    /// At most `most` of those that are due.
    [[nodiscard]] Result<QList<Entry>> take(int most);

    /// The server has it.
    [[nodiscard]] Result<> finish(const Entry &entry);
    /// The server will not take it: it stays for people to look at.
    [[nodiscard]] Result<> refuse(const Entry &entry, int status);
    [[nodiscard]] Result<> postpone(const Entry &entry, std::chrono::milliseconds delay);

private:
    Result<> readFiles(Entry &entry, const QDateTime &receivedAt);

    Connection &m_connection;
};

}  // namespace amparo::gateway
