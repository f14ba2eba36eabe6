#include "record/encrypted_submission.h"

#include "support/catch.h"
#include "support/odk_recipient.h"

using namespace amparo;
using namespace amparo::record;
using amparo::test::errorOf;
using amparo::test::OdkRecipient;
using amparo::test::OdkRecord;

namespace {

ClearSubmission aSubmission(int files, const QString &version = QStringLiteral("3"))
{
    ClearSubmission submission{QStringLiteral("second line"),
                               version,
                               QStringLiteral("uuid:7f2b8a1c-0000-4000-8000-0123456789ab"),
                               "<data id=\"second\"><name>Ñusta &amp; Quispe</name></data>",
                               {}};
    for (int i = 0; i < files; ++i)
        submission.files.insert(QStringLiteral("foto %1.jpg").arg(i), QByteArray(i * 7, char('a' + i)));
    return submission;
}

}  // namespace

TEST_CASE("whoever has the private key gets the record back, as ODK decrypts it", "[record]")
{
    const OdkRecipient recipient;
    // After 16 files the bytes of the vector are counted up a second time.
    const auto submission =
        GENERATE(aSubmission(0), aSubmission(1), aSubmission(20), aSubmission(2, QString()));
    const auto envelope = makeEnvelope(submission, recipient.publicKey());
    REQUIRE(envelope);
    const QMap<QString, QByteArray> files = encryptedFiles(submission, envelope->key);
    const OdkRecord record = recipient.decrypt(envelope->manifest, files);
    CHECK(record.xml == submission.xml);
    CHECK(record.files == submission.files);
    CHECK(record.isSound);
    CHECK(encryptedFiles(submission, envelope->key) == files);
    CHECK_FALSE(envelope->manifest.contains("Quispe"));
}

TEST_CASE("each record has a key of its own", "[record]")
{
    const OdkRecipient recipient;
    const ClearSubmission submission = aSubmission(1);
    const auto first = makeEnvelope(submission, recipient.publicKey());
    const auto second = makeEnvelope(submission, recipient.publicKey());
    REQUIRE(first);
    REQUIRE(second);
    CHECK(encryptedFiles(submission, first->key) != encryptedFiles(submission, second->key));
}

TEST_CASE("a form's key is read as it stands there, broken into lines or not", "[record]")
{
    const QByteArray key = OdkRecipient().publicKey();
    const QString text = QString::fromLatin1(key.toBase64());
    CHECK(submissionKey(text) == key);
    CHECK(submissionKey(text.first(64) + QStringLiteral("\n  ") + text.sliced(64)) == key);
    for (const QString &wrong : {QStringLiteral("MIIB"), QString(), text.chopped(8),
                                 QString(text).replace(30, 4, QStringLiteral("!!!!"))})
        CHECK(errorOf(submissionKey(wrong)) == ErrorCode::InvalidInput);
}
