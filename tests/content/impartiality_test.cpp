// Nationality, ethnicity, sex, gender, religion, language and disability enter no result, whatever else was
// answered.

#include "content_support.h"

#include "record/interview_form.h"
#include "risk/protected_characteristics.h"

#include <rapidcheck.h>

using namespace amparo;
using namespace amparo::test;

namespace {

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

TEST_CASE("another nationality, sex or issuing state changes no result", "[content]")
{
    CHECK(rc::check([] {
        const Content &content = builtinContent()[*rc::gen::inRange(0, int(builtinContent().size()))];
        form::Session session = begin(content, *rc::gen::arbitrary<bool>());
        answerAtRandom(session);
        const risk::Assessment before = assessed(content, session);
        const QString state = *rc::gen::element(QStringLiteral("UTO"), QStringLiteral("VEN"),
                                                QStringLiteral("HTI"), QStringLiteral("XXA"), QString());
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
        const Content &content = builtinContent()[*rc::gen::inRange(0, int(builtinContent().size()))];
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
