// A seized computer: every file that a working post leaves, searched for what was typed into it.

#include "cli/amparoctl.h"
#include "openrosa_server/server_process.h"
#include "security/plaintext_scan.h"
#include "support/catch.h"
#include "support/samples.h"
#include "support/test_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <sqlite3.h>

using namespace amparo;
using namespace amparo::test;

namespace {

const QString surname = QStringLiteral("Quispetorre");
const QString givenNames = QStringLiteral("Wayralinda");
const QString documentNumber = QStringLiteral("ZX9087165");
const QString anasPassphrase = QStringLiteral("lluvia sobre el puente");
const QString reason = QStringLiteral("temblaba al hablar del patrón");
const QStringList secrets{surname, givenNames, documentNumber, anasPassphrase, reason};

/// Where everything of this test goes, the programs' temporary files, settings and cores too.
class Place {
public:
    Place()
    {
        for (const char *name : {"TMPDIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "HOME"}) {
            m_before.append({name, qgetenv(name)});
            qputenv(name, QFile::encodeName(m_dir.filePath(QString::fromLatin1(name))));
            QDir(m_dir.path()).mkpath(QString::fromLatin1(name));
        }
    }
    ~Place()
    {
        for (const auto &[name, value] : m_before)
            value.isNull() ? qunsetenv(name) : qputenv(name, value);
    }
    Q_DISABLE_COPY_MOVE(Place)

    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    QString folder() const { return m_dir.path(); }

private:
    QTemporaryDir m_dir;
    QList<std::pair<const char *, QByteArray>> m_before;
};

QByteArray screeningOfSeeded()
{
    return QJsonDocument(QJsonObject{{QStringLiteral("line"), QStringLiteral("primary")},
                                     {QStringLiteral("language"), QStringLiteral("es")},
                                     {QStringLiteral("traveller"),
                                      QJsonObject{{QStringLiteral("surname"), surname},
                                                  {QStringLiteral("givenNames"), givenNames},
                                                  {QStringLiteral("documentNumber"), documentNumber},
                                                  {QStringLiteral("birthDate"), QStringLiteral("1999-05-17")},
                                                  {QStringLiteral("sex"), QStringLiteral("female")}}},
                                     {QStringLiteral("answers"),
                                      QJsonObject{{QStringLiteral("travels"), QStringLiteral("others")},
                                                  {QStringLiteral("gen_03"), QStringLiteral("yes")}}},
                                     {QStringLiteral("decision"), QStringLiteral("second_line")},
                                     {QStringLiteral("reason"), reason}})
        .toJson();
}

}  // namespace

TEST_CASE("[SEC-D1] [SEC-O3] [SEC-L2] a working post leaves nothing in the clear", "[security]")
{
    const QTemporaryDir secretFiles;  // what the attacker has not got: the officer's own passphrase file
    ServerProcess server;             // nor headquarters' computer
    const Place place;
    const QString passphraseFile = secretFiles.filePath(QStringLiteral("p"));
    QFile file(passphraseFile);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(anasPassphrase.toUtf8() + '\n');
    file.close();
    QString officer = QStringLiteral("ana");
    QByteArray said;
    const auto run = [&](const char *command, const QStringList &further = {}, const QByteArray &input = {}) {
        const Run done = amparoctl(words(command) + further +
                                       QStringList{QStringLiteral("--store"), place.path("store"),
                                                   QStringLiteral("--officer"), officer,
                                                   QStringLiteral("--passphrase-file"), passphraseFile},
                                   input);
        CAPTURE(command, done.error);
        CHECK(done.exitCode == 0);
        said += done.error;  // what a log would keep
        return done;
    };
    run("init --post-code PE-DES-01 --post-name Desaguadero --country PER --officer ana");
    QFile url(secretFiles.filePath(QStringLiteral("url")));
    REQUIRE(url.open(QIODevice::WriteOnly));
    url.write(server.baseUrl().toEncoded());
    url.close();
    run("sync server --url-file", {url.fileName()});
    run("officer add marta --role shift-lead --new-passphrase-file", {passphraseFile});
    officer = QStringLiteral("marta");
    run("screen -", {}, screeningOfSeeded());
    QDir().mkpath(place.path("reports"));
    run("report --language es --out", {place.path("reports")});
    run("sync now");
    run("backup make", {place.path("backup")});
    const QByteArray doctor = run("doctor --json").out;

    REQUIRE(server.archive().size() == 1);
    CHECK(holdsPlaintext(server.archive().begin()->second, surname));  // the search finds what is there
    CHECK(findPlaintext(place.folder(), secrets) == QStringList());
    for (const QString &secret : secrets) {
        CHECK_FALSE(holdsPlaintext(said, secret));
        CHECK_FALSE(holdsPlaintext(doctor, secret));
    }
}

TEST_CASE("[SEC-D1] [SEC-K6] a program that is killed leaves nothing in the clear", "[security]")
{
    const Place place;
    TestStore store(place.path("store-XXXXXX"));
    const QString folder = store.folder();
    record::Screening draft = store.aDraft();
    draft.traveller.surname = surname;
    draft.traveller.documentNumber = documentNumber;
    store.addDraft(draft);
    record::Screening final = draft;
    final.id = ScreeningId::create();
    const record::Screening decidedOne = decided(final);
    require(store->screenings().create(final, surname.toUtf8()));
    require(store->screenings().finalise(decidedOne,
                                         "<data>" + surname.toUtf8() + documentNumber.toUtf8() + "</data>"));
    REQUIRE(QFileInfo(store.path(QStringLiteral("store.amparo-wal"))).size() > 0);
    // The store is open, its log is written and nothing was put in order: what a power cut leaves.
    CHECK(findPlaintext(place.folder(), secrets) == QStringList());
    CHECK(require(store->screenings().find(final.id))->traveller.surname == surname);
}

TEST_CASE("the search finds what is in the clear", "[security]")
{
    const QTemporaryDir place;
    const QString path = place.filePath(QStringLiteral("plain"));
    const auto write = [&](const QByteArray &bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    SECTION("in a database without a key")
    {
        sqlite3 *database = nullptr;
        REQUIRE(sqlite3_open(QFile::encodeName(path).constData(), &database) == SQLITE_OK);
        const QByteArray sql = "CREATE TABLE t (x); INSERT INTO t VALUES ('" + surname.toUtf8() + "')";
        CHECK(sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr) == SQLITE_OK);
        sqlite3_close(database);
    }
    SECTION("in UTF-16")
    {
        write("xy" + QByteArray(reinterpret_cast<const char *>(surname.utf16()), surname.size() * 2));
    }
    SECTION("in capitals") { write("<<" + surname.toUpper().toUtf8() + "<<"); }
    SECTION("in base64")
    {
        const int before = GENERATE(0, 1, 2, 3, 4);
        write((QByteArray(before, 'a') + surname.toUtf8() + "bcd").toBase64());
    }
    CHECK(findPlaintext(place.path(), secrets) == QStringList{QStringLiteral("plain: ") + surname});
}
