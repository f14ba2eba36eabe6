#pragma once

#include "base/result.h"
#include "crypto/secret.h"

#include <QByteArray>
#include <QMap>
#include <QString>

namespace amparo::record {

// Records that only the owner of a form's private key can read, neither the link nor the server (element
// submission, attribute base64RsaPublicKey). The format is ODK's, so that ODK Central and ODK Briefcase
// decrypt it: ODK XForms specification, "Encryption" (getodk.github.io/xforms-spec/encryption).
//
// It shows damage, not forgery: whoever has the form can make such a record. Thread: any.

/// A final record as it is here.
struct ClearSubmission {
    QString formId;
    QString formVersion;  ///< empty: none
    QString instanceId;
    QByteArray xml;
    QMap<QString, QByteArray> files;  ///< by name
};

/// What takes the place of the record's XML, and the key under which the rest is encrypted. Both are kept,
/// since encrypting anew would make other bytes.
struct SubmissionEnvelope {
    QByteArray manifest;      ///< XML; names the encrypted files and holds the key, encrypted
    crypto::SecretBytes key;  ///< 32 bytes; a secret
};

/// What a form's base64RsaPublicKey stands for. Errors: InvalidInput (no 2048-bit RSA key, the size that ODK
/// Central decrypts).
[[nodiscard]] Result<QByteArray> submissionKey(const QString &base64);

/// With a new key. `publicKey` as submissionKey() gives it. Errors: InvalidInput (no such key).
[[nodiscard]] Result<SubmissionEnvelope> makeEnvelope(const ClearSubmission &submission,
                                                      const QByteArray &publicKey);

/// The files that go with the manifest, by name; the same bytes each time.
QMap<QString, QByteArray> encryptedFiles(const ClearSubmission &submission, const crypto::SecretBytes &key);

}  // namespace amparo::record
