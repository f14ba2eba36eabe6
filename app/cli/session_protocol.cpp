// A table of deeds: each takes the session and the request, and says what it yields.

#include "app/cli/session_protocol.h"

#include "app/cli/session_json.h"
#include "app/cli/session_pages.h"
#include "app/cli/session_request.h"
#include "app/cli/value_json.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

using form::Session;
using Answer = Result<QJsonObject>;

QString path(const DrivenSession &driven, const QJsonObject &request)
{
    return pathOf(request, driven.session().definition());
}

QJsonObject valued(const QJsonValue &value) { return {{QStringLiteral("value"), value}}; }

Answer done(const Result<> &result)
{
    return result ? Answer(QJsonObject()) : tl::make_unexpected(result.error());
}

tl::unexpected<Error> nothingAt(const QString &where)
{
    return failure(ErrorCode::NotFound, QStringLiteral("there is nothing at \"%1\"").arg(where));
}

bool isThere(const Session &session, const QString &where)
{
    return session.value(where) || session.item(where) || session.isRelevant(where);
}

// Pages

Answer next(DrivenSession &driven, const QJsonObject &) { return stepPage(driven, 1); }
Answer previous(DrivenSession &driven, const QJsonObject &) { return stepPage(driven, -1); }

Answer jump(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    const auto opened = jumpToPage(driven, where);
    return opened ? Answer(*opened) : nothingAt(where);
}

// Answers

Answer set(DrivenSession &driven, const QJsonObject &request)
{
    return done(driven.filling.setAnswer(path(driven, request), valueOf(request)));
}

Answer clear(DrivenSession &driven, const QJsonObject &request)
{
    return done(driven.filling.setAnswer(path(driven, request), {}));
}

Answer setField(DrivenSession &driven, const QJsonObject &request)
{
    return done(driven.filling.session().setField(path(driven, request), valueOf(request)));
}

Answer addRepeat(DrivenSession &driven, const QJsonObject &request)
{
    const QJsonValue position = request.value(QLatin1String("position"));
    return driven.filling
        .addRepeat(path(driven, request),
                   position.isDouble() ? std::optional(position.toInt()) : std::nullopt)
        .map([](const QString &added) {
            return QJsonObject{{QStringLiteral("path"), added}};
        });
}

Answer removeRepeat(DrivenSession &driven, const QJsonObject &request)
{
    return done(driven.filling.removeRepeat(path(driven, request)));
}

Answer get(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    const std::optional<QString> value = driven.session().written(where);
    return value ? Answer(valued(*value)) : nothingAt(where);
}

// What the form says now

template <class Ask> Answer ask(const DrivenSession &driven, const QJsonObject &request, Ask question)
{
    const QString where = path(driven, request);
    return isThere(driven.session(), where) ? Answer(valued((driven.session().*question)(where)))
                                            : nothingAt(where);
}

Answer relevant(DrivenSession &driven, const QJsonObject &request)
{
    return ask(driven, request, &Session::isRelevant);
}

Answer required(DrivenSession &driven, const QJsonObject &request)
{
    return ask(driven, request, &Session::isRequired);
}

Answer readonly(DrivenSession &driven, const QJsonObject &request)
{
    return ask(driven, request, &Session::isReadonly);
}

/// A property of the control at the path.
template <class Property>
Answer ofItem(const DrivenSession &driven, const QJsonObject &request, Property property)
{
    const std::optional<form::Item> item = driven.session().item(path(driven, request));
    if (!item)
        return nothingAt(path(driven, request));
    return valued(property(driven.session(), *item));
}

Answer label(DrivenSession &driven, const QJsonObject &request)
{
    return ofItem(driven, request, [](const Session &, const form::Item &item) { return item.label; });
}

Answer hint(DrivenSession &driven, const QJsonObject &request)
{
    return ofItem(driven, request, [](const Session &, const form::Item &item) { return item.hint; });
}

Answer item(DrivenSession &driven, const QJsonObject &request) { return ofItem(driven, request, itemToJson); }

Answer valid(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    if (hasPath(request) && !isThere(driven.session(), where))
        return nothingAt(where);
    const QList<form::Violation> violations =
        hasPath(request) ? driven.session().validateInside(where) : driven.session().validate();
    QJsonArray array;
    for (const form::Violation &violation : violations) {
        array.append(QJsonObject{{QStringLiteral("path"), violation.path},
                                 {QStringLiteral("kind"), kindName(violation.kind)},
                                 {QStringLiteral("message"), violation.message}});
    }
    return QJsonObject{{QStringLiteral("value"), violations.isEmpty()},
                       {QStringLiteral("violations"), array}};
}

Answer choices(DrivenSession &driven, const QJsonObject &request)
{
    QJsonArray array;
    const QList<form::Choice> offered = driven.session().choices(path(driven, request));
    for (const form::Choice &choice : offered)
        array.append(
            QJsonObject{{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label}});
    return valued(array);
}

Answer items(DrivenSession &driven, const QJsonObject &)
{
    QJsonArray array;
    const QList<form::Item> shown = driven.session().items();
    for (const form::Item &item : shown)
        array.append(itemToJson(driven.session(), item));
    return valued(array);
}

Answer fields(DrivenSession &driven, const QJsonObject &)
{
    QJsonArray array;
    const QStringList paths = driven.session().fieldPaths();
    for (const QString &field : paths)
        array.append(
            QJsonObject{{QStringLiteral("path"), field},
                        {QStringLiteral("value"), driven.session().written(field).value_or(QString())},
                        {QStringLiteral("relevant"), driven.session().isRelevant(field)}});
    return valued(array);
}

Answer language(DrivenSession &driven, const QJsonObject &request)
{
    if (request.contains(QLatin1String("value")))
        driven.session().setLanguage(valueOf(request));
    return valued(driven.session().language());
}

Answer languages(DrivenSession &driven, const QJsonObject &)
{
    return valued(QJsonArray::fromStringList(driven.session().definition().languages()));
}

Answer location(DrivenSession &driven, const QJsonObject &request)
{
    const QString value = valueOf(request);
    *driven.location = value.isEmpty() ? std::nullopt : std::optional(value);
    return QJsonObject();
}

Answer evaluate(DrivenSession &driven, const QJsonObject &request)
{
    return driven.session().evaluate(textOf(request, "expr"), path(driven, request)).map(valueToJson);
}

// The record

Answer serialise(DrivenSession &driven, const QJsonObject &)
{
    return valued(QString::fromUtf8(driven.session().toXml()));
}

Answer finalise(DrivenSession &driven, const QJsonObject &)
{
    const Result<form::FinalFilling> record = driven.filling.finalise();
    if (!record)
        return tl::make_unexpected(record.error());
    const form::Submission &submission = record->submission;
    QJsonObject json{{QStringLiteral("instanceId"), submission.instanceId},
                     {QStringLiteral("instanceName"), submission.instanceName},
                     {QStringLiteral("attachments"), QJsonArray::fromStringList(submission.attachments)},
                     {QStringLiteral("value"), QString::fromUtf8(submission.xml)}};
    if (const auto log = driven.filling.log())
        json.insert(QStringLiteral("audit"), QString::fromUtf8(*log));
    return json;
}

Answer snapshot(DrivenSession &driven, const QJsonObject &)
{
    driven.filling.note(form::AuditLog::Event::FormSave);
    return valued(QString::fromLatin1(driven.filling.snapshot().toBase64()));
}

/// Takes the place of the filling that is driven; the pages begin anew.
Answer replace(DrivenSession &driven, Result<form::Filling> filling)
{
    if (!filling)
        return tl::make_unexpected(filling.error());
    driven.filling = std::move(*filling);
    driven.place.clear();
    driven.isAtEnd = false;
    return valued(driven.session().instanceId());
}

Answer restore(DrivenSession &driven, const QJsonObject &request)
{
    return replace(driven, form::Filling::restore(driven.session().sharedDefinition(),
                                                  QByteArray::fromBase64(valueOf(request).toLatin1()),
                                                  driven.options));
}

Answer edit(DrivenSession &driven, const QJsonObject &request)
{
    return replace(driven, form::Filling::edit(driven.session().sharedDefinition(), valueOf(request).toUtf8(),
                                               driven.options));
}

Answer audit(DrivenSession &driven, const QJsonObject &)
{
    const auto log = driven.filling.log();
    return log ? Answer(valued(QString::fromUtf8(*log)))
               : failure(ErrorCode::NotFound, QStringLiteral("the form asks for no audit log"));
}

struct Deed {
    const char *name;
    const char *takes;
    const char *yields;
    Answer (*run)(DrivenSession &, const QJsonObject &);
};

constexpr Deed deeds[] = {
    {"set", "path, value", "", set},
    {"clear", "path", "", clear},
    {"set-field", "path, value", "also of what is readonly or hidden", setField},
    {"add-repeat", "path, [position]", "path of the new instance", addRepeat},
    {"remove-repeat", "path", "", removeRepeat},
    {"get", "path", "value", get},
    {"relevant", "path", "value", relevant},
    {"required", "path", "value", required},
    {"readonly", "path", "value", readonly},
    {"valid", "[path]", "value, violations: of all, or of what is at or inside the path", valid},
    {"choices", "path", "value: list of value and label", choices},
    {"label", "path", "value", label},
    {"hint", "path", "value", hint},
    {"item", "path", "value: all that is shown of a question", item},
    {"items", "", "value: list of what is shown now", items},
    {"fields", "", "value: list of path, value, relevant of every field", fields},
    {"language", "[value]", "value: the language now", language},
    {"languages", "", "value: list", languages},
    {"location", "value", "where the device is from now on, for setgeopoint", location},
    {"evaluate", "expr, [path]", "type, value", evaluate},
    {"next", "", "kind, path, questions of the page then open", next},
    {"previous", "", "the same", previous},
    {"jump", "path", "the same", jump},
    {"serialise", "", "value: the submission as it stands", serialise},
    {"finalise", "", "value: the submission; instanceId, instanceName, attachments, audit", finalise},
    {"snapshot", "", "value: the session, for restore", snapshot},
    {"restore", "value", "value: the instance id", restore},
    {"edit", "value: a submission", "value: the new instance id", edit},
    {"audit", "", "value: the audit log so far, as CSV", audit},
};

/// Other names under which drivers know a deed.
QString knownAs(const QString &deed)
{
    static const QHash<QString, QString> names = {
        {QStringLiteral("answer"), QStringLiteral("set")},
        {QStringLiteral("value"), QStringLiteral("get")},
        {QStringLiteral("add"), QStringLiteral("add-repeat")},
        {QStringLiteral("new-repeat"), QStringLiteral("add-repeat")},
        {QStringLiteral("remove"), QStringLiteral("remove-repeat")},
        {QStringLiteral("delete-repeat"), QStringLiteral("remove-repeat")},
        {QStringLiteral("read-only"), QStringLiteral("readonly")},
        {QStringLiteral("validate"), QStringLiteral("valid")},
        {QStringLiteral("serialize"), QStringLiteral("serialise")},
        {QStringLiteral("xml"), QStringLiteral("serialise")},
        {QStringLiteral("finalize"), QStringLiteral("finalise")},
        {QStringLiteral("prev"), QStringLiteral("previous")},
    };
    return names.value(deed, deed);
}

}  // namespace

Result<DrivenSession> startDriven(std::shared_ptr<const form::FormDefinition> definition,
                                  form::SessionOptions options)
{
    const auto location = std::make_shared<std::optional<QString>>();
    options.location = [location] { return *location; };
    return form::Filling::start(std::move(definition), options).map([&](form::Filling filling) {
        return DrivenSession{std::move(filling), options, location};
    });
}

Result<QJsonObject> answerSession(DrivenSession &driven, const QJsonObject &request)
{
    const QString name = knownAs(deedOf(request));
    for (const Deed &deed : deeds) {
        if (name == QLatin1String(deed.name))
            return deed.run(driven, request);
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
                     .arg(QLatin1String(deed.takes), -19)
                     .arg(QLatin1String(deed.yields));
    return lines.trimmed();
}

}  // namespace amparo::cli
