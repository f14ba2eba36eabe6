// A table of deeds: each takes the session and the request, and says what it yields.

#include "app/cli/session_protocol.h"

#include "app/cli/session_request.h"
#include "app/cli/value_json.h"
#include "form/pages.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

using form::AuditLog;
using form::Session;
using Answer = Result<QJsonObject>;

QString path(const DrivenSession &driven, const QJsonObject &request)
{
    return pathOf(request, driven.session.definition());
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

QString controlName(form::Control control)
{
    switch (control) {
    case form::Control::Input:
        return QStringLiteral("input");
    case form::Control::Select:
        return QStringLiteral("select");
    case form::Control::Select1:
        return QStringLiteral("select1");
    case form::Control::Rank:
        return QStringLiteral("rank");
    case form::Control::Upload:
        return QStringLiteral("upload");
    case form::Control::Trigger:
        return QStringLiteral("trigger");
    case form::Control::Range:
        return QStringLiteral("range");
    case form::Control::Secret:
        return QStringLiteral("secret");
    case form::Control::Group:
        return QStringLiteral("group");
    case form::Control::Repeat:
        return QStringLiteral("repeat");
    }
    Q_UNREACHABLE();
}

// Pages

AuditLog::Answers answersOf(const DrivenSession &driven, const form::Page &page)
{
    AuditLog::Answers answers;
    for (const QString &question : page.questions)
        answers.insert(question, driven.session.value(question).value_or(QString()));
    return answers;
}

bool isOnOpenPage(const DrivenSession &driven, const QString &where)
{
    if (driven.place.isEmpty())
        return false;
    const QList<form::Page> pages = form::pagesOf(driven.session.items());
    const auto open = form::pageWith(pages, driven.place);
    return open && pages[*open].questions.contains(where);
}

/// Leaves the page that is open, for the log.
void closePage(DrivenSession &driven)
{
    if (!driven.log || driven.place.isEmpty())
        return;
    const QList<form::Page> pages = form::pagesOf(driven.session.items());
    const auto open = form::pageWith(pages, driven.place);
    driven.log->leave(open ? answersOf(driven, pages[*open]) : AuditLog::Answers());
}

Answer open(DrivenSession &driven, const QList<form::Page> &pages, qsizetype index)
{
    closePage(driven);
    driven.isAtEnd = index >= pages.size();
    driven.place.clear();
    if (index < 0)
        return QJsonObject{{QStringLiteral("kind"), QStringLiteral("beginning")}};
    if (driven.isAtEnd) {
        if (driven.log)
            driven.log->enter(AuditLog::Event::EndScreen, {});
        return QJsonObject{{QStringLiteral("kind"), QStringLiteral("end")}};
    }
    const form::Page &page = pages[index];
    driven.place = page.path;
    const bool isOffer = page.kind == form::Page::Kind::AddInstance;
    const bool isQuestion = page.questions == QStringList{page.path};
    if (driven.log)
        driven.log->enter(isOffer      ? AuditLog::Event::AddRepeat
                          : isQuestion ? AuditLog::Event::Question
                                       : AuditLog::Event::GroupQuestions,
                          page.path, answersOf(driven, page));
    return QJsonObject{
        {QStringLiteral("kind"), isOffer ? QStringLiteral("add-repeat") : QStringLiteral("questions")},
        {QStringLiteral("path"), page.path},
        {QStringLiteral("questions"), QJsonArray::fromStringList(page.questions)}};
}

Answer step(DrivenSession &driven, int by)
{
    const QList<form::Page> pages = form::pagesOf(driven.session.items());
    if (driven.isAtEnd)
        return open(driven, pages, by > 0 ? pages.size() : pages.size() - 1);
    const qsizetype now = driven.place.isEmpty() ? -1 : form::pageWith(pages, driven.place).value_or(-1);
    return open(driven, pages, std::max<qsizetype>(now + by, -1));
}

Answer next(DrivenSession &driven, const QJsonObject &) { return step(driven, 1); }
Answer previous(DrivenSession &driven, const QJsonObject &) { return step(driven, -1); }

Answer jump(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    const QList<form::Page> pages = form::pagesOf(driven.session.items());
    const auto found = form::pageWith(pages, where);
    if (!found)
        return nothingAt(where);
    closePage(driven);
    driven.place.clear();
    if (driven.log)
        driven.log->note(AuditLog::Event::Jump);
    return open(driven, pages, *found);
}

QJsonObject itemToJson(const form::Item &item)
{
    return {{QStringLiteral("path"), item.path},
            {QStringLiteral("control"), controlName(item.control)},
            {QStringLiteral("label"), item.label},
            {QStringLiteral("hint"), item.hint},
            {QStringLiteral("guidance"), item.guidance},
            {QStringLiteral("image"), item.image},
            {QStringLiteral("audio"), item.audio},
            {QStringLiteral("video"), item.video},
            {QStringLiteral("appearance"), item.appearance},
            {QStringLiteral("value"), item.value},
            {QStringLiteral("required"), item.required},
            {QStringLiteral("readonly"), item.readonly},
            {QStringLiteral("relevant"), item.relevant}};
}

// Answers

/// A change of one answer; in the log a question of its own, unless it is on the page that is open.
Answer change(DrivenSession &driven, const QString &where, const QString &value,
              Result<> (Session::*setter)(const QString &, const QString &))
{
    const bool isLogged = driven.log && !isOnOpenPage(driven, where);
    if (isLogged)
        driven.log->enter(AuditLog::Event::Question, where,
                          {{where, driven.session.value(where).value_or(QString())}});
    const Result<> result = (driven.session.*setter)(where, value);
    if (isLogged)
        driven.log->leave({{where, driven.session.value(where).value_or(QString())}});
    return done(result);
}

Answer set(DrivenSession &driven, const QJsonObject &request)
{
    return change(driven, path(driven, request), valueOf(request), &Session::setAnswer);
}

Answer clear(DrivenSession &driven, const QJsonObject &request)
{
    return change(driven, path(driven, request), {}, &Session::setAnswer);
}

Answer setField(DrivenSession &driven, const QJsonObject &request)
{
    return change(driven, path(driven, request), valueOf(request), &Session::setField);
}

Answer addRepeat(DrivenSession &driven, const QJsonObject &request)
{
    const QJsonValue position = request.value(QLatin1String("position"));
    const auto added = driven.session.addRepeat(
        path(driven, request), position.isDouble() ? std::optional(position.toInt()) : std::nullopt);
    if (!added)
        return tl::make_unexpected(added.error());
    if (driven.log)
        driven.log->note(AuditLog::Event::AddRepeat, *added);
    return QJsonObject{{QStringLiteral("path"), *added}};
}

Answer removeRepeat(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    const Result<> removed = driven.session.removeRepeat(where);
    if (removed && driven.log)
        driven.log->note(AuditLog::Event::DeleteRepeat, where);
    return done(removed);
}

Answer get(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    const std::optional<QString> value = driven.session.value(where);
    return value ? Answer(valued(*value)) : nothingAt(where);
}

// What the form says now

template <class Ask> Answer ask(const DrivenSession &driven, const QJsonObject &request, Ask question)
{
    const QString where = path(driven, request);
    return isThere(driven.session, where) ? Answer(valued((driven.session.*question)(where)))
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
    const std::optional<form::Item> item = driven.session.item(path(driven, request));
    if (!item)
        return nothingAt(path(driven, request));
    return valued(property(*item));
}

Answer label(DrivenSession &driven, const QJsonObject &request)
{
    return ofItem(driven, request, [](const form::Item &item) { return item.label; });
}

Answer hint(DrivenSession &driven, const QJsonObject &request)
{
    return ofItem(driven, request, [](const form::Item &item) { return item.hint; });
}

Answer item(DrivenSession &driven, const QJsonObject &request) { return ofItem(driven, request, itemToJson); }

Answer valid(DrivenSession &driven, const QJsonObject &request)
{
    const QString where = path(driven, request);
    if (hasPath(request) && !isThere(driven.session, where))
        return nothingAt(where);
    const QList<form::Violation> violations =
        hasPath(request) ? driven.session.validateInside(where) : driven.session.validate();
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
    const QList<form::Choice> offered = driven.session.choices(path(driven, request));
    for (const form::Choice &choice : offered)
        array.append(
            QJsonObject{{QStringLiteral("value"), choice.value}, {QStringLiteral("label"), choice.label}});
    return valued(array);
}

Answer items(DrivenSession &driven, const QJsonObject &)
{
    QJsonArray array;
    const QList<form::Item> shown = driven.session.items();
    for (const form::Item &item : shown)
        array.append(itemToJson(item));
    return valued(array);
}

Answer fields(DrivenSession &driven, const QJsonObject &)
{
    QJsonArray array;
    const QStringList paths = driven.session.fieldPaths();
    for (const QString &field : paths)
        array.append(QJsonObject{{QStringLiteral("path"), field},
                                 {QStringLiteral("value"), driven.session.value(field).value_or(QString())},
                                 {QStringLiteral("relevant"), driven.session.isRelevant(field)}});
    return valued(array);
}

Answer language(DrivenSession &driven, const QJsonObject &request)
{
    if (request.contains(QLatin1String("value")))
        driven.session.setLanguage(valueOf(request));
    return valued(driven.session.language());
}

Answer languages(DrivenSession &driven, const QJsonObject &)
{
    return valued(QJsonArray::fromStringList(driven.session.definition().languages()));
}

Answer location(DrivenSession &driven, const QJsonObject &request)
{
    const QString value = valueOf(request);
    *driven.location = value.isEmpty() ? std::nullopt : std::optional(value);
    return QJsonObject();
}

Answer evaluate(DrivenSession &driven, const QJsonObject &request)
{
    return driven.session.evaluate(textOf(request, "expr"), path(driven, request)).map(valueToJson);
}

// The record

Answer serialise(DrivenSession &driven, const QJsonObject &)
{
    return valued(QString::fromUtf8(driven.session.toXml()));
}

/// What keeps the form from being final goes into its log as well.
void logRefusal(DrivenSession &driven)
{
    driven.log->note(AuditLog::Event::FinaliseError);
    for (const form::Violation &violation : driven.session.validate()) {
        if (violation.kind == form::Violation::Kind::Constraint)
            driven.log->note(AuditLog::Event::ConstraintError, violation.path);
    }
}

Answer finalise(DrivenSession &driven, const QJsonObject &)
{
    if (driven.log) {
        closePage(driven);
        if (const auto named = driven.session.setField(driven.log->settings().field, AuditLog::fileName());
            !named)
            return tl::make_unexpected(named.error());
    }
    const Result<form::Submission> submission = driven.session.finalise();
    if (driven.log && submission)
        driven.log->note(AuditLog::Event::FormFinalise);
    else if (driven.log)
        logRefusal(driven);
    if (!submission)
        return tl::make_unexpected(submission.error());
    QJsonObject json{{QStringLiteral("instanceId"), submission->instanceId},
                     {QStringLiteral("instanceName"), submission->instanceName},
                     {QStringLiteral("attachments"), QJsonArray::fromStringList(submission->attachments)},
                     {QStringLiteral("value"), QString::fromUtf8(submission->xml)}};
    if (driven.log)
        json.insert(QStringLiteral("audit"), QString::fromUtf8(driven.log->toCsv()));
    return json;
}

Answer snapshot(DrivenSession &driven, const QJsonObject &)
{
    if (driven.log)
        driven.log->note(AuditLog::Event::FormSave);
    return valued(QString::fromLatin1(driven.session.snapshot().toBase64()));
}

/// Takes the place of the session that is driven; the pages begin anew, the log goes on.
Answer replace(DrivenSession &driven, Result<Session> session)
{
    if (!session)
        return tl::make_unexpected(session.error());
    driven.session = std::move(*session);
    driven.place.clear();
    driven.isAtEnd = false;
    if (driven.log)
        driven.log->note(AuditLog::Event::FormResume);
    return valued(driven.session.instanceId());
}

Answer restore(DrivenSession &driven, const QJsonObject &request)
{
    return replace(driven,
                   Session::restore(driven.session.sharedDefinition(),
                                    QByteArray::fromBase64(valueOf(request).toLatin1()), driven.options));
}

Answer edit(DrivenSession &driven, const QJsonObject &request)
{
    return replace(
        driven, Session::edit(driven.session.sharedDefinition(), valueOf(request).toUtf8(), driven.options));
}

Answer audit(DrivenSession &driven, const QJsonObject &)
{
    if (!driven.log)
        return failure(ErrorCode::NotFound, QStringLiteral("the form asks for no audit log"));
    return valued(QString::fromUtf8(driven.log->toCsv()));
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
    Result<Session> session = Session::start(definition, options);
    if (!session)
        return tl::make_unexpected(session.error());
    DrivenSession driven{std::move(*session), options, location};
    if (const auto settings = form::auditSettingsOf(*definition)) {
        driven.log.emplace(*settings, options.clock ? *options.clock : systemClock(), options.username,
                           options.location);
        driven.log->note(AuditLog::Event::FormStart);
    }
    return driven;
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
