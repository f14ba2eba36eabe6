#include "record/link.h"

#include "form/form_source.h"
#include "support/catch.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::record;
using namespace amparo::test;

namespace {

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
         {text("+51 987 654 321"), text("987654321"), text("0051-987-654-321"), text("987 65 43 21"),
          text("(+51) 987.654.321").mid(1).remove(QLatin1Char(')')), text("٩٨٧٦٥٤٣٢١")}},
        {LinkKind::Phone, "5111234567", {text("(01) 123-4567"), text("+51 1 123 4567")}},
        {LinkKind::Phone, "541123456789", {text("+54 9 11 2345 6789"), text("+54 11 2345-6789")}},
        {LinkKind::Phone, "", {text("105"), text("911"), text("none"), text("000000000")}},
        {LinkKind::Vehicle, "ABC1D23", {text("abc-1d23"), text("ABC 1D23"), text("ABC·1D23")}},
        {LinkKind::Vehicle, "", {text("x-1"), text("??")}},
        {LinkKind::Employer,
         "ANDES HORIZONT TEXTIL",
         {text("Textil Andes Horizont S.A."), text("TEXTIL ANDES HORIZONT SA"),
          text("Téxtil Andes, Horizont")}},
        {LinkKind::Address,
         "123 BOLIVAR PUNO",
         {text("Av. Bolívar 123, Puno"), text("Avenida Bolivar N° 123 - PUNO"), text("bolívar 123 puno")}},
        {LinkKind::Companion, "L898902C3", {text("l898902c3"), text("L898902C3<"), text("L 898.902-C3")}},
        {LinkKind::Minor, "1234567", {text("1.234.567"), text("1234567")}},
    }));
    for (const QString &written : row.written) {
        CAPTURE(written);
        CHECK(normalised({row.kind, written, {}}, text("PER")) == text(row.expected));
    }
}

TEST_CASE("a number without calling code is the post's own country's", "[record][SEC-R3]")
{
    const Link phone{LinkKind::Phone, text("71234567"), {}};
    CHECK(normalised(phone, text("BOL")) == text("59171234567"));
    CHECK(normalised(phone, text("BOL")) != normalised(phone, text("PRY")));
}

TEST_CASE("O and 0 stay apart in a document number", "[record][SEC-R3]")
{
    CHECK(normalisedDocumentNumber(text("AO12")) != normalisedDocumentNumber(text("A012")));
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

    require(session.setAnswer(text("/data/phone"), text("987654321")));
    require(session.setField(text("/data/hidden"), text("Textil Andes")));
    for (const char *document : {"A1", "B2"}) {
        const QString child = require(session.addRepeat(text("/data/people")));
        require(session.setAnswer(child + text("/doc"), text(document)));
        if (*document == 'B')
            require(session.setAnswer(child + text("/from"), text("BOL")));
    }
    const QList<Link> expected{{LinkKind::Phone, text("987654321"), {}},
                               {LinkKind::Minor, text("A1"), {}},
                               {LinkKind::Minor, text("B2"), text("BOL")}};
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
    CHECK(problems.first().place.node == text("/data/q"));
    CHECK(problems.first().message.contains(text(row.message)));
}
