#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/open_store.h"
#include "app/cli/screening_input.h"
#include "app/installed_forms.h"

namespace amparo::cli {

namespace {

Result<ScreeningInput> readInputFile(const QString &path)
{
    return readJsonObject(path, QStringLiteral("the input is")).and_then([](const QJsonObject &json) {
        return readScreeningInput(json, systemClock().today());
    });
}

/// The open shift; a script that screens without one begins it.
Result<ShiftId> shiftOf(store::Store &store)
{
    const auto current = store.shifts().current();
    if (!current)
        return tl::make_unexpected(current.error());
    if (*current)
        return (*current)->id;
    return store.shifts().open().map([](const record::Shift &shift) { return shift.id; });
}

Result<record::Interview> interviewOf(store::Store &store, const ScreeningInput &input)
{
    const auto forms = app::readInstalledForms(store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    const app::InterviewFormPtr form = app::formFor(*forms, input.purpose);
    if (!form)
        return failure(
            ErrorCode::NotFound,
            QStringLiteral("no installed form has the purpose %1").arg(record::purposeName(input.purpose)));
    const Result<ShiftId> shift = shiftOf(store);
    if (!shift)
        return tl::make_unexpected(shift.error());
    const record::Setting setting{&systemClock(), store.post(), store.officer(), *shift, input.language};
    Result<record::Interview> interview = record::Interview::begin(form, input.encounter, setting);
    if (!interview)
        return interview;
    if (const Result<> filled = fill(*interview, input); !filled)
        return tl::make_unexpected(filled.error());
    if (const QList<record::Obstacle> obstacles = interview->obstacles(); !obstacles.isEmpty())
        return failure(ErrorCode::Conflict, obstacleText(obstacles));
    return interview;
}

/// Begins the record and makes it final, as the desktop does.
Result<record::Screening> keep(store::Store &store, record::Interview &interview)
{
    const record::Screening draft = interview.screening();
    const QByteArray answers = interview.answers();
    const Result<record::FinalRecord> final = interview.finalise();
    if (!final)
        return tl::make_unexpected(final.error());
    return store.screenings()
        .create(draft, answers)
        .and_then([&] {
            return store.screenings().finalise(final->screening, final->submission.xml, final->files, final->links);
        })
        .map([&] { return final->screening; });
}

Answer answerWith(const record::Screening &screening)
{
    Answer answer;
    answer.json = {{QStringLiteral("screening"), screening.id.toText()},
                   {QStringLiteral("encounter"), screening.encounter.toText()},
                   {QStringLiteral("instanceId"), screening.instanceId},
                   {QStringLiteral("decision"), record::decisionName(screening.verdict->decision)}};
    answer.text = QStringLiteral("saved screening %1").arg(screening.id.toText());
    if (const auto &advice = screening.advice) {
        answer.json.insert(QStringLiteral("band"), advice->band);
        answer.json.insert(QStringLiteral("level"), advice->level);
        answer.json.insert(QStringLiteral("recommended"), record::decisionName(advice->recommended));
        answer.json.insert(QStringLiteral("explanation"), advice->explanation);
        answer.json.insert(QStringLiteral("unanswered"), advice->unanswered);
        answer.text += u'\n' + advice->explanation;
    }
    return answer;
}

Outcome run(const Arguments &arguments)
{
    const QString path = arguments.positional(0).isEmpty() ? QStringLiteral("-") : arguments.positional(0);
    const Result<ScreeningInput> input = readInputFile(path);
    if (!input)
        return failed(input.error());
    const auto store = openStore(arguments);
    if (!store)
        return failed(store.error());
    if (input->isSpecimen && !(*store)->post().demo)
        return failed(
            {ErrorCode::InvalidInput, QStringLiteral("a specimen document is for demo posts only")});
    Result<record::Interview> interview = interviewOf(**store, *input);
    if (!interview)
        return failed(interview.error());
    const Result<record::Screening> kept = keep(**store, *interview);
    if (!kept)
        return failed(kept.error());
    return answerWith(*kept);
}

}  // namespace

Command screenCommand()
{
    return {QStringLiteral("screen"),
            QStringLiteral("screen one traveller from a JSON file and save the final record"),
            QStringLiteral("{\"line\": \"primary\", \"mrz\": \"P<PER…\", \"language\": \"es\", \"answers\": "
                           "{\"gen_03\": \"yes\"},\n"
                           " \"decision\": \"second_line\", \"reason\": \"…\"}\n"
                           "Instead of a zone: \"traveller\": {\"surname\", \"givenNames\", "
                           "\"documentCode\", \"documentNumber\",\n"
                           "\"issuingState\", \"nationality\", \"birthDate\", \"sex\", \"expiryDate\"}. "
                           "\"encounter\" joins the second\n"
                           "line to the first. \"purpose\" instead of \"line\" names another form: minors, "
                           "protection … Nothing is\n"
                           "decided unless \"decision\" does; one that departs from the advice needs a "
                           "\"reason\". Begins a shift\n"
                           "where none is open."),
            {{QStringLiteral("FILE"), QStringLiteral("the answers; left out or -: standard input"), true}},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
