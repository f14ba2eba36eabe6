#include "risk/observe.h"

#include "form/form_source.h"
#include "risk_support.h"
#include "support/fixed_clock.h"
#include "support/text.h"

#include <algorithm>

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

/// A form of the kinds of indicator that there are.
form::Session session()
{
    static const QByteArray xform = R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:amparo="urn:amparo:xforms:1">
<h:head><h:title>t</h:title><model>
<instance><data id="t" version="1"><plain/><listed/><reckoned/><gate/><behind/><both/><different/></data></instance>
<instance id="different"><root>
  <item><name>none</name><label>Nothing</label></item><item><name>not_asked</name><label>Not asked</label></item>
  <item><name>job</name><label>The job</label><amparo_indicator>LAB-01</amparo_indicator><amparo_item>DR.job</amparo_item></item>
  <item><name>work</name><label>The work</label><amparo_indicator>LAB-01</amparo_indicator><amparo_item>DR.job</amparo_item></item>
  <item><name>way</name><label>The way</label><amparo_indicator>SMG-02</amparo_indicator><amparo_item>SM.danger</amparo_item>
    <amparo_strength>strong</amparo_strength></item>
</root></instance>
<bind nodeset="/data/plain" type="string" amparo:indicator="GEN-18" amparo:strength="strong" amparo:how="observed" amparo:trigger="yes"/>
<bind nodeset="/data/listed" type="string" amparo:indicator="GEN-05" amparo:item="RV.information_lack" amparo:fires="does_not_know unsure"/>
<bind nodeset="/data/reckoned" type="string" amparo:indicator="LAB-09" amparo:item="EX.hours" amparo:fires="=number(.) &gt; 60"/>
<bind nodeset="/data/gate" type="string"/>
<bind nodeset="/data/behind" type="string" relevant="/data/gate = 'yes'" amparo:indicator="LAB-10" amparo:item="EX.pay"/>
<bind nodeset="/data/both" type="string" amparo:indicator="GEN-01  GEN-02" amparo:dimension="XX" amparo:item="CR.isolation"/>
<bind nodeset="/data/different" type="string" amparo:indicator="choices"/>
</model></h:head>
<h:body>
<input ref="/data/plain"><label>Asks for help</label></input><input ref="/data/listed"><label>Destination</label></input>
<input ref="/data/reckoned"><label>Hours</label></input><input ref="/data/gate"><label>Worked</label></input>
<input ref="/data/behind"><label>Paid</label></input><input ref="/data/both"><label>Companion</label></input>
<select ref="/data/different"><label>Different?</label>
<itemset nodeset="instance('different')/root/item"><value ref="name"/><label ref="label"/></itemset></select>
</h:body></h:html>)";
    static FixedClock clock;
    const auto read = form::readForm(xform, {});
    for (const form::Problem &problem : read.problems)
        UNSCOPED_INFO(problem.message.toStdString());
    REQUIRE(read.definition);
    form::SessionOptions options;
    options.clock = &clock;
    return require(form::Session::start(read.definition, options));
}

Observation observed(const form::Session &session, const char *indicator)
{
    for (const Observation &observation : observe(session)) {
        if (observation.indicator == QLatin1String(indicator))
            return observation;
    }
    FAIL("not observed: " << indicator);
    return {};
}

}  // namespace

TEST_CASE("a question's bind says which indicator it is and what it weighs", "[risk]")
{
    const Observation observation = observed(session(), "GEN-18");
    CHECK(observation.question == text("/data/plain"));
    CHECK(observation.label == text("Asks for help"));
    CHECK(observation.strength == Strength::Strong);
    CHECK(observation.how == How::Observed);
    CHECK(observation.trigger);
    CHECK(observation.item.isEmpty());
    CHECK(observation.dimension.isEmpty());
}

TEST_CASE("a question that stands for several indicators gives one observation of its own dimension",
          "[risk]")
{
    const Observation observation = observed(session(), "GEN-01 GEN-02");
    CHECK(observation.dimension == text("XX"));
    CHECK(observation.item == text("CR.isolation"));
}

TEST_CASE("answers fire as the form says; no answer is not a no", "[risk]")
{
    struct Row {
        const char *path;
        const char *indicator;
        const char *value;
        Answer answer;
    };
    const auto row = GENERATE(values<Row>({
        {"/data/plain", "GEN-18", "", Answer::Unknown},
        {"/data/plain", "GEN-18", "yes", Answer::Fired},
        {"/data/plain", "GEN-18", "no", Answer::NotFired},
        {"/data/plain", "GEN-18", "not_observed", Answer::Unknown},
        {"/data/plain", "GEN-18", "not_asked", Answer::Unknown},
        {"/data/plain", "GEN-18", "declined", Answer::Unknown},
        {"/data/plain", "GEN-18", "unknown", Answer::Unknown},
        {"/data/listed", "GEN-05", "unsure", Answer::Fired},
        {"/data/listed", "GEN-05", "does_not_know", Answer::Fired},
        {"/data/listed", "GEN-05", "yes", Answer::NotFired},
        {"/data/reckoned", "LAB-09", "61", Answer::Fired},
        {"/data/reckoned", "LAB-09", "60", Answer::NotFired},
        {"/data/reckoned", "LAB-09", "", Answer::Unknown},
        {"/data/different", "LAB-01", "", Answer::Unknown},
        {"/data/different", "LAB-01", "not_asked", Answer::Unknown},
        {"/data/different", "LAB-01", "none", Answer::NotFired},
        {"/data/different", "LAB-01", "job", Answer::Fired},
        {"/data/different", "LAB-01", "work", Answer::Fired},
        {"/data/different", "LAB-01", "way", Answer::NotFired},
        {"/data/different", "SMG-02", "job way", Answer::Fired},
    }));
    CAPTURE(row.path, row.value);
    form::Session filling = session();
    require(filling.setAnswer(text(row.path), text(row.value)));
    CHECK(static_cast<int>(observed(filling, row.indicator).answer) == static_cast<int>(row.answer));
}

TEST_CASE("each answer of a list may be an indicator of its own", "[risk]")
{
    form::Session filling = session();
    require(filling.setAnswer(text("/data/different"), text("job work way")));
    const Observation job = observed(filling, "LAB-01");
    CHECK(job.label == text("Different? The job"));
    CHECK(job.item == text("DR.job"));
    CHECK(job.dimension == text("DR"));
    const Observation way = observed(filling, "SMG-02");
    CHECK(way.strength == Strength::Strong);
    const Observations observations = observe(filling);
    CHECK(std::count_if(observations.begin(), observations.end(),
                        [](const Observation &o) { return o.indicator == text("LAB-01"); }) == 1);
}

TEST_CASE("questions that do not apply are not missing", "[risk]")
{
    form::Session filling = session();
    const auto has = [&] {
        const Observations observations = observe(filling);
        return std::any_of(observations.begin(), observations.end(),
                           [](const Observation &o) { return o.indicator == text("LAB-10"); });
    };
    CHECK_FALSE(has());
    require(filling.setAnswer(text("/data/gate"), text("yes")));
    CHECK(has());
}
