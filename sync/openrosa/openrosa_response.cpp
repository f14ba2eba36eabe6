#include "sync/openrosa/openrosa_response.h"

#include <QXmlStreamReader>

namespace amparo::openrosa {

namespace {

constexpr qsizetype largestBody = 64 * 1024;
constexpr qsizetype longestMessage = 500;
constexpr int deepest = 16;
constexpr QLatin1StringView responseNamespace("http://openrosa.org/http/response");

}  // namespace

std::optional<OpenRosaResponse> parseOpenRosaResponse(const QByteArray &body)
{
    if (body.size() > largestBody)
        return std::nullopt;
    OpenRosaResponse response;
    QXmlStreamReader xml(body);
    int depth = 0;
    bool hasMessage = false;
    bool inMessage = false;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            return std::nullopt;
        case QXmlStreamReader::StartElement:
            if (++depth > deepest || xml.namespaceUri() != responseNamespace)
                return std::nullopt;
            if (depth == 1 && xml.name() != QLatin1String("OpenRosaResponse"))
                return std::nullopt;
            inMessage = !hasMessage && depth == 2 && xml.name() == QLatin1String("message");
            if (inMessage)
                response.nature = xml.attributes().value(QLatin1String("nature")).toString();
            hasMessage |= inMessage;
            break;
        case QXmlStreamReader::Characters:
            if (inMessage)
                response.message += xml.text();
            break;
        case QXmlStreamReader::EndElement:
            --depth;
            inMessage = false;
            break;
        default:
            break;
        }
    }
    if (xml.hasError())
        return std::nullopt;
    response.message = response.message.trimmed().left(longestMessage);
    return response;
}

}  // namespace amparo::openrosa
