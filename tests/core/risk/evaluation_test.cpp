#include "risk/evaluation.h"

#include "risk_support.h"

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

QStringList list(const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); }

/// What the primary line makes of indicators, blank-separated; "" is none.
Assessment primary(const char *indicators)
{
    static const Model model = shippedModel("primary-points");
    Observations observations = allFired(QString::fromLatin1(indicators));
    for (Observation &observation : observations) {
        const bool asksForHelp = observation.indicator == QLatin1String("GEN-18");
        observation.strength = asksForHelp ? Strength::Strong : Strength::Medium;
    }
    return assess(model, observations, adult());
}

}  // namespace

TEST_CASE("bands rise with level and advice, and within both as the rules say", "[risk]")
{
    CHECK(bandsInRisingOrder(shippedModel("primary-points")) ==
          list("none_recorded inform second_line second_line_now urgent_protection"));
    CHECK(bandsInRisingOrder(shippedModel("delphi-trafficking")) ==
          list("none_recorded below_threshold vulnerable control_before_exploitation exploitation "
               "exploitation_under_control means_and_exploitation tip_full tip_child"));
}

TEST_CASE("an evaluation counts advice, bands and points against what became known", "[risk]")
{
    const Model model = shippedModel("primary-points");
    Evaluation evaluation(model);
    evaluation.add(primary(""), false);                            // none_recorded, 0 points
    evaluation.add(primary(""), true);                             // missed
    evaluation.add(primary("GEN-07"), false);                      // inform, 2
    evaluation.add(primary("GEN-01 GEN-03"), false);               // second_line, 4: a false alarm
    evaluation.add(primary("GEN-01 GEN-03"), true);                // second_line, 4
    evaluation.add(primary("GEN-01 GEN-03 GEN-05 GEN-07"), true);  // second_line_now, 8
    evaluation.add(primary("GEN-18"), true);                       // urgent by trigger, 4

    CHECK(evaluation.advice() == Confusion{3, 1, 1, 2});
    const QList<Threshold> bands = evaluation.bandThresholds();
    REQUIRE(bands.size() == 4);
    CHECK(bands[0].from == QStringLiteral("inform"));
    CHECK(bands[0].confusion == Confusion{3, 2, 1, 1});
    CHECK(bands[1].confusion == Confusion{3, 1, 1, 2});
    CHECK(bands[2].confusion == Confusion{2, 0, 2, 3});
    CHECK(bands[3].from == QStringLiteral("urgent_protection"));
    CHECK(bands[3].confusion == Confusion{1, 0, 3, 3});

    const QList<Threshold> points = evaluation.pointsThresholds();
    REQUIRE(points.size() == 3);
    CHECK(points[1].from == QStringLiteral("4"));
    CHECK(points[1].confusion == Confusion{3, 1, 1, 2});
    CHECK(points[2].confusion == Confusion{1, 0, 3, 3});

    // Of 4 × 3 pairs: urgent and second_line_now win 3 each, second_line 2.5, the missed one half.
    REQUIRE(evaluation.bandArea());
    CHECK(evaluation.bandArea()->area == Approx(9.0 / 12));
    // By points the trigger's 4 ties with the false alarm's 4.
    REQUIRE(evaluation.pointsArea());
    CHECK(evaluation.pointsArea()->area == Approx(8.5 / 12));
    CHECK(evaluation.cautions() == QList<Caution>{Caution::FewWithOutcome, Caution::FewWithoutOutcome});
}

TEST_CASE("a track alone makes somebody flagged", "[risk]")
{
    Evaluation evaluation(shippedModel("delphi-trafficking"));
    evaluation.add(assess(shippedModel("delphi-trafficking"), allFired(QStringLiteral("SMG-02")), adult()),
                   true);
    CHECK(evaluation.advice() == Confusion{1, 0, 0, 0});
    CHECK_FALSE(evaluation.pointsArea());
    CHECK(evaluation.pointsThresholds().isEmpty());
    CHECK(evaluation.cautions() == QList<Caution>{Caution::FewWithOutcome, Caution::NoneWithoutOutcome});
}

TEST_CASE("a hundred of each are enough to say so", "[risk]")
{
    Evaluation evaluation(shippedModel("primary-points"));
    CHECK(evaluation.cautions() == QList<Caution>{Caution::NoneWithOutcome, Caution::NoneWithoutOutcome});
    for (int i = 0; i < 100; ++i) {
        evaluation.add(primary(""), false);
        evaluation.add(primary("GEN-18"), true);
    }
    CHECK(evaluation.cautions().isEmpty());
    CHECK(cautionName(Caution::FewWithOutcome) == QStringLiteral("few_with_outcome"));
}
