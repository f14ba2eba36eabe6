#include "store/recovery_file.h"

#include "store/checked_file.h"

#include <QCborArray>

namespace amparo::store {

namespace {

const FileKind &publicKind()
{
    static const FileKind kind{"AMPAROPUBLIC", 1};
    return kind;
}

const FileKind &secretKind()
{
    static const FileKind kind{"AMPAROSECRET", 1};
    return kind;
}

const FileKind &signingKind()
{
    static const FileKind kind{"AMPAROSIGNING", 1};
    return kind;
}

constexpr QByteArrayView recoveryContext("amparo recovery key 1");
constexpr QByteArrayView signingContext("amparo package signing key 1");

Result<> writeSecret(const QString &path, const FileKind &kind, QByteArrayView context,
                     const crypto::SecretBytes &secret, const crypto::Passphrase &passphrase,
                     const crypto::KdfParameters &kdf)
{
    return crypto::wrapKey(secret, passphrase, kdf, context).and_then([&](const crypto::WrappedKey &wrapped) {
        return replaceFile(path, kind,
                           QCborArray{qint64(wrapped.kdf.memoryInKib), qint64(wrapped.kdf.passes),
                                      wrapped.salt, wrapped.key.nonce, wrapped.key.sealed});
    });
}

Result<crypto::SecretBytes> readSecret(const QString &path, const FileKind &kind, QByteArrayView context,
                                       const crypto::Passphrase &passphrase)
{
    return readFile(path, kind).and_then([&](const QCborValue &value) {
        const QCborArray parts = value.toArray();
        const crypto::WrappedKey wrapped{{smallNumber(parts.at(0)), smallNumber(parts.at(1))},
                                         parts.at(2).toByteArray(),
                                         {parts.at(3).toByteArray(), parts.at(4).toByteArray()}};
        return crypto::unwrapKey(wrapped, passphrase, context);
    });
}

}  // namespace

Result<> writeRecoveryPublic(const QString &path, const QByteArray &publicKey)
{
    return replaceFile(path, publicKind(), publicKey);
}

Result<QByteArray> readRecoveryPublic(const QString &path)
{
    return readFile(path, publicKind()).map([](const QCborValue &value) { return value.toByteArray(); });
}

Result<> writeRecoverySecret(const QString &path, const crypto::SecretBytes &secretKey,
                             const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf)
{
    return writeSecret(path, secretKind(), recoveryContext, secretKey, passphrase, kdf);
}

Result<crypto::SecretBytes> readRecoverySecret(const QString &path, const crypto::Passphrase &passphrase)
{
    return readSecret(path, secretKind(), recoveryContext, passphrase);
}

Result<> writeSigningSecret(const QString &path, const crypto::SecretBytes &seed,
                            const crypto::Passphrase &passphrase, const crypto::KdfParameters &kdf)
{
    return writeSecret(path, signingKind(), signingContext, seed, passphrase, kdf);
}

Result<crypto::SecretBytes> readSigningSecret(const QString &path, const crypto::Passphrase &passphrase)
{
    return readSecret(path, signingKind(), signingContext, passphrase);
}

}  // namespace amparo::store
