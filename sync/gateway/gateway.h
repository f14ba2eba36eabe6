#pragma once

#include "base/result.h"
#include "sync/gateway/config.h"

namespace amparo::gateway {

/// Serves until it is told to stop (SIGTERM, SIGINT): brings the schema up to date, listens, and says so with
/// one line on standard output, `{"listening":PORT,"admin":PORT}`. While the database is away at the start it
/// waits.
///
/// Errors: those of readReceiptKey(), migrate() and HttpServer::listen().
[[nodiscard]] Result<> serve(const Config &config);

}  // namespace amparo::gateway
