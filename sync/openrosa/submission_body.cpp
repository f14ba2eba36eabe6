#include "sync/openrosa/submission_body.h"

#include <algorithm>

namespace amparo::openrosa {

namespace {

// Boundary, disposition and type of a part: more than they ever take.
constexpr qint64 partOverhead = 512;

/// As browsers escape a name within quotes (WHATWG HTML, multipart/form-data encoding algorithm).
QByteArray quotedName(QByteArray name)
{
    name.replace('\r', "%0D").replace('\n', "%0A").replace('"', "%22");
    return '"' + name + '"';
}

QByteArray unusedBoundary(const QList<FormPart> &parts)
{
    QByteArray boundary;
    const auto holdsBoundary = [&](const FormPart &part) { return part.content.contains(boundary); };
    int number = 0;
    do
        boundary = "----amparo-part-" + QByteArray::number(number++);
    while (std::any_of(parts.begin(), parts.end(), holdsBoundary));
    return boundary;
}

FormPart xmlPart(const sync::Parcel &parcel)
{
    return {"xml_submission_file", "submission.xml", "text/xml", parcel.submissionXml};
}

}  // namespace

HttpBody toMultipart(const QList<FormPart> &parts)
{
    const QByteArray boundary = unusedBoundary(parts);
    QByteArray bytes;
    for (const FormPart &part : parts) {
        bytes += "--" + boundary + "\r\nContent-Disposition: form-data; name=" + quotedName(part.name);
        if (!part.fileName.isEmpty())
            bytes += "; filename=" + quotedName(part.fileName);
        if (!part.mediaType.isEmpty())
            bytes += "\r\nContent-Type: " + part.mediaType;
        bytes += "\r\n\r\n" + part.content + "\r\n";
    }
    return {"multipart/form-data; boundary=" + boundary, bytes + "--" + boundary + "--\r\n"};
}

QList<HttpBody> submissionBodies(const sync::Parcel &parcel, qint64 acceptedLength)
{
    const qint64 bare = parcel.submissionXml.size() + 2 * partOverhead;
    QList<QList<FormPart>> posts{{xmlPart(parcel)}};
    qint64 length = bare;
    for (const sync::Attachment &attachment : parcel.attachments) {
        const qint64 more = attachment.content.size() + partOverhead;
        if (posts.last().size() > 1 && length + more > acceptedLength) {
            posts.last().append({"*isIncomplete*", {}, {}, "yes"});
            posts.append({xmlPart(parcel)});
            length = bare;
        }
        const QByteArray name = attachment.name.toUtf8();
        posts.last().append({name, name, attachment.mediaType.toLatin1(), attachment.content});
        length += more;
    }
    QList<HttpBody> bodies;
    for (const QList<FormPart> &parts : posts)
        bodies.append(toMultipart(parts));
    return bodies;
}

}  // namespace amparo::openrosa
