// A table of deeds: each takes the session and the request, and says what it yields.

#include "app/cli/session_protocol.h"

#include "app/cli/value_json.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

using form::Session;
using Answer = Result<QJsonObject>;

QString text(const QJsonObject &request, const char *name)
{
    return request.value(QLatin1String(name)).toString();
}

QString path(const QJsonObject &request) { return text(request, "path"); }

QJsonObject valued(const QJsonValue &value) { return {{QStringLiteral("value"), value}}; }

Answer done(const Result<> &result)
{
    return result ? Answer(QJsonObject()) : tl::make_unexpected(result.error());
}

tl::unexpected<Error> nothingAt(const QString &where)
{
    return failure(ErrorCode::NotFound, QStringLiteral("there is nothing at \"%1\"").arg(where));
}

/// A property of the control at the path.
template <class Property> Answer ofItem(const Session &session, const QJsonObject &request, Property property)
{
    const std::optional<form::Item> item = session.item(path(request));
    if (!item)
        return nothingAt(path(request));
    return valued(property(*item));
}

QString kindName(form::Violation::Kind kind)
{
    switch (kind) {
    case form::Violation::Kind::Required:
        return QStringLiteral("required");
    case form::Violation::Kind::Constraint:
        return QStringLiteral("constraint");
    case form::Violation::Kind::Type:
        return QStringLiteral("type");
    }
    Q_UNREACHABLE();
}

/// What a request brings along: a JSON number or boolean is written as a form would hold it.
QString answerText(const QJsonObject &request)
{
    const QJsonValue value = request.value(QLatin1String("value"));
    return value.isNull() ? QString() : value.toVariant().toString();
}

Answer set(Session &session, const QJsonObject &request)
{
    return done(session.setAnswer(path(request), answerText(request)));
}

Answer setField(Session &session, const QJsonObject &request)
{
    return done(session.setField(path(request), answerText(request)));
}

Answer addRepeat(Session &session, const QJsonObject &request)
{
    return session.addRepeat(path(request)).map([](const QString &added) {
        return QJsonObject{{QStringLiteral("path"), added}};
    });
}

Answer removeRepeat(Session &session, const QJsonObject &request)
{
    return done(session.removeRepeat(path(request)));
}

Answer get(Session &session, const QJsonObject &request)
{
    const std::optional<QString> value = session.value(path(request));
    if (!value)
        return nothingAt(path(request));
    return valued(*value);
}

Answer relevant(Session &session, const QJsonObject &request)
{
    if (!session.value(path(request)) && !session.item(path(request)))
        return nothingAt(path(request));
    return valued(session.isRelevant(path(request)));
}

Answer required(Session &session, const QJsonObject &request)
{
    return ofItem(session, request, [](const form::Item &item) { return item.required; });
}

Answer readonly(Session &session, const QJsonObject &request)
{
    return ofItem(session, request, [](const form::Item &item) { return item.readonly; });
}

Answer label(Session &session, const QJsonObject &request)
{
    return ofItem(session, request, [](const form::Item &item) { return item.label; });
}

Answer hint(Session &session, const QJsonObject &request)
{
    return ofItem(session, request, [](const form::Item &item) { return item.hint; });
}

Answer valid(Session &session, const QJsonObject &request)
{
    QList<form::Violation> violations;
    if (!request.contains(QLatin1String("path")))
        violations = session.validate();
    else if (const std::optional<form::Violation> violation = session.validate(path(request)))
        violations = {*violation};
    QJsonArray array;
    for (const form::Violation &violation : violations) {
        array.append(QJsonObject{{QStringLiteral("path"), violation.path},
                                 {QStringLiteral("kind"), kindName(violation.kind)},
                                 {QStringLiteral("message"), violation.message}});
    }
    return QJsonObject{{QStringLiteral("value"), violations.isEmpty()},
                       {QStringLiteral("violations"), array}};
}

Answer choices(Session &session, const QJsonObject &request)
{
    QJsonArray array;
    const QList<form::Choice> offered = session.choices(path(request));
    for (const form::Choice &choice : offered)
        array.append(
            QJsonObject{{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label}});
    return valued(array);
}

Answer items(Session &session, const QJsonObject &)
{
    QJsonArray array;
    const QList<form::Item> shown = session.items();
    for (const form::Item &item : shown)
        array.append(QJsonObject{{QStringLiteral("path"), item.path},
                                 {QStringLiteral("label"), item.label},
                                 {QStringLiteral("value"), item.value}});
    return valued(array);
}

Answer language(Session &session, const QJsonObject &request)
{
    if (request.contains(QLatin1String("value")))
        session.setLanguage(answerText(request));
    return valued(session.language());
}

Answer evaluate(Session &session, const QJsonObject &request)
{
    return session.evaluate(text(request, "expr"), path(request)).map(valueToJson);
}

Answer serialise(Session &session, const QJsonObject &) { return valued(QString::fromUtf8(session.toXml())); }

Answer finalise(Session &session, const QJsonObject &)
{
    return session.finalise().map([](const form::Submission &submission) {
        return QJsonObject{
            {QStringLiteral("instanceId"), submission.instanceId},
            {QStringLiteral("instanceName"), submission.instanceName},
            {QStringLiteral("attachments"), QJsonArray::fromStringList(submission.attachments)},
            {QStringLiteral("value"), QString::fromUtf8(submission.xml)}};
    });
}

struct Deed {
    const char *name;
    const char *takes;
    const char *yields;
    Answer (*run)(Session &, const QJsonObject &);
};

constexpr Deed deeds[] = {
    {"set", "path, value", "", set},
    {"set-field", "path, value", "", setField},
    {"add-repeat", "path", "path of the new instance", addRepeat},
    {"remove-repeat", "path", "", removeRepeat},
    {"get", "path", "value", get},
    {"relevant", "path", "value", relevant},
    {"required", "path", "value", required},
    {"readonly", "path", "value", readonly},
    {"valid", "[path]", "value, violations", valid},
    {"choices", "path", "value: list of value and label", choices},
    {"label", "path", "value", label},
    {"hint", "path", "value", hint},
    {"items", "", "value: list of path, label, value", items},
    {"language", "[value]", "value: the language now", language},
    {"evaluate", "expr, [path]", "type, value", evaluate},
    {"serialise", "", "value: the submission as it stands", serialise},
    {"finalise", "", "value: the submission; instanceId, attachments", finalise},
};

}  // namespace

Result<QJsonObject> answerSession(Session &session, const QJsonObject &request)
{
    const QString name = text(request, "do");
    for (const Deed &deed : deeds) {
        if (name == QLatin1String(deed.name))
            return deed.run(session, request);
    }
    return failure(ErrorCode::InvalidInput,
                   QStringLiteral("\"do\" is none of the session's: \"%1\"").arg(name));
}

QString sessionProtocolText()
{
    QString lines;
    for (const Deed &deed : deeds)
        lines += QStringLiteral("  %1 %2 %3\n")
                     .arg(QLatin1String(deed.name), -14)
                     .arg(QLatin1String(deed.takes), -12)
                     .arg(QLatin1String(deed.yields));
    return lines.trimmed();
}

}  // namespace amparo::cli
