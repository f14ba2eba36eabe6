#include "support/odk_recipient.h"

#include "support/catch.h"
#include "support/openssl_tool.h"

#include <QCryptographicHash>
#include <QXmlStreamReader>

namespace amparo::test {

namespace {

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

QByteArray md5(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Md5); }

struct Manifest {
    QString formId;
    QString version;
    bool isEncrypted = false;
    QByteArray key;
    QString instanceId;
    QStringList media;
    QString xmlFile;
    QByteArray signature;
};

Manifest read(const QByteArray &xml)
{
    Manifest manifest;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = reader.name();
        if (name == u"data") {
            CHECK(reader.namespaceUri() == u"http://opendatakit.org/submissions");
            manifest.formId = reader.attributes().value(QLatin1StringView("id")).toString();
            manifest.version = reader.attributes().value(QLatin1StringView("version")).toString();
            manifest.isEncrypted = reader.attributes().value(QLatin1StringView("encrypted")) == u"yes";
        } else if (name == u"base64EncryptedKey") {
            manifest.key = reader.readElementText().toLatin1();
        } else if (name == u"instanceID") {
            CHECK(reader.namespaceUri() == u"http://openrosa.org/xforms");
            manifest.instanceId = reader.readElementText();
        } else if (name == u"file") {
            manifest.media.append(reader.readElementText());
        } else if (name == u"encryptedXmlFile") {
            manifest.xmlFile = reader.readElementText();
        } else if (name == u"base64EncryptedElementSignature") {
            manifest.signature = reader.readElementText().toLatin1();
        }
    }
    REQUIRE_FALSE(reader.hasError());
    return manifest;
}

QByteArray decryptFile(const QByteArray &encrypted, const QByteArray &key, const QByteArray &iv)
{
    const QByteArray padded = openssl(words("enc -d -aes-256-cfb -K") +
                                          QStringList{QString::fromLatin1(key.toHex()), QStringLiteral("-iv"),
                                                      QString::fromLatin1(iv.toHex())},
                                      encrypted);
    const int padding = padded.isEmpty() ? 0 : padded.back();
    REQUIRE(padding > 0);
    REQUIRE(padding <= 16);
    REQUIRE(padded.endsWith(QByteArray(padding, char(padding))));
    return padded.chopped(padding);
}

QString clearName(const QString &encrypted)
{
    REQUIRE(encrypted.endsWith(QStringLiteral(".enc")));
    return encrypted.chopped(4);
}

}  // namespace

OdkRecipient::OdkRecipient()
{
    REQUIRE(m_folder.isValid());
    openssl(words("genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out") +
            QStringList{m_keyFile});
}

QByteArray OdkRecipient::publicKey() const
{
    return openssl(words("pkey -pubout -outform DER -in") + QStringList{m_keyFile});
}

QByteArray OdkRecipient::unwrap(const QByteArray &base64) const
{
    const QByteArray wrapped = QByteArray::fromBase64(base64);
    CHECK(wrapped.size() == 256);  // ODK Central takes no other
    return openssl(words("pkeyutl -decrypt -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256"
                         " -pkeyopt rsa_mgf1_md:sha256 -inkey") +
                       QStringList{m_keyFile},
                   wrapped);
}

OdkRecord OdkRecipient::decrypt(const QByteArray &manifestXml,
                                const QMap<QString, QByteArray> &encrypted) const
{
    const Manifest manifest = read(manifestXml);
    REQUIRE(manifest.isEncrypted);
    const QByteArray key = unwrap(manifest.key);
    QByteArray iv = md5(manifest.instanceId.toUtf8() + key);
    int count = 0;
    const auto next = [&](const QString &name) {
        iv[count % 16] = char(iv[count % 16] + 1);
        ++count;
        REQUIRE(encrypted.contains(name));
        return decryptFile(encrypted.value(name), key, iv);
    };
    OdkRecord record;
    QByteArray text = manifest.formId.toUtf8() + '\n';
    if (!manifest.version.isEmpty())
        text += manifest.version.toUtf8() + '\n';
    text += manifest.key + '\n' + manifest.instanceId.toUtf8() + '\n';
    for (const QString &name : manifest.media) {
        const QByteArray content = next(name);
        record.files.insert(clearName(name), content);
        text += clearName(name).toUtf8() + "::" + md5(content).toHex() + '\n';
    }
    record.xml = next(manifest.xmlFile);
    text += clearName(manifest.xmlFile).toUtf8() + "::" + md5(record.xml).toHex() + '\n';
    record.isSound = unwrap(manifest.signature) == md5(text);
    return record;
}

}  // namespace amparo::test
