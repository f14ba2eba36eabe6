#include "crypto/random.h"
#include "store/database.h"

#include "support/catch.h"
#include "support/samples.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::store;
using test::errorOf;
using test::require;

namespace {

/// A database of its own, with a table for every type that is kept.
struct Scratch {
    QTemporaryDir folder{test::quickFolder()};
    QString path = folder.filePath(QStringLiteral("scratch.db"));
    crypto::SecretBytes key = crypto::randomSecret(32);
    std::unique_ptr<Database> database = require(Database::open(path, key, Database::Mode::Create));

    Scratch()
    {
        require(
            database->execute("CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, size INTEGER,"
                              " weight REAL, content BLOB, at TEXT, day TEXT, ref BLOB) STRICT"));
    }

    Result<std::unique_ptr<Database>> openAgain()
    {
        return Database::open(path, key, Database::Mode::Existing);
    }

    qint64 count() { return require(database->value<qint64>("SELECT count(*) FROM thing")); }
    Result<qint64> add(const QString &name)
    {
        return database->run("INSERT INTO thing (name) VALUES (?)", name);
    }
};

void flipByte(const QString &path, qint64 offset)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadWrite));
    REQUIRE(offset < file.size());
    file.seek(offset);
    const char byte = file.read(1).at(0);
    file.seek(offset);
    file.putChar(char(byte ^ 0x10));
}

}  // namespace

TEST_CASE("every type comes back as it was stored", "[store]")
{
    Scratch scratch;
    const QDateTime at(QDate(2026, 3, 2), QTime(14, 0, 0, 7), Qt::UTC);
    const auto id = ScreeningId::create();
    const QString name = QString::fromUtf8("Ñañez 山");
    const QByteArray content("\x00\xff\x00", 3);
    require(scratch.database->run("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?)", 1, name,
                                  qint64(1) << 40, 0.25, content, at, QDate(2026, 3, 2), id));
    const auto read = [&](const Row &row) {
        CHECK(row.get<QString>(1) == name);
        CHECK(row.get<qint64>(2) == qint64(1) << 40);
        CHECK(row.get<double>(3) == 0.25);
        CHECK(row.get<QByteArray>(4) == content);
        CHECK(row.get<QDateTime>(5) == at);
        CHECK(row.get<QDate>(6) == QDate(2026, 3, 2));
        CHECK(row.get<ScreeningId>(7) == id);
        return row.get<bool>(0);
    };
    CHECK(require(scratch.database->first("SELECT * FROM thing", read)) == true);
}

TEST_CASE("times are kept in UTC, whatever zone they are given in", "[store]")
{
    Scratch scratch;
    const QDateTime local(QDate(2026, 3, 2), QTime(9, 0), Qt::OffsetFromUTC, -5 * 3600);
    require(scratch.database->run("INSERT INTO thing (at) VALUES (?)", local));
    CHECK(require(scratch.database->value<QString>("SELECT at FROM thing")) ==
          QStringLiteral("2026-03-02T14:00:00.000Z"));
}

TEST_CASE("nothing is NULL, and an empty text is not nothing", "[store]")
{
    Scratch scratch;
    require(scratch.database->run("INSERT INTO thing (name, size) VALUES (?, ?)", QString(),
                                  std::optional<int>()));
    const auto size = [](const Row &row) { return row.get<std::optional<int>>(0); };
    const auto found = require(scratch.database->first("SELECT size FROM thing WHERE name = ''", size));
    REQUIRE(found.has_value());
    CHECK_FALSE(found->has_value());
}

TEST_CASE("a stored value of another form makes the query fail as corrupt", "[store]")
{
    Scratch scratch;
    require(scratch.database->run("INSERT INTO thing (name, ref, size) VALUES ('x', x'0102', 7)"));
    CHECK(errorOf(scratch.database->value<QDateTime>("SELECT name FROM thing")) == ErrorCode::Corrupt);
    CHECK(errorOf(scratch.database->value<ShiftId>("SELECT ref FROM thing")) == ErrorCode::Corrupt);
    CHECK(errorOf(scratch.database->value<bool>("SELECT size FROM thing")) == ErrorCode::Corrupt);
    CHECK(errorOf(scratch.database->value<QString>("SELECT at FROM thing")) == ErrorCode::Corrupt);
}

TEST_CASE("a transaction that is not committed leaves nothing behind", "[store]")
{
    Scratch scratch;
    SECTION("left without commit")
    {
        const auto transaction = require(Transaction::begin(*scratch.database));
        require(scratch.add(QStringLiteral("a")));
    }
    SECTION("failed half-way")
    {
        CHECK(errorOf(inTransaction(*scratch.database, [&]() -> Result<qint64> {
                  require(scratch.add(QStringLiteral("a")));
                  return scratch.add(QStringLiteral("a"));
              })) == ErrorCode::Conflict);
    }
    CHECK(scratch.count() == 0);
    CHECK_FALSE(scratch.database->isInTransaction());
}

TEST_CASE("what is committed is there when the store is opened again", "[store]")
{
    Scratch scratch;
    require(inTransaction(*scratch.database, [&] { return scratch.add(QStringLiteral("a")); }));
    scratch.database.reset();
    scratch.database = require(scratch.openAgain());
    CHECK(scratch.count() == 1);
}

TEST_CASE("an error names code and statement, never the data", "[store]")
{
    Scratch scratch;
    require(scratch.add(QStringLiteral("Quispe")));
    const auto refused = scratch.add(QStringLiteral("Quispe"));
    REQUIRE(errorOf(refused) == ErrorCode::Conflict);
    CHECK(refused.error().detail.contains(QStringLiteral("INSERT INTO thing (name) VALUES (?)")));
    CHECK(refused.error().detail.contains(QStringLiteral("2067")));  // SQLITE_CONSTRAINT_UNIQUE
    CHECK_FALSE(refused.error().detail.contains(QStringLiteral("Quispe")));
}

TEST_CASE("a store file is neither made twice nor made anew", "[store]")
{
    Scratch scratch;
    scratch.database.reset();
    CHECK(errorOf(Database::open(scratch.path, scratch.key, Database::Mode::Create)) == ErrorCode::Conflict);
    QFile::remove(scratch.path);
    CHECK(errorOf(scratch.openAgain()) == ErrorCode::NotFound);
    CHECK_FALSE(QFile::exists(scratch.path));
}

TEST_CASE("another key opens nothing", "[store][SEC-K1]")
{
    Scratch scratch;
    scratch.database.reset();
    CHECK(errorOf(Database::open(scratch.path, crypto::randomSecret(32), Database::Mode::Existing)) ==
          ErrorCode::Corrupt);
}

TEST_CASE("a second connection is refused as locked", "[store]")
{
    Scratch scratch;
    CHECK(errorOf(scratch.openAgain()) == ErrorCode::Locked);
    CHECK(scratch.count() == 0);
}

TEST_CASE("a flipped bit anywhere in the file is found out", "[store][SEC-D3]")
{
    Scratch scratch;
    {
        auto transaction = require(Transaction::begin(*scratch.database));
        for (int i = 0; i < 2000; ++i)
            require(scratch.add(QString::number(i)));
        require(transaction.commit());
    }
    scratch.database.reset();
    const qint64 size = QFile(scratch.path).size();
    const qint64 offset = GENERATE_COPY(as<qint64>(), 40, 2000, 4096, size / 2, size - 20);
    CAPTURE(offset);
    flipByte(scratch.path, offset);

    const auto readAll = [&]() -> Result<> {
        auto database = scratch.openAgain();
        if (!database)
            return tl::make_unexpected(database.error());
        return (*database)->checkIntegrity(Database::Check::Full);
    };
    CHECK(errorOf(readAll()) == ErrorCode::Corrupt);
    CHECK(QFile(scratch.path).size() == size);
}

TEST_CASE("the connection is set up to lose nothing and to trust nothing", "[store][SEC-D1]")
{
    Scratch scratch;
    const auto pragma = [&](const char *sql) { return require(scratch.database->value<qint64>(sql)); };
    CHECK(require(scratch.database->value<QString>("PRAGMA journal_mode")) == QStringLiteral("wal"));
    CHECK(pragma("PRAGMA synchronous") == 2);  // FULL
    CHECK(pragma("PRAGMA foreign_keys") == 1);
    CHECK(pragma("PRAGMA secure_delete") == 1);
    CHECK(pragma("PRAGMA cell_size_check") == 1);
    CHECK(pragma("PRAGMA trusted_schema") == 0);
    CHECK(pragma("PRAGMA temp_store") == 2);  // MEMORY
    CHECK(errorOf(scratch.database->execute("SELECT load_extension('x')")) == ErrorCode::Unavailable);
}

TEST_CASE("neither the file nor its write-ahead log shows what is in it", "[store][SEC-D1]")
{
    Scratch scratch;
    require(scratch.add(QStringLiteral("Mamani Choquehuanca")));
    const auto files = QDir(scratch.folder.path()).entryInfoList(QDir::Files);
    REQUIRE(files.size() == 2);  // the store and its log
    for (const QFileInfo &entry : files) {
        QFile file(entry.filePath());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK(bytes.size() >= 4096);
        CHECK_FALSE(bytes.contains("Choquehuanca"));
        CHECK_FALSE(bytes.contains("CREATE TABLE"));
    }
}
