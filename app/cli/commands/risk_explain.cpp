#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/risk_form.h"
#include "app/cli/screening_input.h"
#include "risk/explanation.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

const QString languageName = QStringLiteral("language");

/// The answers by question. A member "child" says who is meant: an adult, unless it is true.
Result<QMap<QString, QString>> answersOf(const QJsonObject &json, const form::FormDefinition &definition)
{
    Result<QMap<QString, QString>> answers = readAnswers(json.value(QLatin1String("answers")).toObject(json));
    const QString child = childField(definition);
    const bool saysWho = json.contains(QLatin1String("answers")) && !child.isEmpty();
    if (answers && saysWho && !answers->contains(child) && !answers->contains(child.section(u'/', -1)))
        answers->insert(child, json.value(QLatin1String("child")).toBool() ? QStringLiteral("yes")
                                                                           : QStringLiteral("no"));
    return answers;
}

QJsonObject reasonToJson(const risk::Reason &reason, const QString &language)
{
    return {{QStringLiteral("rule"), reason.rule}, {QStringLiteral("text"), reason.text.in(language)}};
}

QJsonArray observationsToJson(const risk::Observations &observations)
{
    QJsonArray array;
    for (const risk::Observation &one : observations)
        array.append(
            QJsonObject{{QStringLiteral("indicator"), one.indicator},
                        {QStringLiteral("item"), one.item},
                        {QStringLiteral("strength"),
                         one.strength ? QJsonValue(risk::strengthName(*one.strength)) : QJsonValue()},
                        {QStringLiteral("how"), risk::howName(one.how)},
                        {QStringLiteral("question"), one.question},
                        {QStringLiteral("label"), one.label}});
    return array;
}

QJsonArray dimensionsToJson(const QList<risk::DimensionResult> &dimensions, const QString &language)
{
    QJsonArray array;
    for (const risk::DimensionResult &one : dimensions)
        array.append(QJsonObject{{QStringLiteral("code"), one.dimension.code},
                                 {QStringLiteral("label"), one.dimension.label.in(language)},
                                 {QStringLiteral("strong"), one.counts.strong},
                                 {QStringLiteral("medium"), one.counts.medium},
                                 {QStringLiteral("weak"), one.counts.weak},
                                 {QStringLiteral("positive"), one.isPositive()},
                                 {QStringLiteral("clause"), risk::clauseName(one.clause)},
                                 {QStringLiteral("items"), QJsonArray::fromStringList(one.items)}});
    return array;
}

QJsonObject bandToJson(const risk::Band &band, bool child, const QString &language)
{
    return {{QStringLiteral("code"), band.code},
            {QStringLiteral("level"), band.level},
            {QStringLiteral("label"), band.label.in(language)},
            {QStringLiteral("action"), band.actionFor(child).in(language)}};
}

QJsonObject toJson(const RiskForm &form, const risk::Assessment &a, const QStringList &notApplied,
                   const QString &language)
{
    QJsonArray triggers;
    for (const risk::Reason &reason : a.triggers)
        triggers.append(reasonToJson(reason, language));
    QJsonArray tracks;
    for (const risk::TrackResult &track : a.tracks) {
        QJsonObject json = bandToJson(track.band, a.child, language);
        json.insert(QStringLiteral("track"), track.code);
        json.insert(QStringLiteral("recommendation"),
                    track.recommendation ? QJsonValue(risk::recommendationName(*track.recommendation))
                                         : QJsonValue());
        json.insert(QStringLiteral("fired"), observationsToJson(track.fired));
        tracks.append(json);
    }
    QJsonArray profiles;
    for (const risk::DelphiResult &profile : a.profiles)
        profiles.append(
            QJsonObject{{QStringLiteral("code"), profile.profile.code},
                        {QStringLiteral("label"), profile.profile.label.in(language)},
                        {QStringLiteral("band"), profile.decided.band},
                        {QStringLiteral("dimensions"), dimensionsToJson(profile.dimensions, language)}});
    return {{QStringLiteral("form"), form.definition->formId()},
            {QStringLiteral("model"), a.modelId},
            {QStringLiteral("modelVersion"), a.modelVersion},
            {QStringLiteral("status"), a.status.in(language)},
            {QStringLiteral("notice"), a.notice.in(language)},
            {QStringLiteral("child"), a.child},
            {QStringLiteral("band"), bandToJson(a.band, a.child, language)},
            {QStringLiteral("recommendation"), risk::recommendationName(a.recommendation)},
            {QStringLiteral("reason"), reasonToJson(a.reason, language)},
            {QStringLiteral("triggers"), triggers},
            {QStringLiteral("tracks"), tracks},
            {QStringLiteral("points"), a.points ? QJsonValue(*a.points) : QJsonValue()},
            {QStringLiteral("profiles"), profiles},
            {QStringLiteral("fired"), observationsToJson(a.fired)},
            {QStringLiteral("notCounted"), observationsToJson(a.notCounted)},
            {QStringLiteral("observedOnly"), a.observedOnly},
            {QStringLiteral("asked"), a.asked},
            {QStringLiteral("answered"), a.asked - a.unanswered.size()},
            {QStringLiteral("unanswered"), observationsToJson(a.unanswered)},
            {QStringLiteral("notApplied"), QJsonArray::fromStringList(notApplied)}};
}

QString toText(const RiskForm &form, const risk::Assessment &a, const QStringList &notApplied,
               const QString &language)
{
    QString heading = QStringLiteral("%1 %2").arg(form.definition->formId(), form.definition->version());
    if (!childField(*form.definition).isEmpty())
        heading +=
            a.child ? QStringLiteral(", answered for a child") : QStringLiteral(", answered for an adult");
    QStringList lines{heading, QString(), risk::explanation(a, language), QString(),
                      QStringLiteral("band %1, advice %2, by %3")
                          .arg(a.band.code, risk::recommendationName(a.recommendation), a.reason.rule)};
    for (const risk::Reason &trigger : a.triggers)
        lines.append(QStringLiteral("%1: %2").arg(trigger.rule, trigger.text.in(language)));
    for (const risk::TrackResult &track : a.tracks)
        lines.append(QStringLiteral("track %1: %2").arg(track.code, track.band.code));
    for (const risk::DelphiResult &profile : a.profiles) {
        QStringList counts;
        for (const risk::DimensionResult &one : profile.dimensions)
            counts.append(QStringLiteral("%1 %2/%3/%4%5")
                              .arg(one.dimension.code)
                              .arg(one.counts.strong)
                              .arg(one.counts.medium)
                              .arg(one.counts.weak)
                              .arg(one.isPositive() ? QStringLiteral("+") : QString()));
        lines.append(QStringLiteral("profile %1, strong/medium/weak, + positive: %2: %3")
                         .arg(profile.profile.code, counts.join(QLatin1String("  ")), profile.decided.band));
    }
    lines.append(
        QStringLiteral("answered: %1 of %2 indicators").arg(a.asked - a.unanswered.size()).arg(a.asked));
    if (!notApplied.isEmpty())
        lines.append(
            QStringLiteral("answered, but does not apply: %1").arg(notApplied.join(QLatin1String(", "))));
    return lines.join(u'\n');
}

Outcome run(const Arguments &arguments)
{
    const Result<RiskForm> form = readRiskForm(arguments);
    if (!form)
        return failed(form.error());
    const auto json =
        readJsonObject(arguments.positional(1).isEmpty() ? QStringLiteral("-") : arguments.positional(1),
                       QStringLiteral("the answers are"));
    if (!json)
        return failed(json.error());
    const auto answers = answersOf(*json, *form->definition);
    if (!answers)
        return failed(answers.error());
    Result<form::Session> session = blankFilling(*form, arguments.value(languageName));
    if (!session)
        return failed(session.error());
    const auto notApplied = answerAll(*session, *answers);
    if (!notApplied)
        return failed(notApplied.error());
    const risk::Assessment assessment = assessFilling(*form, *session);
    const QString language = session->language();
    return Answer{toJson(*form, assessment, *notApplied, language),
                  toText(*form, assessment, *notApplied, language)};
}

}  // namespace

Command riskExplainCommand()
{
    return {QStringLiteral("risk explain"),
            QStringLiteral("tell what a risk model makes of answers, and why"),
            QStringLiteral(
                "{\"child\": false, \"answers\": {\"gen_01\": \"yes\", \"b6_way\": [\"danger\"]}}: by the "
                "name or path of a question.\n"
                "Or the answers alone; traveller_child is then as the form begins: a child, until "
                "somebody knows better.\n"
                "Nothing is kept. With --model a changed model can be tried before it is published."),
            {riskFormPositional,
             {QStringLiteral("ANSWERS"), QStringLiteral("JSON file; left out or -: standard input"), true}},
            riskFormOptions() + QList<Option>{{languageName, QStringLiteral("language of the reasons"),
                                               QStringLiteral("TAG")}},
            run};
}

}  // namespace amparo::cli
