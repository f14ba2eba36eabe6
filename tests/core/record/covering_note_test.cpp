#include "record/covering_note.h"

#include "form/form_source.h"
#include "record/encrypted_submission.h"
#include "record/link.h"
#include "support/catch.h"
#include "support/odk_recipient.h"
#include "support/text.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace amparo;
using namespace amparo::record;
using namespace amparo::test;

namespace {

QDateTime time(const char *iso) { return QDateTime::fromString(text(iso), Qt::ISODateWithMs); }

CoveringNote aNote()
{
    CoveringNote note;
    note.officerLogin = text("ana");
    note.officerName = text("Ana Rojas Ñ");
    Screening &screening = note.screening;
    screening.encounter = EncounterId::create();
    screening.formId = text("t");
    screening.formVersion = text("1");
    screening.language = text("es");
    screening.startedAt = time("2026-11-28T10:00:00.123Z");
    screening.finalisedAt = time("2026-11-28T10:05:00.000Z");
    screening.instanceId = text("uuid:1");
    screening.verdict = Verdict{Decision::SecondLine, text("her words")};
    screening.traveller.surname = text("EXAMPLE");
    screening.traveller.documentNumber = text("L898902C3");
    screening.traveller.birthDate = QDate(1974, 8, 12);
    screening.traveller.sex = traveller::Sex::Female;
    screening.traveller.source = traveller::Traveller::Source::Mrz;
    Advice advice;
    advice.model = text("m 1");
    advice.band = text("b");
    advice.level = 2;
    advice.recommended = Decision::UrgentProtection;
    advice.hits = {{text("GEN-01"), text("CR.isolation"), text("CR")}, {text("GEN-02"), {}, {}}};
    advice.unanswered = 3;
    screening.advice = advice;
    return note;
}

/// A form with what Amparo supplies, and a repeat with links.
std::shared_ptr<const InterviewForm> aForm(const QByteArray &publicKey = {})
{
    QByteArray xform =
        R"(<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:jr="http://openrosa.org/javarosa"
 xmlns:amparo="urn:amparo:xforms:1"><h:head><h:title>t</h:title><model><instance><data id="t" version="1" amparo:purpose="primary">
<number/><decision/><encounter/><phone/><child><doc/><state/></child><meta><instanceID/></meta></data></instance>
<bind nodeset="/data/number" type="string" amparo:record="traveller.documentNumber"/>
<bind nodeset="/data/decision" type="string" amparo:record="decision"/>
<bind nodeset="/data/encounter" type="string" amparo:record="encounter"/>
<bind nodeset="/data/phone" type="string" amparo:link="phone"/>
<bind nodeset="/data/child/doc" type="string" amparo:link="minor"/>
<bind nodeset="/data/child/state" type="string" amparo:link="minor-state"/></model></h:head><h:body>
<input ref="/data/phone"><label>?</label></input><group ref="/data/child"><label>c</label><repeat nodeset="/data/child">
<input ref="/data/child/doc"><label>?</label></input><input ref="/data/child/state"><label>?</label></input></repeat></group>
</h:body></h:html>)";
    if (!publicKey.isEmpty())
        xform.replace("</model>", "<submission base64RsaPublicKey='" + publicKey + "'/></model>");
    const auto read = form::readForm(xform, {});
    REQUIRE(read.definition);
    return require(interviewForm(read.definition, {}));
}

QByteArray submissionOf(const Screening &screening)
{
    return "<data xmlns:a='urn:x' id='t' "
           "version='1'><number>L898902C3</number><decision>second_line</decision><encounter>" +
           screening.encounter.toText().toLatin1() +
           "</encounter><phone> 987654321 </phone><child><doc>A1</doc><state>PER</state></child>"
           "<child><doc>B2</doc><state/></child><meta><instanceID>uuid:1</instanceID></meta></data>";
}

}  // namespace

TEST_CASE("a note says of a record what its submission may leave out", "[record]")
{
    CoveringNote note = aNote();
    CHECK(require(coveringNoteFromBytes(toBytes(note))) == note);
    note.screening.advice.reset();
    note.screening.traveller = {};
    CHECK(require(coveringNoteFromBytes(toBytes(note))) == note);
}

TEST_CASE("what is no note of a final record is refused", "[record]")
{
    struct Row {
        const char *name;
        QJsonValue value;
    };
    const auto row = GENERATE(values<Row>({{"amparoNote", 0},
                                           {"encounter", QStringLiteral("none")},
                                           {"line", QStringLiteral("third")},
                                           {"form", QString()},
                                           {"finalisedAt", QJsonValue()},
                                           {"startedAt", QStringLiteral("2026-11-28T10:00:00.123")},
                                           {"decision", QStringLiteral("draft")},
                                           {"instance", QString()},
                                           {"login", QString(256, QLatin1Char('x'))},
                                           {"traveller", QJsonObject()},
                                           {"advice", QJsonObject()}}));
    CAPTURE(row.name);
    QJsonObject object = QJsonDocument::fromJson(toBytes(aNote())).object();
    object[QLatin1String(row.name)] = row.value;
    CHECK(errorOf(coveringNoteFromBytes(QJsonDocument(object).toJson())) == ErrorCode::InvalidInput);
}

TEST_CASE("notes have a limit, and a later layout is told", "[record]")
{
    QByteArray bytes = toBytes(aNote());
    CHECK(coveringNoteFromBytes(bytes + QByteArray(mostNoteBytes - bytes.size(), ' ')));
    CHECK(errorOf(coveringNoteFromBytes(bytes + QByteArray(mostNoteBytes + 1 - bytes.size(), ' '))) ==
          ErrorCode::InvalidInput);
    CHECK(errorOf(coveringNoteFromBytes(bytes.replace("\"amparoNote\":1", "\"amparoNote\":2"))) ==
          ErrorCode::TooNew);
}

TEST_CASE("a note that tells another story than its submission is found out", "[record]")
{
    const auto form = aForm();
    const CoveringNote note = aNote();
    const QByteArray xml = submissionOf(note.screening);
    CHECK(agrees(note, xml, *form));
    CHECK_FALSE(agrees(note, QByteArray(xml).replace("L898902C3", "L898902C4"), *form));
    CHECK_FALSE(agrees(note, QByteArray(xml).replace("second_line", "clear"), *form));
    CHECK_FALSE(agrees(note, QByteArray(xml).replace("uuid:1", "uuid:2"), *form));
    CHECK_FALSE(agrees(note, QByteArray(xml).replace("version='1'", "version='2'"), *form));
    CHECK_FALSE(agrees(note, "<data", *form));
    CoveringNote other = note;
    other.screening.encounter = EncounterId::create();
    CHECK_FALSE(agrees(other, xml, *form));
    other = note;
    other.screening.line = Line::Second;
    CHECK_FALSE(agrees(other, xml, *form));
}

TEST_CASE("a note goes with an encrypted submission where its form asks for one", "[record]")
{
    const QByteArray key = test::OdkRecipient().publicKey();
    const CoveringNote note = aNote();
    const Screening &screening = note.screening;
    const auto envelope = require(makeEnvelope(
        {screening.formId, screening.formVersion, screening.instanceId, submissionOf(screening), {}}, key));
    CHECK(agrees(note, envelope.manifest, *aForm(key.toBase64())));
    CHECK_FALSE(agrees(note, envelope.manifest, *aForm()));
    CHECK_FALSE(
        agrees(note, QByteArray(envelope.manifest).replace("uuid:1", "uuid:2"), *aForm(key.toBase64())));
}

TEST_CASE("links are found in a submission as they were in the filling", "[record][SEC-R3]")
{
    const auto links = linksOfSubmission(submissionOf(aNote().screening), *aForm()->definition);
    CHECK(links == QList<Link>{{LinkKind::Phone, text("987654321"), {}},
                               {LinkKind::Minor, text("A1"), text("PER")},
                               {LinkKind::Minor, text("B2"), {}}});
}
