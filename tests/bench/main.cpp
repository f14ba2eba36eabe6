// Measures what the program promises, with its real parts on a real disk, and prints one JSON document.

#include "bench/benchmarks.h"
#include "bench/machine.h"

#include <QCommandLineParser>
#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

using namespace amparo;
using namespace amparo::bench;

struct Benchmark {
    const char *name;
    Figures (*measure)(const Plan &);
};
constexpr Benchmark benchmarks[]{
    {"start", measureStart},
    {"mrz", measureMrz},
    {"xpath", measureXPath},
    {"form", measureForm},
    {"engine", measureEngine},
    {"draft", measureDraft},
    {"finalise", measureFinalise},
    {"archive", measureArchive},
    {"audit", measureAudit},
    {"cipher", measureCipher},
    {"encounters", measureEncounters},
    {"gateway", measureGateway},
    {"crowd", measureCrowd},
    {"thin", measureThin},
    {"link", measureLink},
    {"outbox", measureOutbox},
};
const QStringList syncNames{QStringLiteral("gateway"), QStringLiteral("crowd"), QStringLiteral("thin"),
                            QStringLiteral("link"), QStringLiteral("outbox")};

struct Options {
    Plan plan;
    QStringList only;  ///< empty: all
    QString out;
};

QString benchmarkNames()
{
    QStringList names;
    for (const Benchmark &benchmark : benchmarks)
        names.append(QString::fromLatin1(benchmark.name));
    return names.join(u',');
}

Options readOptions(const QStringList &words)
{
    const QString name = QStringLiteral("NAME");
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Measures Amparo and prints JSON."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("folder"),
                      QStringLiteral("on the disk to measure; else the one for temporary files"),
                      QStringLiteral("FOLDER"), QDir::tempPath()});
    parser.addOption({QStringLiteral("out"), QStringLiteral("write the JSON into a file as well"),
                      QStringLiteral("FILE")});
    parser.addOption(
        {QStringLiteral("only"), QStringLiteral("some of ") + benchmarkNames(), QStringLiteral("NAMES")});
    parser.addOption(
        {QStringLiteral("program"), QStringLiteral("the desktop to start; else the one beside this program"),
         QStringLiteral("FILE"), QCoreApplication::applicationDirPath() + QStringLiteral("/amparo")});
    parser.addOption(
        {QStringLiteral("quick"), QStringLiteral("few samples, 2,000 records: whether all works")});
    parser.addOption({QStringLiteral("records"),
                      QStringLiteral("how many the archive holds; else 100,000, and 1,000,000 is promised"),
                      QStringLiteral("NUMBER")});
    parser.addPositionalArgument(QStringLiteral("sync"),
                                 QStringLiteral("what has to do with servers and links"),
                                 QStringLiteral("[sync]"));
    parser.process(words);
    Options options;
    options.plan.folder = parser.value(QStringLiteral("folder"));
    options.plan.program = parser.value(QStringLiteral("program"));
    if (parser.isSet(QStringLiteral("quick"))) {
        options.plan.samples = 20;
        options.plan.slowSamples = 2;
        options.plan.records = 2000;
    }
    if (parser.isSet(QStringLiteral("records")))
        options.plan.records = std::max(1, parser.value(QStringLiteral("records")).toInt());
    options.only = parser.value(QStringLiteral("only")).split(u',', Qt::SkipEmptyParts);
    if (parser.positionalArguments().contains(QLatin1String("sync")))
        options.only.append(syncNames);
    options.out = parser.value(QStringLiteral("out"));
    return options;
}

/// Figures, and what could not be measured, with the reason.
QJsonObject measureAll(const Options &options)
{
    QJsonArray figures;
    QJsonArray failures;
    for (const Benchmark &benchmark : benchmarks) {
        const QString name = QString::fromLatin1(benchmark.name);
        if (!options.only.isEmpty() && !options.only.contains(name))
            continue;
        std::fprintf(stderr, "measuring: %s\n", benchmark.name);
        const Figures measured = benchmark.measure(options.plan);
        if (!measured) {
            std::fprintf(stderr, "amparo-bench: %s: %s\n", benchmark.name,
                         qPrintable(measured.error().detail));
            failures.append(QJsonObject{{QStringLiteral("benchmark"), name},
                                        {QStringLiteral("error"), codeName(measured.error().code)},
                                        {QStringLiteral("detail"), measured.error().detail}});
            continue;
        }
        for (const Figure &figure : *measured)
            figures.append(toJson(figure));
    }
    return {{QStringLiteral("machine"), describeMachine(options.plan.folder)},
            {QStringLiteral("figures"), figures},
            {QStringLiteral("failures"), failures}};
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

}  // namespace

int main(int argc, char **argv)
{
    // The PDF needs fonts, not a display; only the desktop that is started has its windows on one.
    char platform[] = "-platform";
    char offscreen[] = "offscreen";
    char *arguments[] = {argv[0], platform, offscreen, nullptr};
    int count = 3;
    QGuiApplication application(count, arguments);
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    Options options = readOptions(words);

    const QTemporaryDir folder(options.plan.folder + QStringLiteral("/amparo-bench-XXXXXX"));
    if (!folder.isValid()) {
        std::fprintf(stderr, "amparo-bench: %s\n", qPrintable(folder.errorString()));
        return 1;
    }
    options.plan.folder = folder.path();
    const QJsonObject report = measureAll(options);
    const QByteArray json = QJsonDocument(report).toJson();
    std::fwrite(json.constData(), 1, std::size_t(json.size()), stdout);
    if (!options.out.isEmpty() && !writeFile(options.out, json)) {
        std::fprintf(stderr, "amparo-bench: cannot write %s\n", qPrintable(options.out));
        return 1;
    }
    return report.value(QStringLiteral("failures")).toArray().isEmpty() ? 0 : 1;
}
