#include "base/durable_file.h"

#include "support/catch.h"
#include "support/file_size_limit.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::test;

namespace {

class Folder {
public:
    QString path(const char *name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    QStringList content() const { return QDir(m_dir.path()).entryList(QDir::Files | QDir::Hidden); }

    void put(const char *name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        REQUIRE(file.write(bytes) == bytes.size());
    }
    QByteArray at(const char *name) const
    {
        QFile file(path(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }

private:
    QTemporaryDir m_dir;
};

}  // namespace

TEST_CASE("a durable file has its new content at once, and nothing lies beside it", "[base]")
{
    const Folder folder;
    SECTION("where there was none") {}
    SECTION("where there was an older one") { folder.put("keys", "a longer, older content"); }
    SECTION("where an ended run left a part behind") { folder.put("keys.part", "half of a"); }

    DurableFile file = require(DurableFile::create(folder.path("keys")));
    require(file.write("new "));
    require(file.write("content"));
    require(file.commit());
    CHECK(folder.at("keys") == "new content");
    CHECK(folder.content() == QStringList{QStringLiteral("keys")});
}

TEST_CASE("a durable file that is not committed leaves its place as it was", "[base]")
{
    const Folder folder;
    folder.put("keys", "old");
    {
        DurableFile file = require(DurableFile::create(folder.path("keys")));
        require(file.write("half of the new"));
        CHECK(folder.at("keys") == "old");
        const DurableFile moved = std::move(file);  // the part goes with the one that owns it
        CHECK(folder.content() == QStringList{QStringLiteral("keys"), QStringLiteral("keys.part")});
    }
    CHECK(folder.content() == QStringList{QStringLiteral("keys")});
    CHECK(folder.at("keys") == "old");
}

#ifdef Q_OS_UNIX
TEST_CASE("only its owner can read a durable file, from its first byte on", "[base]")
{
    constexpr auto owner =
        QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;  // Qt tells both
    const Folder folder;
    folder.put("keys", "old");
    REQUIRE(QFile::setPermissions(folder.path("keys"), owner | QFile::ReadGroup | QFile::ReadOther));
    DurableFile file = require(DurableFile::create(folder.path("keys")));
    CHECK(QFile::permissions(file.partPath()) == owner);
    require(file.commit());
    CHECK(QFile::permissions(folder.path("keys")) == owner);
}

TEST_CASE("a link that lies where the part will grow is not followed", "[base]")
{
    const Folder folder;
    folder.put("victim", "untouched");
    REQUIRE(QFile::link(folder.path("victim"), folder.path("keys.part")));
    require(writeDurably(folder.path("keys"), "new"));
    CHECK(folder.at("victim") == "untouched");
    CHECK(folder.at("keys") == "new");
}
#endif

TEST_CASE("a durable file makes no folder", "[base]")
{
    const Folder folder;
    CHECK(errorOf(DurableFile::create(folder.path("no/such/keys"))) == ErrorCode::NotFound);
    CHECK(folder.content().isEmpty());
}

TEST_CASE("a folder that stands where the file should go is kept", "[base]")
{
    const Folder folder;
    REQUIRE(QDir().mkpath(folder.path("keys/inner")));
    CHECK_FALSE(writeDurably(folder.path("keys"), "new"));
    CHECK(QDir(folder.path("keys/inner")).exists());
    CHECK(folder.content().isEmpty());
}

#ifdef Q_OS_LINUX
TEST_CASE("a folder of the system takes no durable file", "[base]")
{
    CHECK(errorOf(DurableFile::create(QStringLiteral("/sys/keys"))) == ErrorCode::ReadOnly);
}

TEST_CASE("where space runs out, the older file stays and nothing lies beside it", "[base]")
{
    const Folder folder;
    folder.put("keys", "old");
    const Result<> outcome = [&] {
        const FileSizeLimit limit(600);
        return writeDurably(folder.path("keys"), QByteArray(601, 'n'));
    }();
    CHECK(errorOf(outcome) == ErrorCode::DiskFull);
    CHECK(folder.content() == QStringList{QStringLiteral("keys")});
    CHECK(folder.at("keys") == "old");
}
#endif
