#include "app/cli/screening_input.h"

#include <QJsonArray>

namespace amparo::cli {

namespace {

tl::unexpected<Error> wrong(const QString &member, const QString &why)
{
    return failure(ErrorCode::InvalidInput, QStringLiteral("\"%1\" %2").arg(member, why));
}

QString text(const QJsonObject &json, const char *name) { return json.value(QLatin1String(name)).toString(); }

/// A day in ISO 8601; nullopt where it is left out.
Result<std::optional<QDate>> day(const QJsonObject &json, const char *name)
{
    const QString written = text(json, name);
    if (written.isEmpty())
        return std::optional<QDate>();
    const QDate date = QDate::fromString(written, Qt::ISODate);
    if (!date.isValid())
        return wrong(QLatin1String(name), QStringLiteral("is no date such as 1990-05-17"));
    return std::optional(date);
}

Result<traveller::Traveller> typedTraveller(const QJsonObject &json)
{
    traveller::Traveller traveller;
    traveller.surname = text(json, "surname");
    traveller.givenNames = text(json, "givenNames");
    traveller.documentCode = text(json, "documentCode");
    traveller.documentNumber = text(json, "documentNumber");
    traveller.issuingState = text(json, "issuingState");
    traveller.nationality = text(json, "nationality");
    const auto birth = day(json, "birthDate");
    if (!birth)
        return tl::make_unexpected(birth.error());
    traveller.birthDate = *birth;
    const auto expiry = day(json, "expiryDate");
    if (!expiry)
        return tl::make_unexpected(expiry.error());
    traveller.expiryDate = *expiry;
    const QString sex = text(json, "sex");
    const auto known = valueOf(traveller::sexNames, sex);
    if (!sex.isEmpty() && !known)
        return wrong(QStringLiteral("sex"), QStringLiteral("is none of female, male, x, unspecified"));
    traveller.sex = known.value_or(traveller::Sex::Unspecified);
    return traveller;
}

Result<> readTraveller(const QJsonObject &json, QDate today, ScreeningInput &input)
{
    const QString zone = text(json, "mrz");
    if (zone.isEmpty()) {
        return typedTraveller(json.value(QLatin1String("traveller")).toObject())
            .map([&](const auto &traveller) { input.traveller = traveller; });
    }
    return traveller::parseMrz(zone, today).map([&](const traveller::Mrz &mrz) {
        input.traveller = traveller::fromMrz(mrz);
        input.isSpecimen = mrz.warnings.testFlag(traveller::Mrz::Warning::Specimen);
    });
}

/// As a form holds it: several choices are separated by blanks.
std::optional<QString> answerText(const QJsonValue &value)
{
    if (value.isString() || value.isDouble())
        return value.toVariant().toString();
    if (!value.isArray())
        return std::nullopt;
    QStringList choices;
    for (const QJsonValue &choice : value.toArray())
        choices.append(choice.toString());
    return choices.join(u' ');
}

Result<> readVerdict(const QJsonObject &json, ScreeningInput &input)
{
    const QString decision = text(json, "decision");
    if (decision.isEmpty())
        return {};
    const auto known = record::decisionFromName(decision);
    if (!known)
        return wrong(QStringLiteral("decision"),
                     QStringLiteral("is none of clear, second_line, urgent_protection"));
    input.verdict = record::Verdict{*known, text(json, "reason")};
    return {};
}

/// The path of the one question with that name, which may also be a whole path.
Result<QString> pathOf(const form::Session &session, const QString &name)
{
    const QStringList paths = session.fieldPaths();
    QStringList found;
    for (const QString &path : paths) {
        if (path == name)
            return path;
        if (path.section(u'/', -1) == name)
            found.append(path);
    }
    if (found.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("the form has no question \"%1\"").arg(name));
    if (found.size() > 1)
        return failure(ErrorCode::Conflict,
                       QStringLiteral("\"%1\" may be %2").arg(name, found.join(QLatin1String(" or "))));
    return found.first();
}

}  // namespace

Result<QMap<QString, QString>> readAnswers(const QJsonObject &json)
{
    QMap<QString, QString> answers;
    for (auto it = json.begin(); it != json.end(); ++it) {
        const std::optional<QString> answer = answerText(it.value());
        if (!answer)
            return wrong(it.key(), QStringLiteral("is no text, number or list of choices"));
        answers.insert(it.key(), *answer);
    }
    return answers;
}

Result<ScreeningInput> readScreeningInput(const QJsonObject &json, QDate today)
{
    ScreeningInput input;
    const QString line = json.value(QLatin1String("line")).toString(QStringLiteral("primary"));
    if (!record::lineFromName(line))
        return wrong(QStringLiteral("line"), QStringLiteral("is neither primary nor second"));
    const auto purpose = record::purposeFromName(json.value(QLatin1String("purpose")).toString(line));
    if (!purpose)
        return wrong(QStringLiteral("purpose"), QStringLiteral("is no purpose of a form"));
    input.purpose = *purpose;
    input.language = json.value(QLatin1String("language")).toString(QStringLiteral("en"));
    const QString encounter = text(json, "encounter");
    const auto known = EncounterId::fromText(encounter);
    if (!encounter.isEmpty() && !known)
        return wrong(QStringLiteral("encounter"), QStringLiteral("is no id"));
    input.encounter = known.value_or(EncounterId::create());
    return readTraveller(json, today, input)
        .and_then([&] { return readAnswers(json.value(QLatin1String("answers")).toObject()); })
        .map([&](const auto &answers) { input.answers = answers; })
        .and_then([&] { return readVerdict(json, input); })
        .map([&] { return input; });
}

Result<> fill(record::Interview &interview, const ScreeningInput &input)
{
    interview.setTraveller(input.traveller);
    for (auto it = input.answers.begin(); it != input.answers.end(); ++it) {
        const Result<QString> path = pathOf(interview.session(), it.key());
        if (!path)
            return tl::make_unexpected(path.error());
        if (const Result<> set = interview.setAnswer(*path, it.value()); !set)
            return failure(set.error().code, QStringLiteral("%1: %2").arg(it.key(), set.error().detail));
    }
    interview.setVerdict(input.verdict);
    return {};
}

QString obstacleText(const QList<record::Obstacle> &obstacles)
{
    QStringList sentences;
    for (const record::Obstacle &obstacle : obstacles) {
        switch (obstacle.kind) {
        case record::Obstacle::Kind::Answer:
            sentences.append(QStringLiteral("%1 is not answered as the form asks").arg(obstacle.path));
            break;
        case record::Obstacle::Kind::Decision:
            sentences.append(QStringLiteral("there is no decision"));
            break;
        case record::Obstacle::Kind::Reason:
            sentences.append(QStringLiteral("the decision departs from the advice and needs a reason"));
            break;
        }
    }
    return sentences.join(QLatin1String("; "));
}

}  // namespace amparo::cli
