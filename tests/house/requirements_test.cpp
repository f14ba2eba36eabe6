// Each requirement of security has a test that bears its number, or a reason why it has none yet.

#include "support/catch.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>

namespace {

struct Requirement {
    QString number;
    QString openBecause;  // empty: tested
};

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        FAIL("cannot read " << path.toStdString());
    return QString::fromUtf8(file.readAll());
}

QList<Requirement> requirements()
{
    QList<Requirement> found;
    const QStringList lines = textOf(QStringLiteral(AMPARO_SOURCE "/tests/house/requirements.csv"))
                                  .split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines.mid(1))
        found.append({line.section(u',', 0, 0), line.section(u',', 2)});
    return found;
}

/// The numbers that test cases bear, in their names or their tags.
QSet<QString> testedNumbers()
{
    static const QRegularExpression testCase(QStringLiteral("TEST_CASE\\(([^{]*)\\{"));
    static const QRegularExpression number(QStringLiteral("\\[SEC-([A-Z]\\d+)\\]"));
    QSet<QString> tested;
    QDirIterator it(QStringLiteral(AMPARO_SOURCE "/tests"), {QStringLiteral("*_test.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        auto cases = testCase.globalMatch(textOf(it.next()));
        while (cases.hasNext()) {
            auto numbers = number.globalMatch(cases.next().captured(1));
            while (numbers.hasNext())
                tested.insert(numbers.next().captured(1));
        }
    }
    return tested;
}

}  // namespace

TEST_CASE("each requirement of security is tested, or says why not yet", "[house]")
{
    const QList<Requirement> all = requirements();
    const QSet<QString> tested = testedNumbers();
    CHECK(all.size() == 53);
    QSet<QString> known;
    for (const Requirement &requirement : all) {
        CAPTURE(requirement.number, requirement.openBecause);
        CHECK(tested.contains(requirement.number) == requirement.openBecause.isEmpty());
        known.insert(requirement.number);
    }
    CHECK((tested - known) == QSet<QString>());
}

TEST_CASE("[SEC-I7] each reader of foreign bytes has a fuzz target", "[house]")
{
    const QString targets = textOf(QStringLiteral(AMPARO_SOURCE "/tests/fuzz/CMakeLists.txt"));
    const QString reader = GENERATE(as<QString>(), QStringLiteral("csv"), QStringLiteral("note"), QStringLiteral("reference"),
                                    QStringLiteral("snapshot"), QStringLiteral("xform"),
                                    QStringLiteral("xlsx"), QStringLiteral("xpath"));
    CAPTURE(reader);
    CHECK(QFile::exists(QStringLiteral(AMPARO_SOURCE "/tests/fuzz/") + reader + QStringLiteral("_fuzz.cpp")));
    CHECK(targets.contains(reader));
    CHECK(textOf(QStringLiteral(AMPARO_SOURCE "/dev")).contains(reader));
}
