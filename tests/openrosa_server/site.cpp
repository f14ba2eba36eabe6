#include "openrosa_server/site.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace amparo::test {

namespace {

const QByteArray webPage =
    "<!DOCTYPE html><html><head><title>Welcome</title></head><body>Sign in</body></html>";

void log(const HttpRequest &request, const Fault &fault, int status, const QString &instanceId,
         const QString &kept)
{
    const QJsonObject line{
        {QStringLiteral("method"), QString::fromLatin1(request.method)},
        {QStringLiteral("path"), request.target.path()},
        {QStringLiteral("query"), request.target.query()},
        {QStringLiteral("authorization"), request.headers.find("Authorization").has_value()},
        {QStringLiteral("bytes"), request.contentLength},
        {QStringLiteral("fault"), faultName(fault.kind)},
        {QStringLiteral("status"), status},
        {QStringLiteral("instanceId"), instanceId},
        {QStringLiteral("kept"), kept}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

HttpResponse plain(int status, const char *type, const QByteArray &body)
{
    HttpResponse response{status, {}, body};
    response.headers.add("Content-Type", type);
    return response;
}

QString keptName(SubmissionArchive::Outcome outcome)
{
    switch (outcome) {
    case SubmissionArchive::Outcome::New:
        return QStringLiteral("new");
    case SubmissionArchive::Outcome::Same:
        return QStringLiteral("same");
    case SubmissionArchive::Outcome::Conflict:
        return QStringLiteral("conflict");
    }
    Q_UNREACHABLE();
}

}  // namespace

HttpResponse Site::answer(const HttpRequest &request, const Fault &fault)
{
    Entry entry;
    HttpResponse response;
    switch (fault.kind) {
    case Fault::Kind::Status:
        response = message(fault.number, "as the script says: " + QByteArray::number(fault.number));
        if (fault.retryAfter)
            response.headers.add("Retry-After", QByteArray::number(*fault.retryAfter));
        break;
    case Fault::Kind::Html:
        response = plain(fault.number, "text/html", webPage);
        break;
    case Fault::Kind::Relocate:
        response = message(204, {});
        break;
    case Fault::Kind::Redirect:
        response = plain(fault.number, "text/html", webPage);
        break;
    case Fault::Kind::Garbage:
        answerSoundly(request, entry);
        response = plain(201, "text/xml", "\x80<not an answer");
        break;
    case Fault::Kind::Accept202:
        response = answerSoundly(request, entry);
        response.status = 202;
        break;
    default:
        response = answerSoundly(request, entry);
        break;
    }
    if (!fault.text.isEmpty())
        response.headers.add("Location", fault.text.toUtf8());
    log(request, fault, response.status, entry.instanceId, entry.kept);
    return response;
}

void Site::noteUnanswered(const HttpRequest &request, const Fault &fault) const
{
    log(request, fault, 0, {}, {});
}

HttpResponse Site::answerSoundly(const HttpRequest &request, Entry &entry) const
{
    if (request.headers.find("X-OpenRosa-Version").value_or(QByteArray()) != "1.0")
        return message(400, "X-OpenRosa-Version: 1.0 is missing");
    if (!readHttpDate(request.headers.find("Date").value_or(QByteArray())))
        return message(400, "Date is missing or malformed");
    const QString path = request.target.path();
    const QString base = m_authentication.basePath();
    if (!path.startsWith(base + QLatin1Char('/')))
        return path.startsWith(QLatin1String("/v1/key/")) ? message(403, "unknown app user")
                                                          : plain(404, "text/plain", "nothing here");
    if (const auto challenge = m_authentication.challengeFor(request)) {
        HttpResponse response = message(401, "sign in");
        response.headers.add("WWW-Authenticate", *challenge);
        return response;
    }
    const QString rest = path.mid(base.size());
    if (rest == QLatin1String("/submission")) {
        if (request.method == "HEAD")
            return message(204, {});
        return request.method == "POST" ? submit(request, entry) : message(405, "HEAD or POST");
    }
    const auto form = m_forms.answer(rest);
    return request.method == "GET" && form ? *form : plain(404, "text/plain", "nothing here");
}

HttpResponse Site::submit(const HttpRequest &request, Entry &entry) const
{
    if (request.contentLength > m_acceptedLength)
        return message(413, "larger than X-OpenRosa-Accept-Content-Length");
    const auto parts =
        readMultipart(request.headers.find("Content-Type").value_or(QByteArray()), request.body);
    if (const auto *fault = std::get_if<HttpFault>(&parts))
        return message(fault->status, fault->what);
    const auto submission = readSubmission(std::get<QList<FormPart>>(parts));
    if (const auto *fault = std::get_if<HttpFault>(&submission))
        return message(fault->status, fault->what);
    const auto &received = std::get<ReceivedSubmission>(submission);
    const auto outcome = m_archive.keep(received);
    entry = {received.instanceId, keptName(outcome)};
    return outcome == SubmissionArchive::Outcome::Conflict
               ? message(409, "a submission with this ID and other contents exists already")
               : message(201, "full submission upload was successful");
}

HttpResponse Site::message(int status, const QByteArray &text) const
{
    HttpResponse response{status, {}, {}};
    response.headers.add("X-OpenRosa-Version", "1.0");
    response.headers.add("X-OpenRosa-Accept-Content-Length", QByteArray::number(m_acceptedLength));
    if (status == 204)
        return response;
    response.headers.add("Content-Type", "text/xml; charset=utf-8");
    response.body = "<?xml version=\"1.0\"?>\n<OpenRosaResponse xmlns=\"http://openrosa.org/http/response\">"
                    "<message nature=\"" +
                    QByteArray(status < 300 ? "" : "error") + "\">" +
                    QString::fromUtf8(text).toHtmlEscaped().toUtf8() + "</message></OpenRosaResponse>";
    return response;
}

}  // namespace amparo::test
