#include "form/compiled_form.h"

#include "core/form/form_support.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

/// One of everything that a definition consists of.
const FormParts everything{
    "<place amparo:line=\"primary\" xmlns:amparo=\"urn:amparo:xforms:1\"/><province/><town/>"
    "<people jr:template=\"\"><name/><age>1</age></people><adults/><count/><dogs><name/></dogs><when/>"
    "<meta><instanceID/><instanceName/></meta>",
    "<bind nodeset='/data/place' required='true()' jr:requiredMsg='Where are we?' amparo:indicator='P1'"
    " xmlns:amparo='urn:amparo:xforms:1'/>"
    "<bind nodeset='/data/town' relevant=\"/data/province != ''\"/>"
    "<bind nodeset='/data/people/age' type='int' constraint='. &gt;= 0 and . &lt; 120'"
    " jr:constraintMsg=\"jr:itext('too-old')\"/>"
    "<bind nodeset='/data/adults' type='int' calculate='count(/data/people[age &gt;= 18])'/>"
    "<bind nodeset='/data/count' type='int'/>"
    "<bind nodeset='/data/when' type='date' calculate=\"if(/data/adults &gt; 0, today(), "
    "once('2026-01-01'))\"/>"
    "<bind nodeset='/data/meta/instanceName' calculate=\"concat(/data/place, ' ', "
    "position(/data/people[1]))\"/>",
    "<input ref='/data/place'><label ref=\"jr:itext('place')\"/><hint>Kilometre <output value='1 + "
    "1'/></hint></input>"
    "<select1 ref='/data/province'><label>Province</label><item><label>North</label><value>n</value></item>"
    "<item><label>South</label><value>s</value></item></select1>"
    "<select1 ref='/data/town' appearance='minimal'><label>Town</label>"
    "<itemset nodeset=\"instance('towns')/root/item[province = /data/province]\"><value ref='name'/>"
    "<label ref='label'/></itemset></select1>"
    "<group ref='/data/people'><label>People</label><repeat nodeset='/data/people'>"
    "<input ref='/data/people/name'><label>Name</label></input>"
    "<input ref='/data/people/age'><label>Age</label></input></repeat></group>"
    "<input ref='/data/count'><label>Dogs</label><setvalue event='xforms-value-changed' ref='/data/place'"
    " value=\"concat('with ', /data/count, ' dogs')\"/></input>"
    "<group ref='/data/dogs'><label>Dogs</label><repeat nodeset='/data/dogs' jr:count='/data/count'>"
    "<input ref='/data/dogs/name'><label>Its name</label></input></repeat></group>",
    "<itext><translation lang='English (en)'><text id='place'><value>Place <output "
    "value='/data/province'/></value>"
    "<value form='image'>jr://images/map.png</value></text><text id='too-old'><value>Not so "
    "old</value></text>"
    "</translation><translation lang='Español (es)' default='true()'><text "
    "id='place'><value>Lugar</value></text>"
    "<text id='too-old'><value>No tanto</value></text></translation></itext>"
    "<instance id='towns' src='jr://file-csv/towns.csv'/>"
    "<setvalue event='odk-instance-first-load' ref='/data/province' value=\"'n'\"/>",
    "pages"};

const Media towns{
    {QStringLiteral("towns.csv"), "name,label,province\nt1,Tulcán,n\nt2,\"Ipiales, CO\",s\nt3,Ibarra,n\n"}};

/// Everything that a filling shows, after the same edits.
QStringList storyOf(const std::shared_ptr<const FormDefinition> &definition)
{
    Session session = require(Session::start(definition, testOptions()));
    QStringList story{definition->formId(), definition->title(), definition->style(),
                      definition->languages().join(u';'), definition->mediaFiles().join(u';')};
    const auto tell = [&] {
        for (const Item &item : session.items()) {
            story += {item.path,
                      item.label,
                      item.hint,
                      item.value,
                      item.image,
                      item.constraintMessage,
                      item.requiredMessage,
                      item.appearance};
            for (const Choice &choice : session.choices(item.path))
                story += choice.value + u'=' + choice.label;
        }
        story += QString::fromUtf8(session.toXml());
    };
    tell();
    require(session.setAnswer(QStringLiteral("/data/province"), QStringLiteral("s")));
    require(session.setAnswer(QStringLiteral("/data/town"), QStringLiteral("t2")));
    require(session.addRepeat(QStringLiteral("/data/people")));
    require(session.setAnswer(QStringLiteral("/data/people[1]/age"), QStringLiteral("130")));
    require(session.setAnswer(QStringLiteral("/data/count"), QStringLiteral("2")));
    session.setLanguage(QStringLiteral("en"));
    tell();
    require(session.setAnswer(QStringLiteral("/data/people[1]/age"), QStringLiteral("30")));
    require(session.setAnswer(QStringLiteral("/data/province"), QStringLiteral("n")));
    tell();
    for (const QString &path : definition->fieldsWith(amparoNamespace, QStringLiteral("indicator")))
        story += path;
    return story;
}

}  // namespace

TEST_CASE("a compiled form is filled like the form that it was made of", "[form]")
{
    const auto read = readSound(xform(everything), towns);
    const auto compiled = readCompiledForm(compiledForm(*read));
    REQUIRE(compiled);
    CHECK(storyOf(compiled) == storyOf(read));
}

TEST_CASE("a snapshot of a form goes on with the compiled one", "[form]")
{
    const auto read = readSound(xform(everything), towns);
    Session session = require(Session::start(read, testOptions()));
    require(session.addRepeat(QStringLiteral("/data/people")));
    const auto compiled = readCompiledForm(compiledForm(*read));
    CHECK(require(Session::restore(compiled, session.snapshot(), testOptions())).toXml() == session.toXml());
}

TEST_CASE("a compiled form that is not whole is none", "[form]")
{
    const QByteArray whole = compiledForm(*readSound(xform(everything), towns));
    CHECK(readCompiledForm({}) == nullptr);
    CHECK(readCompiledForm(whole + '!') == nullptr);
    for (qsizetype length = 0; length < whole.size(); length += 97)
        CHECK(readCompiledForm(whole.first(length)) == nullptr);
    for (qsizetype at = 0; at < whole.size(); at += 101) {
        QByteArray damaged = whole;
        damaged[at] = char(damaged[at] ^ 0x10);
        CHECK(readCompiledForm(damaged) == nullptr);
    }
}
