#pragma once

#include "sync/transport.h"

namespace amparo::openrosa {

/// The body of a POST and its Content-Type.
struct HttpBody {
    QByteArray contentType;
    QByteArray bytes;
};

/// One part of a multipart/form-data body.
struct FormPart {
    QByteArray name;
    QByteArray fileName;   ///< empty: a plain value
    QByteArray mediaType;  ///< empty: none is given
    QByteArray content;
};

/// Puts parts into one body (RFC 7578), between boundaries that occur in none of them. Thread: any.
HttpBody toMultipart(const QList<FormPart> &parts);

/// The POSTs that carry a record, each with the same XML as `xml_submission_file` and as many attachments as
/// stay within `acceptedLength` bytes, at least one. All but the last say `*isIncomplete*`, as ODK Collect
/// does. Thread: any.
QList<HttpBody> submissionBodies(const sync::Parcel &parcel, qint64 acceptedLength);

}  // namespace amparo::openrosa
