#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

namespace amparo::test {

/// A record as it came out again.
struct OdkRecord {
    QByteArray xml;
    QMap<QString, QByteArray> files;
    bool isSound = false;  ///< the element signature holds
};

/// Who owns the private key of a form's submission encryption: decrypts with OpenSSL's program, step by step
/// as the ODK XForms specification says ("Encryption").
class OdkRecipient {
public:
    OdkRecipient();

    QByteArray publicKey() const;  ///< SubjectPublicKeyInfo in DER

    OdkRecord decrypt(const QByteArray &manifest, const QMap<QString, QByteArray> &encrypted) const;

private:
    QByteArray unwrap(const QByteArray &base64) const;

    QTemporaryDir m_folder;
    QString m_keyFile = m_folder.filePath(QStringLiteral("private.pem"));
};

}  // namespace amparo::test
