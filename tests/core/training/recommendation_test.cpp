#include "training/recommendation.h"

#include "core/training/training_support.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::training;
using namespace amparo::test;

namespace {

const QDate today(2026, 5, 31);

std::shared_ptr<const Scenario> named(const char *id, Grade grade)
{
    auto scenario = std::make_shared<Scenario>(aScenario());
    scenario->id = QString::fromLatin1(id);
    scenario->grade = grade;
    return scenario;
}

record::TrainingResult result(const char *id, int daysAgo, bool passed, const char *version = "1")
{
    return {QString::fromLatin1(id),
            QString::fromLatin1(version),
            QDateTime(today.addDays(-daysAgo), QTime(9, 0), Qt::UTC),
            passed ? 90 : 40,
            passed,
            0};
}

QString nextOf(const QList<record::TrainingResult> &results)
{
    const auto next = nextToPractise(
        {named("hard", Grade::Hard), named("easy", Grade::Easy), named("mild", Grade::Easy)}, results, today);
    return next ? next->id : QString();
}

}  // namespace

TEST_CASE("what was never tried comes first, the easy ones before the hard", "[training]")
{
    CHECK(nextOf({}) == QStringLiteral("easy"));
    CHECK(nextOf({result("easy", 0, false)}) == QStringLiteral("mild"));
    CHECK(nextOf({result("mild", 0, true), result("easy", 9, true)}) == QStringLiteral("hard"));
    CHECK(nextOf({result("easy", 0, true, "0")}) == QStringLiteral("easy"));  // another version of it
}

TEST_CASE("then what was not passed when last tried", "[training]")
{
    CHECK(nextOf({result("mild", 0, false), result("mild", 1, true), result("hard", 0, false),
                  result("easy", 40, true)}) == QStringLiteral("mild"));
}

TEST_CASE("what was passed is due after a day, a week, a month", "[training]")
{
    const auto rest = [](QList<record::TrainingResult> results) {
        return nextOf(results +
                      QList<record::TrainingResult>{result("easy", 0, true), result("mild", 0, true)});
    };
    CHECK(rest({result("hard", 0, true)}).isEmpty());
    CHECK(rest({result("hard", 1, true)}) == QStringLiteral("hard"));
    CHECK(rest({result("hard", 6, true), result("hard", 7, true)}).isEmpty());
    CHECK(rest({result("hard", 7, true), result("hard", 8, true)}) == QStringLiteral("hard"));
    CHECK(rest({result("hard", 8, true), result("hard", 9, false), result("hard", 10, true)}) ==
          QStringLiteral("hard"));  // once in a row
    const auto manyTimes = [](int daysAgo) {
        QList<record::TrainingResult> results;
        for (int i = 0; i < 5; ++i)
            results.append(result("hard", daysAgo + i, true));
        return results;
    };
    CHECK(rest(manyTimes(29)).isEmpty());
    CHECK(rest(manyTimes(30)) == QStringLiteral("hard"));
}

TEST_CASE("of what is due, what has waited longest", "[training]")
{
    CHECK(nextOf({result("easy", 2, true), result("mild", 5, true), result("hard", 3, true)}) ==
          QStringLiteral("mild"));
}
