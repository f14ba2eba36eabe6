#include "record/link.h"

#include "form/form_source.h"
#include "support/catch.h"

using namespace amparo;
using namespace amparo::record;
using namespace amparo::test;

namespace {

QString utf8(const char *text) { return QString::fromUtf8(text); }

/// A form of these instance elements, binds and controls.
form::ReadForm formOf(const QByteArray &elements, const QByteArray &binds, const QByteArray &body)
{
    return form::readForm(
        R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
 xmlns:amparo="urn:amparo:xforms:1"><h:head><h:title>t</h:title><model><instance><data id="t" version="1">)" +
            elements + "</data></instance>" + binds + "</model></h:head><h:body>" + body +
            "</h:body></h:html>",
        {});
}

form::Problems problemsOf(const QByteArray &bindAttributes, const QByteArray &control)
{
    const auto read =
        formOf("<q/>", "<bind nodeset='/data/q' type='string' " + bindAttributes + "/>", control);
    REQUIRE(read.definition);
    return lintLinks(*read.definition);
}

const QByteArray textQuestion = "<input ref='/data/q'><label>?</label></input>";

}  // namespace

TEST_CASE("ways of writing one thing become one", "[record][SEC-R3]")
{
    struct Row {
        LinkKind kind;
        const char *expected;
        QStringList written;
    };
    const auto row = GENERATE(values<Row>({
        {LinkKind::Phone,
         "51987654321",
         {utf8("+51 987 654 321"), utf8("987654321"), utf8("0051-987-654-321"), utf8("987 65 43 21"),
          utf8("(+51) 987.654.321").mid(1).remove(QLatin1Char(')')), utf8("٩٨٧٦٥٤٣٢١")}},
        {LinkKind::Phone, "5111234567", {utf8("(01) 123-4567"), utf8("+51 1 123 4567")}},
        {LinkKind::Phone, "541123456789", {utf8("+54 9 11 2345 6789"), utf8("+54 11 2345-6789")}},
        {LinkKind::Phone, "", {utf8("105"), utf8("911"), utf8("none"), utf8("000000000")}},
        {LinkKind::Vehicle, "ABC1D23", {utf8("abc-1d23"), utf8("ABC 1D23"), utf8("ABC·1D23")}},
        {LinkKind::Vehicle, "", {utf8("x-1"), utf8("??")}},
        {LinkKind::Employer,
         "ANDES HORIZONT TEXTIL",
         {utf8("Textil Andes Horizont S.A."), utf8("TEXTIL ANDES HORIZONT SA"),
          utf8("Téxtil Andes, Horizont")}},
        {LinkKind::Address,
         "123 BOLIVAR PUNO",
         {utf8("Av. Bolívar 123, Puno"), utf8("Avenida Bolivar N° 123 - PUNO"), utf8("bolívar 123 puno")}},
        {LinkKind::Companion, "L898902C3", {utf8("l898902c3"), utf8("L898902C3<"), utf8("L 898.902-C3")}},
        {LinkKind::Minor, "1234567", {utf8("1.234.567"), utf8("1234567")}},
    }));
    for (const QString &written : row.written) {
        CAPTURE(written);
        CHECK(normalised({row.kind, written, {}}, utf8("PER")) == utf8(row.expected));
    }
}

TEST_CASE("a number without calling code is the post's own country's", "[record][SEC-R3]")
{
    const Link phone{LinkKind::Phone, utf8("71234567"), {}};
    CHECK(normalised(phone, utf8("BOL")) == utf8("59171234567"));
    CHECK(normalised(phone, utf8("BOL")) != normalised(phone, utf8("PRY")));
}

TEST_CASE("O and 0 stay apart in a document number", "[record][SEC-R3]")
{
    CHECK(normalisedDocumentNumber(utf8("AO12")) != normalisedDocumentNumber(utf8("A012")));
}

TEST_CASE("a form says which answers link records", "[record][SEC-R3]")
{
    const auto read = formOf(
        "<phone/><plate/><hidden/><people jr:template=''><doc/><from/></people>",
        "<bind nodeset='/data/phone' type='string' amparo:link='phone'/>"
        "<bind nodeset='/data/plate' type='string' amparo:link='vehicle'/>"
        "<bind nodeset='/data/hidden' type='string' relevant='false()' amparo:link='employer'/>"
        "<bind nodeset='/data/people/doc' type='string' amparo:link='minor'/>"
        "<bind nodeset='/data/people/from' type='string' amparo:link='minor-state'/>",
        "<input ref='/data/phone'><label>?</label></input><input ref='/data/plate'><label>?</label></input>"
        "<input ref='/data/hidden'><label>?</label></input><group ref='/data/people'><label>p</label>"
        "<repeat nodeset='/data/people'><input ref='/data/people/doc'><label>?</label></input>"
        "<input ref='/data/people/from'><label>?</label></input></repeat></group>");
    REQUIRE(read.definition);
    CHECK(lintLinks(*read.definition).isEmpty());
    auto session = require(form::Session::start(read.definition));
    CHECK(linksOf(session).isEmpty());

    require(session.setAnswer(utf8("/data/phone"), utf8("987654321")));
    require(session.setField(utf8("/data/hidden"), utf8("Textil Andes")));
    for (const char *document : {"A1", "B2"}) {
        const QString child = require(session.addRepeat(utf8("/data/people")));
        require(session.setAnswer(child + utf8("/doc"), utf8(document)));
        if (*document == 'B')
            require(session.setAnswer(child + utf8("/from"), utf8("BOL")));
    }
    const QList<Link> expected{{LinkKind::Phone, utf8("987654321"), {}},
                               {LinkKind::Minor, utf8("A1"), {}},
                               {LinkKind::Minor, utf8("B2"), utf8("BOL")}};
    const bool asAnswered = linksOf(session) == expected;
    CHECK(asAnswered);
}

TEST_CASE("a form whose links cannot work is refused with the place", "[record][SEC-R3]")
{
    struct Row {
        QByteArray attributes;
        QByteArray control;
        const char *message;
    };
    const auto row = GENERATE(values<Row>({
        {"amparo:link='telephone'", textQuestion, "none of phone"},
        {"amparo:link='companion-state'", textQuestion, "stands in no group with a companion"},
        {"amparo:link='vehicle'",
         "<select1 ref='/data/q'><label>?</label><item><label>a</label><value>a</value></item></select1>",
         "needs a text"},
        {"amparo:link='phone' amparo:indicator='GEN-01'", textQuestion, "never enter a result"},
    }));
    CAPTURE(row.attributes.toStdString());
    const auto problems = problemsOf(row.attributes, row.control);
    REQUIRE(problems.size() == 1);
    CHECK(problems.first().place.node == utf8("/data/q"));
    CHECK(problems.first().message.contains(utf8(row.message)));
}
