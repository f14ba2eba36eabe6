#include "support/samples.h"
#include "support/text.h"

#include <QDir>
#include <QFileInfo>

namespace amparo::test {

crypto::Passphrase aPassphrase() { return crypto::Passphrase::fromText(u"tres garzas blancas"); }

traveller::Traveller aTraveller()
{
    traveller::Traveller traveller;
    traveller.surname = text("Eriksson");
    traveller.givenNames = text("Anna Maria");
    traveller.documentCode = text("P");
    traveller.documentNumber = text("L898902C3");
    traveller.issuingState = text("UTO");
    traveller.nationality = text("UTO");
    traveller.birthDate = QDate(1974, 8, 12);
    traveller.sex = traveller::Sex::Female;
    traveller.expiryDate = QDate(2012, 4, 15);
    traveller.source = traveller::Traveller::Source::Mrz;
    return traveller;
}

record::Screening aDraft(ShiftId shift, OfficerId officer, const QDateTime &startedAt)
{
    record::Screening draft;
    draft.id = ScreeningId::create();
    draft.encounter = EncounterId::create();
    draft.shift = shift;
    draft.officer = officer;
    draft.formId = text("checklist");
    draft.formVersion = text("1");
    draft.language = text("es");
    draft.startedAt = startedAt;
    draft.traveller = aTraveller();
    return draft;
}

record::Screening decided(record::Screening draft)
{
    draft.finalisedAt = draft.startedAt.addSecs(60);
    draft.instanceId = text("uuid:") + draft.id.toText();
    draft.advice =
        record::Advice{text("primary-points 1.0"),
                       text("second_line"),
                       2,
                       record::Decision::SecondLine,
                       text("Two observed indicators"),
                       {{text("GEN-01"), text("CR.isolation"), text("CR")}, {text("GEN-04"), {}, text("SM")}},
                       3};
    draft.verdict = record::Verdict{record::Decision::Clear, text("Parents called, documents complete")};
    return draft;
}

QByteArray sealedForm(const QByteArray &publicKey)
{
    return R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>t</h:title><model><instance><data id="sealed" version="1"><q/></data></instance>
<bind nodeset="/data/q" type="string"/><submission base64RsaPublicKey=")" +
           publicKey + R"("/></model></h:head>
<h:body><input ref="/data/q"><label>?</label></input></h:body></h:html>)";
}

QString quickFolder()
{
    const QString memory = text("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + text("/amparo-store-XXXXXX");
}

}  // namespace amparo::test
