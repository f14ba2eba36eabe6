#pragma once

#include "sync/openrosa/http_client.h"

namespace amparo::openrosa {

/// What the answer to the HEAD request means; nullopt: submissions are welcome. Only 204 says so; any other
/// success comes from a captive portal or from some other service.
std::optional<sync::Unsent> judgePreflight(const HttpAnswer &answer);

/// What the answer to a POST means. 201 and 202 with an OpenRosaResponse alone are success.
///
/// A record is condemned only by a server that speaks OpenRosa, or by a status that cannot mean anything else
/// (409, 413): else a proxy could put a whole outbox aside. After a good preflight, what may be this record's
/// fault counts as such, so that one poisonous record does not hold up the others; the engine sees when they
/// all fare the same.
sync::Outcome judgeSubmission(const HttpAnswer &answer);

}  // namespace amparo::openrosa
