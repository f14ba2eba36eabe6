#include "form/xlsform_parameters.h"

#include "form/suggestion.h"

#include <QRegularExpression>

namespace amparo::form {

namespace {

/// Where a parameter's value goes, under which name, and what it may be.
enum class Target { Bind, Control, Action, Itself };
enum class Value {
    Text,
    Integer,
    Number,
    YesNo,
    Quality,
    OwnQuality,
    Priority,
    OnFormEdit,
    True,
    Name,
    Package,
    Seed
};

struct Parameter {
    const char *types;  ///< names of question types, separated by "|"
    const char *name;
    Target target;
    const char *attribute;
    Value value;
};

constexpr Parameter knownParameters[] = {
    {"text", "rows", Target::Control, "rows", Value::Integer},
    {"range", "start", Target::Control, "start", Value::Number},
    {"range", "end", Target::Control, "end", Value::Number},
    {"range", "step", Target::Control, "step", Value::Number},
    {"image", "max-pixels", Target::Bind, "orx:max-pixels", Value::Integer},
    {"image", "app", Target::Itself, "", Value::Package},
    {"audio", "quality", Target::Bind, "odk:quality", Value::Quality},
    {"background-audio", "quality", Target::Action, "odk:quality", Value::OwnQuality},
    {"geopoint|geotrace|geoshape", "allow-mock-accuracy", Target::Bind, "odk:allow-mock-accuracy",
     Value::YesNo},
    {"geotrace|geoshape", "incremental", Target::Control, "incremental", Value::True},
    {"geopoint", "capture-accuracy", Target::Control, "accuracyThreshold", Value::Number},
    {"geopoint", "warning-accuracy", Target::Control, "unacceptableAccuracyThreshold", Value::Number},
    {"audit", "track-changes", Target::Bind, "odk:track-changes", Value::YesNo},
    {"audit", "track-changes-reasons", Target::Bind, "odk:track-changes-reasons", Value::OnFormEdit},
    {"audit", "identify-user", Target::Bind, "odk:identify-user", Value::YesNo},
    {"audit", "location-priority", Target::Bind, "odk:location-priority", Value::Priority},
    {"audit", "location-min-interval", Target::Bind, "odk:location-min-interval", Value::Integer},
    {"audit", "location-max-age", Target::Bind, "odk:location-max-age", Value::Integer},
    {"select|select-file", "randomize", Target::Itself, "", Value::YesNo},
    {"select|select-file", "seed", Target::Itself, "", Value::Seed},
    {"select-file", "value", Target::Itself, "", Value::Name},
    {"select-file", "label", Target::Itself, "", Value::Name},
};

/// The pattern of a kind of value, and how to say it.
std::pair<QString, QString> shape(Value value)
{
    switch (value) {
    case Value::Text:
        return {QStringLiteral(".*"), {}};
    case Value::Integer:
        return {QStringLiteral("\\d+"), QStringLiteral("a whole number")};
    case Value::Number:
        return {QStringLiteral("[+-]?(\\d+\\.?\\d*|\\.\\d+)"), QStringLiteral("a number")};
    case Value::YesNo:
        return {QStringLiteral("true|false"), QStringLiteral("true or false")};
    case Value::Quality:
        return {QStringLiteral("normal|low|voice-only|external"),
                QStringLiteral("normal, low, voice-only or external")};
    case Value::OwnQuality:
        return {QStringLiteral("normal|low|voice-only"), QStringLiteral("normal, low or voice-only")};
    case Value::Priority:
        return {QStringLiteral("no-power|low-power|balanced|high-accuracy"),
                QStringLiteral("no-power, low-power, balanced or high-accuracy")};
    case Value::OnFormEdit:
        return {QStringLiteral("on-form-edit"), QStringLiteral("on-form-edit")};
    case Value::True:
        return {QStringLiteral("true|yes|true\\(\\)"), QStringLiteral("true")};
    case Value::Name:
        return {QStringLiteral("[A-Za-z_][A-Za-z0-9_.\\-]*"),
                QStringLiteral("the name of a column: letters, digits, _ - or .")};
    case Value::Package:
        return {QStringLiteral("[A-Za-z][A-Za-z0-9_]*(\\.[A-Za-z][A-Za-z0-9_]*)+"),
                QStringLiteral("the name of an Android package, as in org.example.camera")};
    case Value::Seed:
        return {QStringLiteral("\\$\\{.+\\}|[+-]?(\\d+\\.?\\d*|\\.\\d+)"),
                QStringLiteral("a number or a reference to a question")};
    }
    Q_UNREACHABLE();
}

QString parameterType(const SurveyElement &question)
{
    if (!question.isSelect())
        return question.type.name;
    return question.isFromFile ? QStringLiteral("select-file") : QStringLiteral("select");
}

QList<Parameter> parametersOf(const QString &type)
{
    QList<Parameter> all;
    for (const Parameter &parameter : knownParameters) {
        if (QString::fromLatin1(parameter.types).split(u'|').contains(type))
            all += parameter;
    }
    return all;
}

void setAttribute(XlsformAttributes &attributes, const char *name, const QString &value)
{
    attributes.append({QString::fromLatin1(name), value});
}

/// A range has a start, an end and a step in any case, and is decimal as soon as one of them is.
void completeRange(SurveyElement &question)
{
    static const std::pair<const char *, const char *> defaults[] = {
        {"start", "1"}, {"end", "10"}, {"step", "1"}};
    for (const auto &[name, value] : defaults) {
        const QString key = QString::fromLatin1(name);
        if (!question.parameters.contains(key))
            setAttribute(question.row.bodyAttributes, name, QString::fromLatin1(value));
        const QString given = question.parameters.value(key);
        if (given.contains(u'.') && given.toDouble() != 0)
            question.type.dataType = QStringLiteral("decimal");
    }
}

void checkAudit(const SurveyElement &question, const ParameterReport &report)
{
    const QStringList keys{QStringLiteral("location-priority"), QStringLiteral("location-min-interval"),
                           QStringLiteral("location-max-age")};
    QStringList missing;
    for (const QString &key : keys) {
        if (!question.parameters.contains(key))
            missing += key;
    }
    if (!missing.isEmpty() && missing.size() < keys.size())
        report(
            QStringLiteral("to record places %1 is needed, too").arg(missing.join(QLatin1String(" and "))));
    else if (missing.isEmpty() &&
             question.parameters[keys[2]].toLongLong() < question.parameters[keys[1]].toLongLong())
        report(QStringLiteral("%1 is to be at least %2").arg(keys[2], keys[1]));
}

}  // namespace

QHash<QString, QString> readParameters(const QString &cell, const ParameterReport &report)
{
    static const QRegularExpression blanks(QStringLiteral("\\s+"));
    QStringList pairs = cell.split(u';');
    if (pairs.size() == 1)
        pairs = cell.split(u',');
    if (pairs.size() == 1)
        pairs = cell.split(blanks);
    QHash<QString, QString> all;
    for (const QString &pair : std::as_const(pairs)) {
        const QString key = pair.section(u'=', 0, 0).trimmed().toLower();
        QString value = pair.section(u'=', 1, 1).trimmed();
        if (pair.trimmed().isEmpty())
            continue;
        if (!pair.contains(u'=') || key.isEmpty() || value.isEmpty()) {
            report(QStringLiteral("“%1” is no parameter; write name=value, separated by blanks")
                       .arg(pair.trimmed()));
            continue;
        }
        // Names are the author's own; all else is read without regard to case.
        const bool isName =
            key == QLatin1String("value") || key == QLatin1String("label") || value.contains(u'$');
        all.insert(key, isName ? value : value.toLower());
    }
    return all;
}

void applyParameters(SurveyElement &question, const ParameterReport &report)
{
    const QList<Parameter> known = parametersOf(parameterType(question));
    if (known.isEmpty())
        return;  // other types ignore what stands there
    QStringList names;
    for (const Parameter &parameter : known)
        names += QString::fromLatin1(parameter.name);
    for (auto it = question.parameters.cbegin(); it != question.parameters.cend(); ++it) {
        if (!names.contains(it.key()))
            report(QStringLiteral("“%1” is no parameter of this type, which takes: %2%3")
                       .arg(it.key(), names.join(QLatin1String(", ")), didYouMean(it.key(), names)));
    }
    for (const Parameter &parameter : known) {
        const QString value = question.parameters.value(QString::fromLatin1(parameter.name));
        if (value.isEmpty())
            continue;
        const auto [pattern, inWords] = shape(parameter.value);
        if (!QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(value).hasMatch())
            report(QStringLiteral("the parameter %1 is to be %2, not “%3”")
                       .arg(QLatin1String(parameter.name), inWords, value));
        if (parameter.target == Target::Bind)
            setAttribute(question.row.bindAttributes, parameter.attribute, value);
        else if (parameter.target == Target::Control)
            setAttribute(question.row.bodyAttributes, parameter.attribute,
                         parameter.value == Value::True ? QStringLiteral("true") : value);
        else if (parameter.target == Target::Action)
            setAttribute(question.actionAttributes, parameter.attribute, value);
    }
    if (question.type.name == QLatin1String("range"))
        completeRange(question);
    if (question.type.name == QLatin1String("audit"))
        checkAudit(question, report);
    const QString app = question.parameters.value(QStringLiteral("app"));
    const QString appearance = question.row.value(QLatin1String("appearance"));
    if (!app.isEmpty() && (appearance.isEmpty() || appearance == QLatin1String("annotate")))
        setAttribute(question.row.bodyAttributes, "intent", app);
    if (question.parameters.contains(QStringLiteral("seed")) &&
        !question.parameters.contains(QStringLiteral("randomize")))
        report(QStringLiteral("a seed needs randomize=true beside it"));
}

}  // namespace amparo::form
