#include "crypto/random.h"
#include "store/key_file.h"

#include "support/catch.h"
#include "support/files.h"
#include "support/owner_rights.h"
#include "support/samples.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::store;
using amparo::test::contentOf;
using amparo::test::replaceContent;
using test::errorOf;
using test::require;

namespace {

KeySlot aSlot(const QString &loginName)
{
    // What a real slot looks like; sealing costs time and is the crypto room's test.
    return {OfficerId::create(),
            loginName,
            {{}, crypto::randomBytes(16), {crypto::randomBytes(24), crypto::randomBytes(48)}},
            {crypto::randomBytes(24), crypto::randomBytes(48)}};
}

struct Folder {
    QTemporaryDir folder{test::quickFolder()};
    QString current = folder.filePath(QStringLiteral("keys.amparo"));
    QString previous = folder.filePath(QStringLiteral("keys.amparo.previous"));
    KeyFile one{StoreId::create(), 1, {aSlot(QStringLiteral("ana"))}, {}};
    KeyFile two{one.store,
                7,
                {one.slotList.first(), aSlot(QStringLiteral("josé"))},
                RecoverySlot{crypto::randomBytes(32), crypto::randomBytes(80)}};

    Folder()
    {
        require(writeKeyFile(folder.path(), one));
        require(writeKeyFile(folder.path(), two));
    }
    Result<KeyFile> read() const { return readKeyFile(folder.path()); }
};

}  // namespace

TEST_CASE("a key file comes back as written, and keeps its previous generation", "[store][SEC-K3]")
{
    Folder folder;
    CHECK(require(folder.read()) == folder.two);
    QFile::remove(folder.current);
    CHECK(require(folder.read()) == folder.one);
}

TEST_CASE("a key file is its owner's alone", "[store]")
{
    Folder folder;
    CHECK(test::isOwnersAlone(folder.current));
    CHECK(test::isOwnersAlone(folder.previous));
}

TEST_CASE("every flipped byte of a key file is noticed", "[store][SEC-K3]")
{
    Folder folder;
    QFile::remove(folder.previous);
    const QByteArray sound = contentOf(folder.current);
    for (qsizetype at = 0; at < sound.size(); ++at) {
        QByteArray damaged = sound;
        damaged[at] = char(damaged.at(at) ^ 0x01);
        replaceContent(folder.current, damaged);
        if (errorOf(folder.read()) != ErrorCode::Corrupt)
            FAIL("byte " << at << " of " << sound.size());
    }
    for (const QByteArray &cut : {QByteArray(), sound.left(11), sound.chopped(1), sound + '\0'}) {
        replaceContent(folder.current, cut);
        CHECK(errorOf(folder.read()) == ErrorCode::Corrupt);
    }
}

TEST_CASE("a damaged key file is answered for by its previous generation", "[store][SEC-K3]")
{
    Folder folder;
    replaceContent(folder.current, "rubbish");
    CHECK(require(folder.read()) == folder.one);
    // And damage never becomes a generation of its own.
    require(writeKeyFile(folder.folder.path(), folder.two));
    QFile::remove(folder.current);
    CHECK(require(folder.read()) == folder.one);
}

TEST_CASE("no key file is not a damaged one", "[store]")
{
    const QTemporaryDir empty;
    CHECK(errorOf(readKeyFile(empty.path())) == ErrorCode::NotFound);
}

TEST_CASE("login names do not depend on case or on how an accent is typed", "[store]")
{
    Folder folder;
    CHECK(folder.two.find(u"JOSE\u0301 ") == &folder.two.slotList.at(1));
    CHECK(folder.two.find(u"jose") == nullptr);
}

TEST_CASE("a slot is bound to its store, its officer and its name", "[store][SEC-K2]")
{
    const auto store = StoreId::create();
    const auto officer = OfficerId::create();
    const QByteArray context = slotContext(store, officer, u"Ana");
    CHECK(slotContext(store, officer, u"ana") == context);
    CHECK(slotContext(StoreId::create(), officer, u"ana") != context);
    CHECK(slotContext(store, OfficerId::create(), u"ana") != context);
    CHECK(slotContext(store, officer, u"ann") != context);
}
