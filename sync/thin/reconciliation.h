#pragma once

#include "sync/thin/station.h"
#include "sync/thin/thin_client.h"

namespace amparo::thin {

/// What the server can prove that it has (security design, D5): each record by its instanceID, with its
/// receipt.
using Proven = QHash<QString, sync::Accepted>;

/// For a store that was restored, set back or copied: asks which of these records the server has, and for
/// those lets it sign that it has these very bytes, so that they need not cross the link again. What is not
/// proven so has to be sent; the server's answer to that settles it as always.
///
/// One at a time, while `client` does nothing else; `client` is borrowed, and without it `done` is not
/// called. Unsent: the server could not be asked, or what it signed proves nothing (Untrusted). A server that
/// does not know the questions proves nothing, and no more. Thread: the client's.
void reconcile(ThinClient &client, const Sender &sender, const QByteArray &serverKey,
               const QList<sync::Parcel> &parcels,
               std::function<void(const std::variant<Proven, sync::Unsent> &)> done);

}  // namespace amparo::thin
