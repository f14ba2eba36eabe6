#include "security/seized_post.h"

#include "openrosa_server/server_process.h"
#include "store/key_slots.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/kept_folder.h"
#include "support/samples.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonDocument>

namespace amparo::test {

namespace {

const QByteArray commonPassphrase = "tres garzas blancas";  // aPassphrase(), and what Person types
const QByteArray token = "Fichaqx7Lm2Secreta";

/// The first is of the usual post and holds what typedSecrets() tells.
struct Visitor {
    const char *surname;
    const char *documentNumber;
};

QByteArray screeningOf(const Visitor &visitor)
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    return QJsonDocument(QJsonObject{{text("line"), text("primary")},
                                     {text("language"), text("es")},
                                     {text("traveller"),
                                      QJsonObject{{text("surname"), text(visitor.surname)},
                                                  {text("givenNames"), text("Wayralinda")},
                                                  {text("documentNumber"), text(visitor.documentNumber)},
                                                  {text("birthDate"), text("1999-05-17")},
                                                  {text("sex"), text("female")}}},
                                     {text("answers"), QJsonObject{{text("travels"), text("others")},
                                                                   {text("gen_03"), text("yes")}}},
                                     {text("decision"), text("second_line")},
                                     {text("reason"), text("temblaba al hablar del patrón")}})
        .toJson();
}

Run runAt(const QString &store, const char *officer, const QByteArray &passphrase, const char *command,
          const QStringList &further, const QByteArray &input)
{
    const SecretFile secret(passphrase);
    return amparoctl(words(command) + further +
                         QStringList{QStringLiteral("--store"), store, QStringLiteral("--officer"),
                                     QString::fromLatin1(officer), QStringLiteral("--passphrase-file"),
                                     secret.path()},
                     input);
}

void doAMorningsWork(const QString &folder, const QList<Visitor> &visitors)
{
    const SecretFile passphrase(commonPassphrase);
    const QString store = folder + QStringLiteral("/store");
    const auto run = [&](const char *officer, const char *command, const QStringList &further = {},
                         const QByteArray &input = {}) {
        const Run done = runAt(store, officer, commonPassphrase, command, further, input);
        CAPTURE(command, done.error);
        REQUIRE(done.exitCode == 0);
    };
    ServerProcess server({QStringLiteral("--token"), QString::fromLatin1(token)});
    const SecretFile address(server.baseUrl().toEncoded());
    run("admin", "init --post-code PE-DES-01 --post-name Desaguadero --country PER");
    run("admin", "sync server --url-file", {address.path()});
    run("admin", "officer add lead --role shift-lead --new-passphrase-file", {passphrase.path()});
    run("admin", "officer add eva --role auditor --new-passphrase-file", {passphrase.path()});
    run("lead", "screen -", {}, screeningOf(visitors.at(0)));
    run("lead", "screen -", {}, screeningOf(visitors.at(1)));
    run("lead", "sync now");
    run("lead", "screen -", {}, screeningOf(visitors.at(2)));
    REQUIRE(server.archive().size() == 2);
    copyFolder(server.archiveFolder(), folder + QStringLiteral("/receipts"));
}

/// The programs work in real time, so what they made does not keep for long.
QString madePost(SeizedPost::Kind kind)
{
    const bool isUsual = kind == SeizedPost::Kind::Usual;
    const QList<Visitor> visitors = isUsual ? QList<Visitor>{{"Quispetorre", "ZX9087165"},
                                                             {"Mamanihuara", "ZX1122334"},
                                                             {"Condorisaya", "ZX5566778"}}
                                            : QList<Visitor>{{"Villasirpa", "QW7788123"},
                                                             {"Apazamora", "QW4455123"},
                                                             {"Chuquirima", "QW9911447"}};
    return keptFolder(isUsual ? QStringLiteral("usual") : QStringLiteral("another"),
                      buildOf(QStringLiteral(AMPAROCTL)) + QLatin1Char('-') + thisHour(),
                      [&](const QString &folder) { doAMorningsWork(folder, visitors); });
}

}  // namespace

SeizedPost::SeizedPost(Kind kind) : m_place(quickFolder())
{
    const QString made = madePost(kind);
    m_receipts = made + QStringLiteral("/receipts");
    copyFolder(made + QStringLiteral("/store"), store());
}

Run SeizedPost::run(const char *officer, const char *command, const QStringList &further,
                    const QByteArray &input) const
{
    return runAt(store(), officer, commonPassphrase, command, further, input);
}

Run SeizedPost::runTyping(const QString &passphrase, const char *officer, const char *command) const
{
    return runAt(store(), officer, passphrase.toUtf8(), command, {}, {});
}

crypto::SecretBytes SeizedPost::storeKey() const
{
    const auto keys = require(store::readKeyFile(store()));
    return require(store::openSlot(keys, QStringLiteral("lead"), aPassphrase())).store;
}

std::unique_ptr<store::Database> SeizedPost::openWithKey() const
{
    const auto keys = require(store::readKeyFile(store()));
    return require(store::Database::open(file(store::databaseName(keys.keyNumber)), storeKey(),
                                         store::Database::Mode::Existing));
}

QString SeizedPost::foldLog() const
{
    require(openWithKey()->execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    return file(QStringLiteral("store.amparo"));
}

const QStringList &typedSecrets()
{
    static const QStringList secrets{
        QStringLiteral("Quispetorre"), QStringLiteral("Wayralinda"),         QStringLiteral("ZX9087165"),
        QStringLiteral("Mamanihuara"), QStringLiteral("ZX1122334"),          QStringLiteral("Condorisaya"),
        QStringLiteral("ZX5566778"),   QStringLiteral("temblaba al hablar"), QStringLiteral("1999-05-17"),
        QString::fromLatin1(token),    QString::fromLatin1(commonPassphrase)};
    return secrets;
}

SecretFile::SecretFile(const QByteArray &line) { replaceContent(path(), line + '\n'); }

}  // namespace amparo::test
