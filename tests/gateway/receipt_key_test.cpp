#include "sync/gateway/receipt_key.h"

#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::gateway;
using namespace amparo::test;

TEST_CASE("the receipt key is made once and is its owner's alone", "[gateway]")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("receipt.key"));
    CHECK(errorOf(readReceiptKey(path)) == ErrorCode::NotFound);
    const ReceiptKey made = require(makeReceiptKey(path));
    CHECK(require(readReceiptKey(path)).publicKey == made.publicKey);
    CHECK(errorOf(makeReceiptKey(path)) == ErrorCode::Conflict);
    CHECK((QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)) == QFile::Permissions());

    SECTION("others must not be able to read it")
    {
        REQUIRE(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup));
        CHECK(errorOf(readReceiptKey(path)) == ErrorCode::Denied);
    }
    SECTION("a file of another size is none")
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::Append));
        file.write("x");
        file.close();
        CHECK(errorOf(readReceiptKey(path)) == ErrorCode::Corrupt);
    }
}
