#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "app/installed_forms.h"
#include "record/interview.h"
#include "traveller/mrz.h"

#include <QJsonDocument>

namespace amparo::cli {

namespace {

Result<QJsonObject> readAnswers(const QString &path)
{
    const auto bytes = readInput(path);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*bytes, &error);
    if (!document.isObject())
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("not a JSON object: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    return document.object();
}

/// The open shift; a script that screens without one begins it.
Result<ShiftId> shiftOf(store::Store &store)
{
    const auto current = store.shifts().current();
    if (!current)
        return tl::make_unexpected(current.error());
    if (*current)
        return (*current)->id;
    const auto opened = store.shifts().open(store.officer().id);
    if (!opened)
        return tl::make_unexpected(opened.error());
    return opened->id;
}

/// The path of a question named by its last step, or by the whole path.
QString pathOf(const record::Interview &interview, const QString &name)
{
    const QStringList paths = interview.session().fieldPaths();
    for (const QString &path : paths) {
        if (path == name || path.section(QLatin1Char('/'), -1) == name)
            return path;
    }
    return {};
}

Result<> applyTraveller(record::Interview &interview, const QJsonObject &input)
{
    const QString zone = input.value(QStringLiteral("mrz")).toString();
    if (!zone.isEmpty()) {
        const auto mrz = traveller::parseMrz(zone, systemClock().today());
        if (!mrz)
            return tl::make_unexpected(mrz.error());
        interview.setTraveller(traveller::fromMrz(*mrz));
        return {};
    }
    const QJsonObject typed = input.value(QStringLiteral("traveller")).toObject();
    traveller::Traveller who;
    who.surname = typed.value(QStringLiteral("surname")).toString();
    who.givenNames = typed.value(QStringLiteral("givenNames")).toString();
    who.documentNumber = typed.value(QStringLiteral("documentNumber")).toString();
    who.issuingState = typed.value(QStringLiteral("issuingState")).toString();
    who.nationality = typed.value(QStringLiteral("nationality")).toString();
    const QString born = typed.value(QStringLiteral("birthDate")).toString();
    if (!born.isEmpty()) {
        who.birthDate = QDate::fromString(born, Qt::ISODate);
        if (!who.birthDate->isValid())
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("traveller.birthDate is no date such as 1990-05-17"));
    }
    interview.setTraveller(who);
    return {};
}

Result<> applyAnswers(record::Interview &interview, const QJsonObject &answers)
{
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const QString path = pathOf(interview, it.key());
        if (path.isEmpty())
            return failure(ErrorCode::InvalidInput,
                           QStringLiteral("the form has no question %1").arg(it.key()));
        if (const auto set = interview.setAnswer(path, it.value().toVariant().toString()); !set)
            return tl::make_unexpected(
                Error{set.error().code, QStringLiteral("%1: %2").arg(it.key(), set.error().detail)});
    }
    return {};
}

/// Without a decision in the input nothing is decided, whatever the advice: a score never decides.
Result<> applyVerdict(record::Interview &interview, const QJsonObject &input)
{
    const QString decision = input.value(QStringLiteral("decision")).toString();
    const auto known = record::decisionFromName(decision);
    if (!known)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("decision is clear, second_line or urgent_protection"));
    interview.setVerdict(record::Verdict{*known, input.value(QStringLiteral("reason")).toString()});
    return {};
}

QString obstacleText(const QList<record::Obstacle> &obstacles)
{
    QStringList lines;
    for (const record::Obstacle &obstacle : obstacles) {
        if (obstacle.kind == record::Obstacle::Kind::Reason)
            lines.append(QStringLiteral("the decision departs from the advice and needs a reason"));
        else if (obstacle.kind == record::Obstacle::Kind::Decision)
            lines.append(QStringLiteral("there is no decision"));
        else
            lines.append(QStringLiteral("%1 is not answered as the form asks").arg(obstacle.path));
    }
    return lines.join(QStringLiteral("; "));
}

Result<record::FinalRecord> interviewFrom(store::Store &store, const QJsonObject &input)
{
    const auto forms = app::readInstalledForms(store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    const auto line =
        record::lineFromName(input.value(QStringLiteral("line")).toString(QStringLiteral("primary")));
    const auto form = line ? app::formOfLine(*forms, *line) : nullptr;
    if (!form)
        return failure(ErrorCode::NotFound,
                       QStringLiteral("no installed form serves that line (primary, second)"));
    const auto shift = shiftOf(store);
    if (!shift)
        return tl::make_unexpected(shift.error());
    const auto encounter = EncounterId::fromText(input.value(QStringLiteral("encounter")).toString());
    const record::Setting setting{nullptr, store.post(), store.officer(), *shift,
                                  input.value(QStringLiteral("language")).toString(QStringLiteral("en"))};
    auto interview = record::Interview::begin(form, encounter.value_or(EncounterId::create()), setting);
    if (!interview)
        return tl::make_unexpected(interview.error());
    Result<> done = applyTraveller(*interview, input);
    if (done)
        done = applyAnswers(*interview, input.value(QStringLiteral("answers")).toObject());
    if (done)
        done = applyVerdict(*interview, input);
    if (!done)
        return tl::make_unexpected(done.error());
    if (const auto obstacles = interview->obstacles(); !obstacles.isEmpty())
        return failure(ErrorCode::InvalidInput, obstacleText(obstacles));
    if (const auto made = store.screenings().create(interview->screening(), interview->answers()); !made)
        return tl::make_unexpected(made.error());
    return interview->finalise();
}

Outcome run(const Arguments &arguments)
{
    const QString path = arguments.positional(0).isEmpty() ? QStringLiteral("-") : arguments.positional(0);
    const auto input = readAnswers(path);
    if (!input)
        return failed(input.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    const auto final = interviewFrom(**store, *input);
    if (!final)
        return failed(final.error());
    if (const auto kept = (*store)->screenings().finalise(final->screening, final->submission.xml); !kept)
        return failed(kept.error());
    const record::Screening &screening = final->screening;
    QJsonObject json{{QStringLiteral("screening"), screening.id.toText()},
                     {QStringLiteral("encounter"), screening.encounter.toText()},
                     {QStringLiteral("instanceId"), screening.instanceId},
                     {QStringLiteral("decision"), record::decisionName(screening.verdict->decision)}};
    QString text = QStringLiteral("saved screening %1").arg(screening.id.toText());
    if (const auto &advice = screening.advice) {
        json.insert(QStringLiteral("band"), advice->band);
        json.insert(QStringLiteral("recommended"), record::decisionName(advice->recommended));
        json.insert(QStringLiteral("explanation"), advice->explanation);
        text += QLatin1Char('\n') + advice->explanation;
    }
    return Answer{json, text};
}

}  // namespace

Command screenCommand()
{
    return {
        QStringLiteral("screen"),
        QStringLiteral("screen one traveller from a JSON file and save the final record"),
        QStringLiteral(
            "{\"line\": \"primary\", \"mrz\": \"P<UTO…\", \"language\": \"es\", \"answers\": {\"gen_03\": "
            "\"yes\"}, \"decision\": \"second_line\", \"reason\": \"…\"}. Instead of a zone: "
            "\"traveller\": {\"surname\", \"givenNames\", \"documentNumber\", \"issuingState\", "
            "\"nationality\", \"birthDate\"}."),
        {{QStringLiteral("FILE"), QStringLiteral("the answers; left out or -: standard input"), true}},
        storeOptions(),
        run};
}

}  // namespace amparo::cli
