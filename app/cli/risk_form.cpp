#include "app/cli/risk_form.h"

#include "app/cli/files.h"
#include "app/cli/form_text.h"
#include "record/interview_form.h"
#include "resources/builtin_forms.h"
#include "risk/model_reader.h"
#include "risk/observe.h"
#include "risk/protected_characteristics.h"

#include <QFileInfo>

#include <algorithm>

namespace amparo::cli {

namespace {

const QString modelName = QStringLiteral("model");
const QString recordName = QStringLiteral("record");
const QString prefix = QStringLiteral("amparo-");

/// "amparo-smuggling", "smuggling".
bool isNamed(const form::FormPackage &package, const QString &name)
{
    return package.formId == name || package.formId == prefix + name;
}

Result<form::FormPackage> packageOf(const Arguments &arguments)
{
    const QString wanted = arguments.positional(0);
    if (QFileInfo(wanted).isFile() || wanted == QLatin1String("-"))
        return readFormFile(wanted, arguments.find(mediaOption.name));
    QStringList names;
    for (const form::FormPackage &package : resources::builtinForms()) {
        if (isNamed(package, wanted))
            return package;
        names.append(QString(package.formId).remove(prefix));
    }
    return failure(ErrorCode::NotFound,
                   QStringLiteral("there is no file %1, nor is it one of the built-in forms: %2")
                       .arg(wanted, names.join(QLatin1String(", "))));
}

Result<risk::Model> readModelFile(const QString &path)
{
    const Result<QByteArray> json = readInput(path);
    if (!json)
        return tl::make_unexpected(json.error());
    Result<risk::Model> model = risk::readModel(*json);
    if (!model)
        return failure(model.error().code, QStringLiteral("%1: %2").arg(path, model.error().detail));
    return model;
}

/// The paths of the fields of that name, without positions; one where the name is a path itself.
QStringList pathsOf(const form::FormDefinition &definition, const QString &name)
{
    if (name.contains(u'/'))
        return {name};
    QStringList found;
    for (const QString &path : definition.fields()) {
        if (path.section(u'/', -1) == name)
            found.append(path);
    }
    return found;
}

/// A path for each name, in the form's order; paths of later instances of a repeat come after all others.
Result<QList<std::pair<QString, QString>>> inFormOrder(const form::FormDefinition &definition,
                                                       const QStringList &names)
{
    const QStringList fields = definition.fields();
    QList<std::pair<QString, QString>> ordered;  // path, name
    for (const QString &name : names) {
        const QStringList found = pathsOf(definition, name);
        if (found.isEmpty())
            return failure(ErrorCode::NotFound, QStringLiteral("the form has no question \"%1\"").arg(name));
        if (found.size() > 1)
            return failure(ErrorCode::Conflict,
                           QStringLiteral("\"%1\" may be %2").arg(name, found.join(QLatin1String(" or "))));
        ordered.append({found.first(), name});
    }
    const auto place = [&](const QString &path) {
        const qsizetype index = fields.indexOf(path);
        return index < 0 ? fields.size() : index;
    };
    std::stable_sort(ordered.begin(), ordered.end(),
                     [&](const auto &a, const auto &b) { return place(a.first) < place(b.first); });
    return ordered;
}

/// The path of the field that holds a part of the record, "traveller.child"; empty: the form has none.
QString fieldOf(const form::FormDefinition &definition, const char *part)
{
    for (const QString &path : definition.fieldsWith(form::amparoNamespace, recordName)) {
        if (definition.bindAttribute(path, form::amparoNamespace, recordName) == QLatin1String(part))
            return path;
    }
    return {};
}

QMap<QString, QString> withStandInBirthDate(const form::FormDefinition &definition,
                                            QMap<QString, QString> answers)
{
    const QString child = childField(definition);
    const QString birth = fieldOf(definition, "traveller.birthDate");
    const auto given = [&](const QString &path) {
        return answers.value(path, answers.value(path.section(u'/', -1)));
    };
    if (child.isEmpty() || birth.isEmpty() || given(child).isEmpty() || !given(birth).isEmpty())
        return answers;
    const int years = given(child) == QLatin1String("no") ? 30 : 10;
    answers.remove(birth.section(u'/', -1));
    answers.insert(birth, systemClock().today().addYears(-years).toString(Qt::ISODate));
    return answers;
}

/// What is asked is answered as an officer would; what the program itself fills in is set.
Result<> put(form::Session &session, const QString &path, const QString &value)
{
    return session.item(path) ? session.setAnswer(path, value) : session.setField(path, value);
}

/// Whether an answer was refused for itself, and not because its question does not apply: it is not relevant,
/// or its repeat has no such instance.
bool isThere(const form::Session &session, const QString &path, ErrorCode refusal)
{
    const bool isInstance = path.contains(u'[') || session.definition().fields().contains(path);
    return refusal != ErrorCode::Denied && (refusal != ErrorCode::NotFound || !isInstance);
}

}  // namespace

const Positional riskFormPositional{QStringLiteral("FORM"),
                                    QStringLiteral("XForm, XLSForm, or the name of a built-in form")};

QList<Option> riskFormOptions()
{
    return {
        mediaOption,
        {modelName, QStringLiteral("risk model to use instead of the form's own"), QStringLiteral("FILE")}};
}

Result<RiskForm> readRiskForm(const Arguments &arguments)
{
    const Result<form::FormPackage> package = packageOf(arguments);
    if (!package)
        return tl::make_unexpected(package.error());
    const form::ReadForm read = form::readForm(package->definition, package->media);
    if (!read.definition)
        return tl::make_unexpected(firstError(read.problems));
    if (const auto other = arguments.find(modelName)) {
        if (const form::Problems problems = risk::lintIndicators(*read.definition); !problems.isEmpty())
            return tl::make_unexpected(firstError(problems));
        return readModelFile(*other).map([&](const risk::Model &model) {
            return RiskForm{read.definition, model};
        });
    }
    const auto form = record::interviewForm(read.definition, package->media);
    if (!form)
        return tl::make_unexpected(form.error());
    if (!(*form)->model)
        return failure(ErrorCode::NotFound, QStringLiteral("the form has no risk model; --model names one"));
    return RiskForm{read.definition, *(*form)->model};
}

QString childField(const form::FormDefinition &definition) { return fieldOf(definition, "traveller.child"); }

Result<form::Session> blankFilling(const RiskForm &form, const QString &language)
{
    form::SessionOptions options;
    options.language = language;
    return form::Session::start(form.definition, options);
}

Result<QStringList> answerAll(form::Session &session, const QMap<QString, QString> &given)
{
    const QMap<QString, QString> answers = withStandInBirthDate(session.definition(), given);
    auto waiting = inFormOrder(session.definition(), answers.keys());
    if (!waiting)
        return tl::make_unexpected(waiting.error());
    // A question may depend on one behind it: as long as some answer lets others in, they are tried again.
    bool progress = true;
    while (progress && !waiting->isEmpty()) {
        progress = false;
        QList<std::pair<QString, QString>> denied;
        for (const auto &[path, name] : std::as_const(*waiting)) {
            const Result<> done = put(session, path, answers.value(name));
            progress = progress || done;
            if (!done && !isThere(session, path, done.error().code))
                denied.append({path, name});
            else if (!done)
                return tl::make_unexpected(done.error());
        }
        *waiting = denied;
    }
    QStringList left;
    for (const auto &[path, name] : std::as_const(*waiting))
        left.append(name);
    return left;
}

risk::Assessment assessFilling(const RiskForm &form, const form::Session &session)
{
    QMap<QString, QString> record;  // by the part of the record that a field holds
    for (const QString &path : form.definition->fieldsWith(form::amparoNamespace, recordName))
        record.insert(
            form.definition->bindAttribute(path, form::amparoNamespace, recordName).value_or(QString()),
            session.value(path).value_or(QString()));
    const risk::Person person{record.value(QStringLiteral("traveller.child")) != QLatin1String("no"),
                              risk::exploitationFromName(record.value(QStringLiteral("exploitation")))
                                  .value_or(risk::Person::Exploitation::Unknown)};
    return risk::assess(form.model, risk::observe(session), person);
}

}  // namespace amparo::cli
