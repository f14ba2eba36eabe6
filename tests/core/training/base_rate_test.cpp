#include "training/base_rate.h"

#include "support/catch.h"

using namespace amparo::training;

TEST_CASE("of 1,000 people with 14 affected, a test as good as RAFT flags 399 and is right about 14",
          "[training]")
{
    const BaseRate rate;
    CHECK(rate.affected() == 14);
    CHECK(rate.rightlyFlagged() == 14);
    CHECK(rate.wronglyFlagged() == 385);
    CHECK(rate.flagged() == 399);
    CHECK(rate.predictiveValue() == Approx(0.035).margin(0.0005));
}

TEST_CASE("with QYIT's figures about a quarter of the flags are right", "[training]")
{
    // 340 assessments, 8.8 % positive, 86.7 % sensitive, 76.5 % specific (Chisolm-Straker et al. 2019)
    CHECK(BaseRate{340, 0.088, 0.867, 0.765}.predictiveValue() == Approx(0.26).margin(0.01));
}

TEST_CASE("a test that flags nobody has no predictive value", "[training]")
{
    CHECK(BaseRate{100, 0, 1, 1}.predictiveValue() == 0);
}
