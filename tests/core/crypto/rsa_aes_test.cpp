#include "crypto/rsa_aes.h"

#include "support/catch.h"
#include "support/openssl_tool.h"

#include <QTemporaryDir>

#include <algorithm>

using namespace amparo;
using namespace amparo::crypto;
using amparo::test::errorOf;
using amparo::test::openssl;

namespace {

QStringList words(const char *text) { return QString::fromLatin1(text).split(u' '); }

}  // namespace

TEST_CASE("AES-256 in CFB mode is that of NIST SP 800-38A, F.3.17", "[crypto]")
{
    const QByteArray keyBytes =
        QByteArray::fromHex("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4");
    SecretBytes key(32);
    std::copy(keyBytes.begin(), keyBytes.end(), key.bytes().begin());
    const QByteArray iv = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    const QByteArray message =
        QByteArray::fromHex("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51"
                            "30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710");
    const QByteArray expected =
        QByteArray::fromHex("dc7e84bfda79164b7ecd8486985d386039ffed143b28b1c832113c6331e5407b"
                            "df10132415e54b92a13ed0a8267ae2f975a385741ab9cef82031623d55b1e471");
    const QByteArray sealed = encryptAesCfb(message, key, iv);
    CHECK(sealed.first(expected.size()) == expected);
    CHECK(sealed.size() ==
          expected.size() + aesBlockSize);  // whole blocks get a block of padding (RFC 5652, 6.3)

    for (const qsizetype size : {0, 1, 15, 16, 17})
        CHECK(encryptAesCfb(message.first(size), key, iv).size() == (size / 16 + 1) * 16);
}

TEST_CASE("what is encrypted to an RSA key is opened with SHA-256 for label and MGF1", "[crypto]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("key.pem"));
    openssl(words("genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out") + QStringList{file});
    const QByteArray key = openssl(words("pkey -pubout -outform DER -in") + QStringList{file});
    REQUIRE(isRsaKey(key));
    const auto first = encryptToRsaKey("secret", key);
    const auto second = encryptToRsaKey("secret", key);
    REQUIRE(first);
    REQUIRE(second);
    CHECK(*first != *second);
    CHECK(openssl(words("pkeyutl -decrypt -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha256 -pkeyopt"
                        " rsa_mgf1_md:sha256 -inkey") +
                      QStringList{file},
                  *first) == "secret");
    CHECK(encryptToRsaKey(QByteArray(190, 'x'), key));
    CHECK(errorOf(encryptToRsaKey(QByteArray(191, 'x'), key)) == ErrorCode::InvalidInput);
    CHECK_FALSE(isRsaKey(key + 'x'));
    CHECK_FALSE(isRsaKey(key.chopped(1)));
}

TEST_CASE("only RSA keys of 2048 bits are taken", "[crypto]")
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("key.pem"));
    const char *kind =
        GENERATE("RSA -pkeyopt rsa_keygen_bits:1024", "RSA -pkeyopt rsa_keygen_bits:3072", "ED25519");
    CAPTURE(kind);
    openssl(words("genpkey -quiet -algorithm") + words(kind) + QStringList{QStringLiteral("-out"), file});
    const QByteArray key = openssl(words("pkey -pubout -outform DER -in") + QStringList{file});
    CHECK_FALSE(isRsaKey(key));
    CHECK(errorOf(encryptToRsaKey("secret", key)) == ErrorCode::InvalidInput);
}
