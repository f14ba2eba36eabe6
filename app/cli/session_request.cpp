#include "app/cli/session_request.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

QJsonValue firstOf(const QJsonObject &request, std::initializer_list<const char *> names)
{
    for (const char *name : names) {
        if (request.contains(QLatin1String(name)))
            return request.value(QLatin1String(name));
    }
    return {};
}

/// "/data/orx:meta/orx:instanceID" is /data/meta/instanceID.
QString withoutPrefixes(const QString &path)
{
    QStringList steps = path.split(QLatin1Char('/'));
    for (QString &step : steps) {
        step = step.simplified();
        const qsizetype colon = step.indexOf(QLatin1Char(':'));
        const qsizetype bracket = step.indexOf(QLatin1Char('['));
        if (colon >= 0 && (bracket < 0 || colon < bracket))
            step =
                (step.startsWith(QLatin1Char('@')) ? QStringLiteral("@") : QString()) + step.mid(colon + 1);
    }
    return steps.join(QLatin1Char('/'));
}

}  // namespace

QString deedOf(const QJsonObject &request)
{
    const QString written = firstOf(request, {"do", "cmd", "command", "op", "action"}).toString().trimmed();
    QString deed;
    for (const QChar c : written) {
        if (c.isUpper() && !deed.isEmpty() && !deed.endsWith(QLatin1Char('-')))
            deed += QLatin1Char('-');
        deed += c == QLatin1Char('_') || c == QLatin1Char(' ') ? QLatin1Char('-') : c.toLower();
    }
    return deed;
}

QString textOf(const QJsonObject &request, const char *name)
{
    return request.value(QLatin1String(name)).toString();
}

bool hasPath(const QJsonObject &request)
{
    return !firstOf(request, {"path", "ref", "node", "nodeset"}).toString().trimmed().isEmpty();
}

QString pathOf(const QJsonObject &request, const form::FormDefinition &definition)
{
    const QString path = withoutPrefixes(firstOf(request, {"path", "ref", "node", "nodeset"}).toString());
    if (path.isEmpty() || path.contains(QLatin1Char('/')))
        return path;
    QStringList found;
    for (const QString &field : definition.fields()) {
        if (field.section(QLatin1Char('/'), -1) == path)
            found += field;
    }
    return found.size() == 1 ? found.first() : path;
}

QString valueOf(const QJsonObject &request)
{
    const QJsonValue value = firstOf(request, {"value", "answer"});
    if (!value.isArray())
        return value.isNull() ? QString() : value.toVariant().toString();
    QStringList parts;
    for (const QJsonValue &part : value.toArray())
        parts += part.toVariant().toString();
    return parts.join(QLatin1Char(' '));
}

}  // namespace amparo::cli
