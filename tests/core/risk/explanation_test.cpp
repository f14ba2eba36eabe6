#include "risk/explanation.h"

#include "risk_support.h"
#include "support/golden.h"

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

Observations labelled(const char *indicators)
{
    Observations observations = allFired(QString::fromLatin1(indicators));
    for (Observation &observation : observations)
        observation.label = QStringLiteral("(label of %1)").arg(observation.indicator);
    return observations;
}

}  // namespace

TEST_CASE("an explanation says result, reason, what was recorded and what is not known", "[risk]")
{
    const char *language = GENERATE("en", "es", "pt-BR");
    CAPTURE(language);
    const QString tag = QString::fromLatin1(language);
    Observations observations = labelled("LAB-01 LAB-02 LAB-09 LAB-10 SMG-02 GEN-18 GEN-03");
    observations.last().answer = Answer::Unknown;
    observations[5].trigger = true;
    const QString rule = explanation(
        assess(shippedModel("delphi-trafficking"), observations, {false, Person::Exploitation::Unknown}),
        tag);
    CHECK(matchesGolden(QStringLiteral("risk/delphi_%1.txt").arg(tag), rule.toUtf8()));

    Observations seen = labelled("GEN-07 DOC-01");
    for (Observation &observation : seen) {
        observation.how = How::Observed;
        observation.strength = Strength::Medium;
    }
    const QString score = explanation(assess(shippedModel("primary-points"), seen, adult()), tag);
    CHECK(matchesGolden(QStringLiteral("risk/points_%1.txt").arg(tag), score.toUtf8()));
}

TEST_CASE("an empty result never says that nothing is wrong", "[risk]")
{
    const QString text =
        explanation(assess(shippedModel("primary-points"), {}, adult()), QStringLiteral("en"));
    CHECK(text.startsWith(QStringLiteral("No indicators recorded\n")));
    CHECK_FALSE(text.contains(QStringLiteral("no trafficking"), Qt::CaseInsensitive));
    CHECK_FALSE(text.contains(QStringLiteral("victim"), Qt::CaseInsensitive));
}
