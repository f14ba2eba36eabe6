#pragma once

#include "gateway/http_peer.h"

#include <functional>

namespace amparo::test {

/// Asks `/v1/down?QUERY` of a server of the thin protocol, as somebody who may.
using AskDown = std::function<HttpAnswer(const QByteArray &method, const QByteArray &query,
                                         const HttpPeer::Headers &headers)>;

/// Whole, in pieces and not at all, as RFC 9110 and the protocol have it. The server has number 1 of
/// "policy", and nothing else.
void checkPackageAnswers(const AskDown &ask);

}  // namespace amparo::test
