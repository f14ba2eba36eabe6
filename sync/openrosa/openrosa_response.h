#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace amparo::openrosa {

/// What a server that speaks OpenRosa says to a submission, whatever the HTTP status.
struct OpenRosaResponse {
    QString message;  ///< the first one, at most 500 characters; may be empty
    QString nature;   ///< as the server classes it; mostly empty

    bool operator==(const OpenRosaResponse &) const = default;
};

/// Reads the body of an answer (docs.getodk.org/openrosa-form-submission); nullopt: it is no
/// OpenRosaResponse. That is how a captive portal's or a proxy's page is told from the server's word.
/// Bounded: 64 KiB, depth 16, no document type. Thread: any.
std::optional<OpenRosaResponse> parseOpenRosaResponse(const QByteArray &body);

}  // namespace amparo::openrosa
