#include "risk/protected_characteristics.h"

#include "form/form_source.h"
#include "risk_support.h"

using namespace amparo;
using namespace amparo::risk;
using namespace amparo::test;

namespace {

/// A form with a nationality that Amparo supplies, and one indicator as its author wrote it.
form::Problems linted(const char *name, const char *attributes)
{
    const QByteArray xform = QByteArray(R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:amparo="urn:amparo:xforms:1">
<h:head><h:title>t</h:title><model><instance><data id="t" version="1"><home/><NAME/></data></instance>
<bind nodeset="/data/home" type="string" amparo:record="traveller.nationality"/>
<bind nodeset="/data/NAME" type="string" ATTRIBUTES/></model></h:head>
<h:body><input ref="/data/NAME"><label>?</label></input></h:body></h:html>)")
                                 .replace("NAME", name)
                                 .replace("ATTRIBUTES", attributes);
    const auto read = form::readForm(xform, {});
    for (const form::Problem &problem : read.problems)
        UNSCOPED_INFO(problem.message.toStdString());
    REQUIRE(read.definition);
    return lintIndicators(*read.definition);
}

}  // namespace

TEST_CASE("names that say a protected characteristic are known in three languages", "[risk]")
{
    for (const char *name : {"nationality", "traveller_sex", "travellerSex", "género", "raça", "religión",
                             "idioma", "has disability", "VD.ethnicity", "country_origin"}) {
        CAPTURE(name);
        CHECK(namesProtectedCharacteristic(QString::fromUtf8(name)));
    }
    for (const char *name : {"sexual_services", "GEN-05", "CR.isolation", "engendered", "trace", "originally",
                             "languages_spoken"}) {
        CAPTURE(name);
        CHECK_FALSE(namesProtectedCharacteristic(QString::fromUtf8(name)));
    }
}

TEST_CASE("an indicator that is or reads a protected characteristic is refused", "[risk]")
{
    struct Row {
        const char *name;
        const char *attributes;
        bool refused;
    };
    const auto row = GENERATE(values<Row>({
        {"gen_05", R"(amparo:indicator="GEN-05")", false},
        {"sex_04", R"(amparo:indicator="SEX-04")", false},
        {"sex", R"(amparo:indicator="GEN-99")", true},
        {"religion", R"(amparo:indicator="GEN-99")", true},
        {"x", R"(amparo:indicator="GEN-99" amparo:record="traveller.sex")", true},
        {"x", R"(amparo:indicator="GEN-99" amparo:record="traveller.issuingState")", true},
        {"x", R"(amparo:indicator="GEN-99" amparo:fires="=/data/home = 'UTO'")", true},
        {"x", R"(amparo:indicator="GEN-99" amparo:fires="=. = 'homeless'")", false},
    }));
    CAPTURE(row.name, row.attributes);
    const form::Problems problems = linted(row.name, row.attributes);
    CHECK(problems.isEmpty() != row.refused);
    for (const form::Problem &problem : problems)
        CHECK(problem.place.node == QStringLiteral("/data/") + QLatin1String(row.name));
}
