#include "openrosa_server/submission_reader.h"

#include <QSet>
#include <QXmlStreamReader>

namespace amparo::test {

namespace {

constexpr QLatin1StringView orxNamespace("http://openrosa.org/xforms");

struct SubmissionXml {
    QString formId;
    QStringList instanceIds;
    QSet<QString> texts;  // what leaves say: the names of attachments are among them
};

std::variant<SubmissionXml, HttpFault> readXml(const QByteArray &bytes)
{
    SubmissionXml found;
    QXmlStreamReader xml(bytes);
    QList<bool> inMeta;
    QString text;
    bool inInstanceId = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            return HttpFault{400, "document type not allowed"};
        case QXmlStreamReader::StartElement: {
            if (inMeta.isEmpty())
                found.formId = xml.attributes().value(QLatin1String("id")).toString();
            // Old clients leave meta in the namespace of the form.
            const bool isOrx = xml.namespaceUri() == orxNamespace || xml.namespaceUri().isEmpty();
            inInstanceId =
                isOrx && !inMeta.isEmpty() && inMeta.last() && xml.name() == QLatin1String("instanceID");
            inMeta.append(isOrx && xml.name() == QLatin1String("meta"));
            text.clear();
            break;
        }
        case QXmlStreamReader::Characters:
            text += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            if (inInstanceId)
                found.instanceIds.append(text);
            inInstanceId = false;
            found.texts.insert(text);
            inMeta.removeLast();
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        return HttpFault{400, "XML is not well-formed"};
    if (found.formId.isEmpty())
        return HttpFault{400, "the form's id is missing"};
    if (found.instanceIds.size() != 1 || found.instanceIds.first().isEmpty() ||
        found.instanceIds.first().size() > 249)
        return HttpFault{400, "exactly one instanceID of 1 to 249 characters"};
    return found;
}

}  // namespace

std::variant<ReceivedSubmission, HttpFault> readSubmission(const QList<FormPart> &parts)
{
    ReceivedSubmission submission;
    bool hasXml = false;
    for (const FormPart &part : parts) {
        if (part.name == "xml_submission_file") {
            if (hasXml)
                return HttpFault{400, "more than one xml_submission_file"};
            if (part.mediaType != "text/xml" || !part.fileName)
                return HttpFault{400, "xml_submission_file must be a file in text/xml"};
            submission.xml = part.content;
            hasXml = true;
        } else if (part.name == "*isIncomplete*") {
            submission.isIncomplete = part.content == "yes";
        } else if (!part.fileName) {
            return HttpFault{400, "attachment without a file name"};
        } else {
            submission.attachments.append(part);
        }
    }
    if (!hasXml)
        return HttpFault{400, "no xml_submission_file"};
    const auto read = readXml(submission.xml);
    if (const auto *fault = std::get_if<HttpFault>(&read))
        return *fault;
    const SubmissionXml &xml = std::get<SubmissionXml>(read);
    for (const FormPart &attachment : submission.attachments) {
        if (!xml.texts.contains(QString::fromUtf8(attachment.name)))
            return HttpFault{400, "attachment that the XML does not name"};
    }
    submission.instanceId = xml.instanceIds.first();
    submission.formId = xml.formId;
    return submission;
}

}  // namespace amparo::test
