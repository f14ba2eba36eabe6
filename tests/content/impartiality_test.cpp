// Nationality, ethnicity, sex, gender, religion, language and disability enter no result, whatever else was
// answered.

#include "content_support.h"

#include "record/interview_form.h"
#include "risk/observe.h"
#include "record/link.h"
#include "risk/explanation.h"
#include "risk/protected_characteristics.h"

#include <QRegularExpression>

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::test;

namespace {

const QList<Content> &advising()
{
    static const QList<Content> forms = advisingContent();
    return forms;
}

/// Answers some of what is asked, at random and as offered.
void answerAtRandom(form::Session &session)
{
    for (int round = 0; round < 3; ++round) {
        for (const form::Item &item : session.items()) {
            const QList<form::Choice> choices = session.choices(item.path);
            const QString name = item.path.section(QLatin1Char('/'), -1);
            if (choices.isEmpty() || !session.isRelevant(item.path) || name == QLatin1String("decision") ||
                *rc::gen::inRange(0, 3) == 0)
                continue;
            RC_ASSERT(session.setAnswer(item.path, choices[*rc::gen::inRange(0, int(choices.size()))].value)
                          .has_value());
        }
    }
}

/// Who a traveller is, as a document says it: what must make no difference.
struct Characteristics {
    const char *nationality;
    const char *sex;
    const char *language;
};

void describe(form::Session &session, const Characteristics &who)
{
    const auto set = [&](const char *name, const char *value) {
        if (hasField(session.definition(), QString::fromLatin1(name)))  // a vehicle has none
            require(session.setField(pathOf(session.definition(), QString::fromLatin1(name)),
                                     QString::fromLatin1(value)));
    };
    set("traveller_nationality", who.nationality);
    set("traveller_issuing_state", who.nationality);
    set("traveller_sex", who.sex);
    session.setLanguage(QString::fromLatin1(who.language));
}

/// All that a form and its model make of a filling, without the words.
struct Outcome {
    QString band;
    risk::Recommendation recommendation;
    QStringList fired;
    QStringList asked;

    bool operator==(const Outcome &) const = default;
};

Outcome outcomeOf(const Content &content, const form::Session &session)
{
    const risk::Assessment assessment = assessed(content, session);
    Outcome outcome{assessment.band.code, assessment.recommendation, {}, {}};
    for (const risk::Observation &observation : assessment.fired)
        outcome.fired.append(observation.indicator);
    for (const form::Item &item : session.items())
        outcome.asked.append(item.path);
    return outcome;
}

constexpr Characteristics somebody{"UTO", "M", "en"};
constexpr Characteristics others[] = {{"UTO", "F", "en"}, {"UTO", "X", "en"}, {"VEN", "M", "es"},
                                      {"HTI", "F", "ht"}, {"SYR", "M", "ar"}, {"", "", "fr"}};

/// The same whoever it is.
void checkAnybody(const Content &content, form::Session &session)
{
    describe(session, somebody);
    const Outcome expected = outcomeOf(content, session);
    for (const Characteristics &other : others) {
        CAPTURE(other.nationality, other.sex, other.language);
        describe(session, other);
        const bool same = outcomeOf(content, session) == expected;
        CHECK(same);
    }
    describe(session, somebody);
}

}  // namespace

TEST_CASE("no indicator of a built-in form is or reads a protected characteristic", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        for (const form::Problem &problem : risk::lintIndicators(*content.definition))
            UNSCOPED_INFO(problem.place.node.toStdString() << ": " << problem.message.toStdString());
        CHECK(risk::lintIndicators(*content.definition).isEmpty());
    }
}

TEST_CASE("a form whose indicator reads a nationality is not opened", "[content]")
{
    form::FormPackage package;
    package.definition = R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:amparo="urn:amparo:xforms:1">
<h:head><h:title>t</h:title><model><instance><data id="t" version="1"><home/><sign/></data></instance>
<bind nodeset="/data/home" type="string" amparo:record="traveller.nationality"/>
<bind nodeset="/data/sign" type="string" amparo:indicator="GEN-99" amparo:fires="=/data/home = 'UTO'"/></model></h:head>
<h:body><input ref="/data/sign"><label>?</label></input></h:body></h:html>)";
    const auto form = record::readInterviewForm(package);
    REQUIRE(errorOf(form) == ErrorCode::InvalidInput);
    CHECK(form.error().detail.contains(QStringLiteral("/data/home, which must never enter a result")));

    package.definition.replace("=/data/home = 'UTO'", "yes");
    CHECK(record::readInterviewForm(package).has_value());
}

TEST_CASE("no nationality, sex or language raises a band, alone or with any one answer", "[content]")
{
    for (const Content &content : advisingContent()) {
        for (const bool child : {false, true}) {
            CAPTURE(content.formId, child);
            form::Session session = begin(content, child);
            openGates(session);
            const risk::Assessment nothing = assessed(content, session);
            CHECK(nothing.fired.isEmpty());
            CHECK(nothing.recommendation == risk::Recommendation::Clear);
            checkAnybody(content, session);

            const auto indicators =
                content.definition->fieldsWith(form::amparoNamespace, QStringLiteral("indicator"));
            for (const QString &path : session.fieldPaths()) {
                static const QRegularExpression position(QStringLiteral("\\[\\d+\\]"));
                if (!indicators.contains(QString(path).remove(position)) || !session.isRelevant(path))
                    continue;
                const QString before = session.value(path).value_or(QString());
                for (const form::Choice &choice : session.choices(path)) {
                    CAPTURE(path, choice.value);
                    require(session.setAnswer(path, choice.value));
                    checkAnybody(content, session);
                }
                require(session.setAnswer(path, before));
            }
        }
    }
}

TEST_CASE("another nationality, sex or issuing state changes no result", "[content]")
{
    CHECK(rc::check([] {
        const Content &content = advising()[*rc::gen::inRange(0, int(advising().size()))];
        form::Session session = begin(content, *rc::gen::arbitrary<bool>());
        answerAtRandom(session);
        const risk::Assessment before = assessed(content, session);
        const QString state = *rc::gen::element(QStringLiteral("UTO"), QStringLiteral("VEN"),
                                                QStringLiteral("HTI"), QStringLiteral("XXA"), QString());
        if (!hasField(*content.definition, QStringLiteral("traveller_nationality")))
            return;  // a vehicle has none
        for (const char *name : {"traveller_nationality", "traveller_issuing_state"})
            RC_ASSERT(
                session.setField(pathOf(*content.definition, QString::fromLatin1(name)), state).has_value());
        RC_ASSERT(session
                      .setField(pathOf(*content.definition, QStringLiteral("traveller_sex")),
                                *rc::gen::element(QStringLiteral("F"), QStringLiteral("M"),
                                                  QStringLiteral("X"), QString()))
                      .has_value());
        RC_ASSERT(assessed(content, session) == before);
    }));
}

TEST_CASE("the language of the talk changes the words and no result", "[content]")
{
    CHECK(rc::check([] {
        const Content &content = advising()[*rc::gen::inRange(0, int(advising().size()))];
        form::Session session = begin(content, *rc::gen::arbitrary<bool>());
        answerAtRandom(session);
        const risk::Assessment before = assessed(content, session);
        session.setLanguage(
            *rc::gen::element(QStringLiteral("es"), QStringLiteral("pt-BR"), QStringLiteral("xx")));
        const risk::Assessment after = assessed(content, session);
        RC_ASSERT(after.band == before.band);
        RC_ASSERT(after.recommendation == before.recommendation);
        RC_ASSERT(after.fired.size() == before.fired.size());
    }));
}

TEST_CASE("an answer that links records changes no assessment", "[content][SEC-R3]")
{
    int asked = 0;
    for (const Content &content : advisingContent()) {
        CAPTURE(content.formId);
        CHECK(record::lintLinks(*content.definition).isEmpty());
        form::Session session = begin(content);
        openGates(session);
        const risk::Assessment before = assessed(content, session);
        const QString reasons = risk::explanation(before, QStringLiteral("en"));
        for (const QString &path :
             content.definition->fieldsWith(form::amparoNamespace, QStringLiteral("link"))) {
            CAPTURE(path);
            require(session.setField(path, QStringLiteral("987654321")));
            ++asked;
        }
        CHECK(assessed(content, session) == before);
        CHECK(risk::explanation(assessed(content, session), QStringLiteral("en")) == reasons);
    }
    CHECK(asked >= 5);  // a plate, a workplace, a telephone, an adult's document and its State
}
