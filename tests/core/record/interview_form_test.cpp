#include "form/session.h"
#include "record/interview_form.h"

#include "support/catch.h"

#include <QDebug>

using namespace amparo;
using namespace amparo::record;
using namespace amparo::test;

namespace {

const QDate today(2026, 3, 9);

/// A form that says this about itself.
form::FormPackage formWith(const QByteArray &attributes)
{
    form::FormPackage package;
    package.definition =
        R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:amparo="urn:amparo:xforms:1">
<h:head><h:title>t</h:title><model><instance><data id="t" version="1" )" +
        attributes + R"(><q/></data></instance>
<bind nodeset="/data/q" type="string"/></model></h:head>
<h:body><input ref="/data/q"><label>?</label></input></h:body></h:html>)";
    return package;
}

Screening primaryOf(const std::optional<QDate> &birthDate, const QStringList &indicators)
{
    Screening screening;
    screening.traveller.birthDate = birthDate;
    screening.advice.emplace();
    for (const QString &indicator : indicators)
        screening.advice->hits.append({indicator, {}, {}});
    return screening;
}

}  // namespace

TEST_CASE("a form says what it is for, an older one which line it serves", "[record]")
{
    struct Row {
        QByteArray attributes;
        Purpose purpose;
        Line line;
    };
    const auto row = GENERATE(values<Row>({
        {"amparo:purpose='primary'", Purpose::Primary, Line::Primary},
        {"amparo:purpose='minors'", Purpose::Minors, Line::Second},
        {"amparo:purpose='handover'", Purpose::Handover, Line::Second},
        {"amparo:purpose='vehicle' amparo:line='primary'", Purpose::Vehicle, Line::Second},
        {"amparo:line='primary'", Purpose::Primary, Line::Primary},
        {"amparo:line='second'", Purpose::Second, Line::Second},
        {"", Purpose::Second, Line::Second},
    }));
    CAPTURE(row.attributes.toStdString());
    const auto form = require(readInterviewForm(formWith(row.attributes)));
    CHECK(form->purpose == row.purpose);
    CHECK(form->line() == row.line);
    CHECK(form->reviewedLanguages.isEmpty());
}

TEST_CASE("a purpose that nobody knows is refused", "[record]")
{
    for (const char *attributes : {"amparo:purpose='arrest'", "amparo:line='minors'"})
        CHECK(errorOf(readInterviewForm(formWith(attributes))) == ErrorCode::InvalidInput);
}

TEST_CASE("a form is refused whose records could not be encrypted as it asks", "[record]")
{
    form::FormPackage package = formWith("");
    package.definition.replace("<bind ", "<submission base64RsaPublicKey='MIIB'/><bind ");
    CHECK(errorOf(readInterviewForm(package)) == ErrorCode::InvalidInput);
}

TEST_CASE("a form names the languages that a native speaker has reviewed", "[record]")
{
    const auto form = require(readInterviewForm(formWith("amparo:reviewed='es  pt-BR'")));
    CHECK(form->reviewedLanguages == QStringList{QStringLiteral("es"), QStringLiteral("pt-BR")});
}

TEST_CASE("after the primary line minors get a talk of their own", "[record]")
{
    struct Row {
        std::optional<QDate> birthDate;
        QStringList indicators;
        Purpose talk;
    };
    const auto row = GENERATE(values<Row>({
        {QDate(1990, 1, 1), {QStringLiteral("GEN-03")}, Purpose::Second},
        {QDate(2008, 3, 10), {}, Purpose::Minors},  // eighteen tomorrow
        {QDate(2008, 3, 9), {}, Purpose::Second},   // eighteen today
        {QDate(1990, 1, 1), {QStringLiteral("CHI-06")}, Purpose::Minors},  // the document says adult, the officer doubts
        {std::nullopt, {QStringLiteral("CHI-01")}, Purpose::Minors},
        {std::nullopt, {}, Purpose::Second},  // whose first question asks for the age
    }));
    CAPTURE(row.indicators);
    CHECK(talkAfter({primaryOf(row.birthDate, row.indicators)}, today) == row.talk);
    CHECK(talkAfter({primaryOf(std::nullopt, {}), primaryOf(row.birthDate, row.indicators)}, today) == row.talk);
    CHECK(talkAfter({}, today) == Purpose::Second);
}

template <class T> concept Streamable = requires(QDebug debug, const T &value) { debug << value; };

TEST_CASE("[SEC-L1] what holds personal data does not compile into a log", "[record]")
{
    CHECK(Streamable<QString>);  // the question can be answered both ways
    CHECK_FALSE(Streamable<record::Screening>);
    CHECK_FALSE(Streamable<traveller::Traveller>);
    CHECK_FALSE(Streamable<traveller::Mrz>);
    CHECK_FALSE(Streamable<form::Submission>);
    CHECK_FALSE(Streamable<form::Item>);
}
