#pragma once

#include "openrosa_server/http.h"

namespace amparo::test {

/// One part of a multipart/form-data body (RFC 7578).
struct FormPart {
    QByteArray name;
    std::optional<QByteArray> fileName;
    QByteArray mediaType;  ///< without parameters; empty: none given
    QByteArray content;
};

/// Splits a body at its boundary and refuses what only a lenient reader would take: text before the first or
/// after the last boundary, bare line feeds, a part without a name.
std::variant<QList<FormPart>, HttpFault> readMultipart(const QByteArray &contentType, const QByteArray &body);

}  // namespace amparo::test
