#include "resources/training/builtin_training.h"

#include <QDir>
#include <QFile>

#include <algorithm>

// As in builtin_forms.cpp: a static library's resources are linked only where something asks for them.
static void linkTraining() { Q_INIT_RESOURCE(training); }

namespace amparo::resources {

namespace {

const QString root = QStringLiteral(":/amparo/training");
const QString shared = QStringLiteral("common");
const QString structureFile = QStringLiteral("scenario.json");

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);  // the build put it there
    return opened ? file.readAll() : QByteArray();
}

QMap<QString, QByteArray> textsIn(const QDir &folder)
{
    QMap<QString, QByteArray> texts;
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (name != structureFile)
            texts.insert(name.chopped(int(qstrlen(".json"))), contentOf(folder.filePath(name)));
    }
    return texts;
}

}  // namespace

QMap<QString, training::ScenarioFiles> builtinScenarioFiles()
{
    linkTraining();
    QMap<QString, training::ScenarioFiles> all;
    for (const QString &name : QDir(root).entryList(QDir::Dirs)) {
        const QDir folder(root + QLatin1Char('/') + name);
        if (name != shared)
            all.insert(name, {contentOf(folder.filePath(structureFile)), textsIn(folder)});
    }
    return all;
}

QList<std::shared_ptr<const training::Scenario>> builtinScenarios()
{
    QList<std::shared_ptr<const training::Scenario>> scenarios;
    for (const training::ScenarioFiles &files : builtinScenarioFiles()) {
        auto scenario = training::readScenario(files);
        Q_ASSERT(scenario);  // the tests read each of them
        if (scenario)
            scenarios.append(std::make_shared<const training::Scenario>(std::move(*scenario)));
    }
    std::stable_sort(scenarios.begin(), scenarios.end(),
                     [](const auto &a, const auto &b) { return a->grade < b->grade; });
    return scenarios;
}

training::Rules builtinTrainingRules()
{
    linkTraining();
    auto rules = training::readRules(textsIn(QDir(root + QLatin1Char('/') + shared)));
    Q_ASSERT(rules);
    return rules.value_or(training::Rules());
}

}  // namespace amparo::resources
