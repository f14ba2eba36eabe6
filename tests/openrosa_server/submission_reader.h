#pragma once

#include "openrosa_server/multipart_reader.h"

#include <QStringList>

namespace amparo::test {

/// What an OpenRosa submission says of itself.
struct ReceivedSubmission {
    QString instanceId;
    QString formId;
    bool isIncomplete = false;  ///< further POSTs bring the other attachments
    QByteArray xml;
    QList<FormPart> attachments;
};

/// Holds the parts of a POST against the OpenRosa form submission API: exactly one `xml_submission_file` in
/// text/xml, well-formed and with an instanceID; other parts are named as the XML names their files.
std::variant<ReceivedSubmission, HttpFault> readSubmission(const QList<FormPart> &parts);

}  // namespace amparo::test
