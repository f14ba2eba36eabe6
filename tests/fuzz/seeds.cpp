// Writes sound inputs for the fuzz targets: FOLDER/TARGET/NAME, and a dictionary of XPath's words.

#include <QDebug>  // clang wants it whole where an operator is deleted

#include "crypto/digest.h"
#include "crypto/key_wrap.h"
#include "crypto/random.h"
#include "crypto/recovery_key.h"
#include "crypto/signature.h"
#include "exchange/bundle.h"
#include "exchange/frame.h"
#include "exchange/package.h"
#include "exchange/receipt.h"
#include "exchange/seal.h"
#include "form/form_source.h"
#include "form/session.h"
#include "fuzz/snapshot_form.h"
#include "record/covering_note.h"
#include "resources/builtin_forms.h"
#include "resources/builtin_reference.h"
#include "xpath/expression.h"

#include <QDir>
#include <QFile>

#include <algorithm>
#include <cstdio>

using namespace amparo;

namespace {

bool write(const QString &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder + u'/' + name);
    return QDir().mkpath(folder) && file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

bool writeForms(const QString &folder)
{
    bool isWritten = true;
    for (const form::FormPackage &package : resources::builtinForms()) {
        const QByteArray xform = form::convertXlsForm(package.definition).xform;
        isWritten = isWritten &&
                    write(folder + QStringLiteral("/xlsx"), package.formId, package.definition) &&
                    write(folder + QStringLiteral("/xform"), package.formId, xform);
    }
    const QByteArray rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>type</t></is></c>"
                            "<c r=\"B1\" t=\"inlineStr\"><is><t>name</t></is></c></row>"
                            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>integer</t></is></c>"
                            "<c r=\"B2\" t=\"inlineStr\"><is><t>age</t></is></c></row>";
    return isWritten && write(folder + QStringLiteral("/xlsx"), QStringLiteral("rows"), rows) &&
           write(folder + QStringLiteral("/csv"), QStringLiteral("list"),
                 "name,label\r\na,\"Tulcán, \"\"centro\"\"\"\nb,\n\n\"c\nd\",e\n");
}

bool writeReference(const QString &folder)
{
    bool isWritten = true;
    const QMap<QString, QByteArray> files = resources::builtinReferenceFiles();
    for (auto file = files.begin(); file != files.end(); ++file)
        isWritten = isWritten && write(folder + QStringLiteral("/reference"),
                                       QString(file.key()).replace(u'/', u'-'), file.value());
    return isWritten;
}

bool writeSnapshots(const QString &folder)
{
    auto session = form::Session::start(fuzz::snapshotForm());
    if (!session)
        return false;
    const bool isWritten =
        write(folder + QStringLiteral("/snapshot"), QStringLiteral("new"), session->snapshot());
    const bool isFilled = session->addRepeat(QStringLiteral("/data/r")) &&
                          session->addRepeat(QStringLiteral("/data/r[1]/s")) &&
                          session->setAnswer(QStringLiteral("/data/r[1]/s[1]/y"), QStringLiteral("12"));
    return isWritten && isFilled &&
           write(folder + QStringLiteral("/snapshot"), QStringLiteral("filled"), session->snapshot());
}

bool writeNote(const QString &folder)
{
    record::CoveringNote note{{}, QStringLiteral("ana"), QStringLiteral("Ana Rojas")};
    note.screening.encounter = EncounterId::create();
    note.screening.formId = QStringLiteral("form");
    note.screening.startedAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    note.screening.finalisedAt = note.screening.startedAt;
    note.screening.instanceId = QStringLiteral("uuid:1");
    note.screening.verdict = record::Verdict();
    note.screening.advice = record::Advice{
        QStringLiteral("m 1"), QStringLiteral("b"), 1, {}, {}, {{QStringLiteral("GEN-01"), {}, {}}}, 0};
    return write(folder + QStringLiteral("/note"), QStringLiteral("note"), record::toBytes(note)) &&
           write(folder + QStringLiteral("/note"), QStringLiteral("submission"),
                 "<data id='form' version='1'><meta><instanceID>uuid:1</instanceID></meta></data>");
}

/// The first byte says what it is, as in exchange_fuzz.cpp.
bool writeExchange(const QString &folder)
{
    exchange::Batch batch{QByteArray(16, 's'), QByteArray(16, 'g'), 1, "checkpoint", {}};
    for (const char *id : {"uuid:00112233-4455-6677-8899-aabbccddeeff", "else"}) {
        const QByteArray xml = QByteArray("<data><instanceID>") + id + "</instanceID></data>";
        batch.items.append({QString::fromLatin1(id), QStringLiteral("form"), QStringLiteral("1"), xml, {}});
    }
    batch.items[1].files = {{QStringLiteral("a.jpg"), QStringLiteral("image/jpeg"), "picture"}};
    const exchange::Manifest manifest = exchange::manifestOf(batch);
    const auto bytes = exchange::encode(batch);
    const auto frame = bytes.and_then([](const QByteArray &one) { return exchange::pack(one); });
    const auto based = bytes.and_then([](const QByteArray &one) {
        return exchange::pack(one, exchange::formDictionary("<data><instanceID>"));
    });
    if (!frame || !based)
        return false;
    const crypto::SecretBytes seed = crypto::randomSecret(32);
    const auto sealed = exchange::seal(*frame, manifest, crypto::makeRecoveryKeyPair().publicKey, seed);
    const exchange::BatchReceipt answer =
        exchange::issueReceipt(manifest, exchange::nameOf(*frame), QDateTime::currentDateTimeUtc(),
                               {exchange::Verdict::Stored, exchange::Verdict::Conflict}, seed);
    const auto receipts =
        exchange::checkedReceipts(answer, manifest, answer.batchId, crypto::signingPublicKey(seed));
    const QString place = folder + QStringLiteral("/exchange");
    const exchange::Bundle bundle{batch.storeId,
                                  batch.generation,
                                  QByteArray(16, 'b'),
                                  1,
                                  QDateTime::currentDateTimeUtc(),
                                  crypto::signingPublicKey(seed),
                                  {{exchange::BundlePart::Kind::Batch, exchange::nameOf(*frame),
                                    crypto::digest(*frame), quint64(frame->size()), 2}}};
    const auto list = exchange::encode(bundle, seed);
    crypto::SecretBytes known(crypto::keySize);  // as in exchange_fuzz.cpp
    std::fill(known.bytes().begin(), known.bytes().end(), std::uint8_t(7));
    const exchange::Package forms{
        exchange::Channel::Forms, 1, bundle.time, std::nullopt, {{QStringLiteral("a/form.xml"), "<h/>"}}};
    const auto package = exchange::sign(forms, known);
    const auto keys = exchange::sign(exchange::PackageKeys{2, {crypto::signingPublicKey(known)}}, known);
    return sealed && receipts && list && package && keys &&
           write(place, QStringLiteral("package"), char(5) + *package) &&
           write(place, QStringLiteral("keys"), char(5) + *keys) &&
           write(place, QStringLiteral("bundle"), char(4) + *list) &&

           write(place, QStringLiteral("batch"), char(0) + *bytes) &&
           write(place, QStringLiteral("frame"), char(1) + *frame) &&
           write(place, QStringLiteral("based"), char(1) + *based) &&
           write(place, QStringLiteral("answer"), char(2) + exchange::encode(answer)) &&
           write(place, QStringLiteral("receipt"), char(2) + exchange::encode(receipts->first())) &&
           write(place, QStringLiteral("sealed"), char(3) + *sealed);
}

bool writeExpressions(const QString &folder)
{
    const char *const expressions[] = {
        "/d/r[x > 1 and position() = last()]/x | //t",
        "if(selected(/d/r/x, 'b'), concat('a', 1 div 0), string(-0.5 mod 3))",
        "format-date(date(/d/t) + 1, '%e %b %Y') = '3 Mar 2026'",
        "count(instance('i')/d/r[x = current()/a]) * sum(../@v | preceding-sibling::node())",
        "regex(/d/a, '^[0-9]{1,3}$') or join(' ', randomize(/d/r/x, 7)) != area(/d/p)",
    };
    int number = 0;
    for (const char *expression : expressions) {
        if (!write(folder + QStringLiteral("/xpath"), QString::number(number++), expression))
            return false;
    }
    QByteArray dictionary;
    for (const QString &name : xpath::functionNames())
        dictionary += '"' + name.toUtf8() + "(\"\n";
    for (const char *axis :
         {"ancestor", "descendant-or-self", "following-sibling", "parent", "preceding", "self"})
        dictionary += QByteArray("\"") + axis + "::\"\n";
    return write(folder, QStringLiteral("xpath.dict"), dictionary);
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "usage: fuzz_seeds FOLDER\n");
        return 2;
    }
    const QString folder = QString::fromLocal8Bit(argv[1]);
    if (writeForms(folder) && writeReference(folder) && writeSnapshots(folder) && writeNote(folder) &&
        writeExchange(folder) && writeExpressions(folder))
        return 0;
    std::fprintf(stderr, "fuzz_seeds: cannot write all of %s\n", argv[1]);
    return 1;
}
