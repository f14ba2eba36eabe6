#include "record/encrypted_submission.h"

#include "crypto/random.h"
#include "crypto/rsa_aes.h"

#include <QCryptographicHash>
#include <QXmlStreamWriter>

#include <utility>

namespace amparo::record {

namespace {

constexpr std::size_t keyBytes = 32;

const QString submissionsUri = QStringLiteral("http://opendatakit.org/submissions");
const QString openRosaUri = QStringLiteral("http://openrosa.org/xforms");
const QString xmlName = QStringLiteral("submission.xml");
const QString encryptedSuffix = QStringLiteral(".enc");

QByteArray md5(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Md5);
}

/// The vectors of one record's files, in their order: each is the one before with one byte counted up.
class Vectors {
public:
    Vectors(const QString &instanceId, const crypto::SecretBytes &key)
    {
        QCryptographicHash hash(QCryptographicHash::Md5);
        hash.addData(instanceId.toUtf8());
        hash.addData(QByteArray::fromRawData(reinterpret_cast<const char *>(key.bytes().data()),
                                             qsizetype(key.size())));
        m_vector = hash.result();
    }

    QByteArray next()
    {
        char &byte = m_vector[m_count++ % m_vector.size()];
        byte = char(quint8(byte) + 1);
        return m_vector;
    }

private:
    QByteArray m_vector;
    qsizetype m_count = 0;
};

/// What shows whoever decrypts it that nothing is damaged or missing.
QByteArray elementSignature(const ClearSubmission &submission, const QByteArray &encryptedKey)
{
    QByteArray text = submission.formId.toUtf8() + '\n';
    if (!submission.formVersion.isEmpty())
        text += submission.formVersion.toUtf8() + '\n';
    text += encryptedKey + '\n' + submission.instanceId.toUtf8() + '\n';
    for (auto file = submission.files.cbegin(); file != submission.files.cend(); ++file)
        text += file.key().toUtf8() + "::" + md5(file.value()).toHex() + '\n';
    return md5(text + xmlName.toUtf8() + "::" + md5(submission.xml).toHex() + '\n');
}

QByteArray manifestXml(const ClearSubmission &submission, const QByteArray &encryptedKey,
                       const QByteArray &encryptedSignature)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeDefaultNamespace(submissionsUri);
    writer.writeStartElement(submissionsUri, QStringLiteral("data"));
    writer.writeAttribute(QStringLiteral("id"), submission.formId);
    if (!submission.formVersion.isEmpty())
        writer.writeAttribute(QStringLiteral("version"), submission.formVersion);
    writer.writeAttribute(QStringLiteral("encrypted"), QStringLiteral("yes"));
    writer.writeTextElement(submissionsUri, QStringLiteral("base64EncryptedKey"),
                            QString::fromLatin1(encryptedKey));
    writer.writeNamespace(openRosaUri, QStringLiteral("orx"));
    writer.writeStartElement(openRosaUri, QStringLiteral("meta"));
    writer.writeTextElement(openRosaUri, QStringLiteral("instanceID"), submission.instanceId);
    writer.writeEndElement();
    for (const QString &name : submission.files.keys()) {
        writer.writeStartElement(submissionsUri, QStringLiteral("media"));
        writer.writeTextElement(submissionsUri, QStringLiteral("file"), name + encryptedSuffix);
        writer.writeEndElement();
    }
    writer.writeTextElement(submissionsUri, QStringLiteral("encryptedXmlFile"), xmlName + encryptedSuffix);
    writer.writeTextElement(submissionsUri, QStringLiteral("base64EncryptedElementSignature"),
                            QString::fromLatin1(encryptedSignature));
    writer.writeEndElement();
    return xml;
}

}  // namespace

Result<QByteArray> submissionKey(const QString &base64)
{
    const QByteArray key = QByteArray::fromBase64(base64.toLatin1());
    if (!crypto::isRsaKey(key))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("base64RsaPublicKey is no RSA public key of 2048 bits"));
    return key;
}

Result<SubmissionEnvelope> makeEnvelope(const ClearSubmission &submission, const QByteArray &publicKey)
{
    SubmissionEnvelope envelope{{}, crypto::randomSecret(keyBytes)};
    const QByteArrayView key(envelope.key.bytes().data(), qsizetype(keyBytes));
    const auto encryptedKey = crypto::encryptToRsaKey(key, publicKey);
    if (!encryptedKey)
        return tl::make_unexpected(encryptedKey.error());
    const QByteArray keyText = encryptedKey->toBase64();
    const auto signature = crypto::encryptToRsaKey(elementSignature(submission, keyText), publicKey);
    if (!signature)
        return tl::make_unexpected(signature.error());
    envelope.manifest = manifestXml(submission, keyText, signature->toBase64());
    return envelope;
}

QMap<QString, QByteArray> encryptedFiles(const ClearSubmission &submission, const crypto::SecretBytes &key)
{
    Vectors vectors(submission.instanceId, key);
    QMap<QString, QByteArray> files;
    for (auto file = submission.files.cbegin(); file != submission.files.cend(); ++file)
        files.insert(file.key() + encryptedSuffix, crypto::encryptAesCfb(file.value(), key, vectors.next()));
    files.insert(xmlName + encryptedSuffix, crypto::encryptAesCfb(submission.xml, key, vectors.next()));
    return files;
}

}  // namespace amparo::record
