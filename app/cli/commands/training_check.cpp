#include "app/cli/commands/commands.h"
#include "resources/builtin_forms.h"
#include "training/rehearsal.h"
#include "training/scenario_reader.h"

#include <QDir>
#include <QFile>

namespace amparo::cli {

namespace {

const QString structureFile = QStringLiteral("scenario.json");

Result<training::ScenarioFiles> readFolder(const QString &path)
{
    const QDir folder(path);
    training::ScenarioFiles files;
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be read").arg(name));
        if (name == structureFile)
            files.structure = file.readAll();
        else
            files.texts.insert(name.chopped(int(qstrlen(".json"))), file.readAll());
    }
    if (files.structure.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no scenario.json in this folder"));
    return files;
}

Result<std::shared_ptr<const record::InterviewForm>> formOf(const training::Scenario &scenario)
{
    for (const form::FormPackage &package : resources::builtinForms()) {
        if (package.formId == scenario.formId)
            return record::readInterviewForm(package);
    }
    return failure(ErrorCode::InvalidInput, QStringLiteral("$.form: no questionnaire of this program"));
}

QString lossText(const training::Score &score)
{
    QStringList losses;
    for (const training::ExpectedSign &sign : score.missed)
        losses.append(QStringLiteral("$.key.signs: no answer of the key records %1").arg(sign.indicator));
    for (const QStringList &sign : score.unfounded)
        losses.append(QStringLiteral("$.key.answers: they record %1, which is neither a sign nor optional")
                          .arg(sign.join(u' ')));
    for (const QString &step : score.missedSteps)
        losses.append(QStringLiteral("$.key.steps: %1 cannot be made before deciding").arg(step));
    for (const int mistake : score.mistakes)
        losses.append(QStringLiteral("$.moves: in their order they break rule %1").arg(mistake));
    return losses.join(u'\n');
}

Outcome run(const Arguments &arguments)
{
    const auto files = readFolder(arguments.positional(0));
    if (!files)
        return failed(files.error());
    const auto scenario = training::readScenario(*files);
    if (!scenario)
        return failed(scenario.error());
    const auto form = formOf(*scenario);
    if (!form)
        return failed(form.error());
    const auto score = training::rehearse(*scenario, *form);
    if (!score)
        return failed(score.error());
    const bool isSound = score->total() == training::Score::whole;
    Answer answer;
    answer.exitCode = isSound ? ExitCode::Done : ExitCode::Refused;
    answer.json = {{QStringLiteral("valid"), isSound},
                   {QStringLiteral("id"), scenario->id},
                   {QStringLiteral("version"), scenario->version},
                   {QStringLiteral("grade"), training::gradeName(scenario->grade)},
                   {QStringLiteral("points"), score->total()}};
    answer.text = isSound ? QStringLiteral("%1 %2: %3, %4 moves, %5 signs, sound")
                                .arg(scenario->id, scenario->version, training::gradeName(scenario->grade))
                                .arg(scenario->moves.size())
                                .arg(scenario->key.signs.size())
                          : lossText(*score);
    return answer;
}

}  // namespace

Command trainingCheckCommand()
{
    return {
        QStringLiteral("training check"),
        QStringLiteral("say what is wrong with a training scenario"),
        QStringLiteral("Reads the folder, plays the scenario as its key says in the form it names, and ends "
                       "with 1 unless that reaches all points."),
        {{QStringLiteral("FOLDER"), QStringLiteral("scenario.json and its texts by language")}},
        {},
        run};
}

}  // namespace amparo::cli
