// The desktop in the middle of its work: what it shows to others on the computer, and what it leaves when it
// is ended in whatever way, with crash files asked for.
#include "security/plaintext_scan.h"
#include "security/seized_post.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/eventually.h"
#include "support/samples.h"

#ifdef Q_OS_LINUX

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

#include <csignal>
#include <sys/resource.h>

using namespace amparo;
using namespace amparo::test;

namespace {

QStringList typedHere()
{
    return typedSecrets() + QStringList{QStringLiteral("580941"), QStringLiteral("ZX9087165")};
}

/// Asks for crash files as a careless environment does: of any size, in the working directory.
void allowCrashFiles()
{
    rlimit limit{};
    getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_CORE, &limit);
}

/// A program in a home of its own, below a folder that is searched afterwards.
class Home {
public:
    explicit Home(const QString &place) : m_place(place)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"TMPDIR", "HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            environment.insert(QLatin1String(name), folder(name));
        environment.insert(QStringLiteral("AMPARO_PERSON_REPORTS"), folder("reports"));
        program.setProcessEnvironment(environment);
        program.setWorkingDirectory(folder("cwd"));
        program.setStandardErrorFile(folder("logs") + QStringLiteral("/stderr"));
        program.setChildProcessModifier(allowCrashFiles);
    }
    ~Home()
    {
        program.kill();
        program.waitForFinished(60'000);
    }
    Q_DISABLE_COPY_MOVE(Home)

    QString folder(const char *name) const
    {
        const QString path = m_place + QLatin1Char('/') + QLatin1String(name);
        QDir().mkpath(path);
        return path;
    }

    QByteArray nextLine()
    {
        while (!program.canReadLine() && program.state() == QProcess::Running)
            program.waitForReadyRead(1000);
        return program.readLine().trimmed();
    }

    QByteArray ofProcess(const char *file) const
    {
        QFile read(QStringLiteral("/proc/%1/%2").arg(program.processId()).arg(QLatin1String(file)));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

    bool hasPrivateMemory() const
    {
        return ofProcess("limits").simplified().contains("Max core file size 0 0 bytes");
    }

    QProcess program;

private:
    QString m_place;
};

/// The desktop's own main() with a person at its keys.
void beginWork(Home &home, const SeizedPost &post)
{
    home.program.start(QStringLiteral(AMPARO_AT_WORK), {QStringLiteral("--store"), post.store()});
    REQUIRE(home.program.waitForStarted(60'000));
    REQUIRE(home.nextLine() == "at work");
}

/// What is open without a name: a temporary file that was removed is still on the disk.
QStringList secretsInOpenFiles(qint64 process)
{
    QStringList found;
    const QDir folder(QStringLiteral("/proc/%1/fd").arg(process));
    const auto files = folder.entryInfoList(QDir::Files | QDir::System);
    for (const QFileInfo &file : files) {
        if (!file.symLinkTarget().endsWith(QLatin1String("(deleted)")))
            continue;
        QFile read(file.filePath());
        const QByteArray bytes = read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        for (const QString &secret : typedHere()) {
            if (holdsPlaintext(bytes, secret))
                found.append(file.symLinkTarget());
        }
    }
    return found;
}

bool isCrashFile(const QString &name) { return name.startsWith(QLatin1String("core")); }

}  // namespace

TEST_CASE("[SEC-K6] [SEC-O2] the desktop at work shows others on the computer no secret", "[security]")
{
    const SeizedPost post;
    Home home(post.place());
    beginWork(home, post);
    for (const char *file : {"cmdline", "environ", "comm"}) {
        CAPTURE(file);
        const QByteArray bytes = home.ofProcess(file);
        CHECK_FALSE(bytes.isEmpty());
        for (const QString &secret : typedHere())
            CHECK_FALSE(holdsPlaintext(bytes, secret));
    }
    CHECK(home.hasPrivateMemory());
    CHECK(secretsInOpenFiles(home.program.processId()) == QStringList());
    CHECK(findPlaintext(post.place(), typedHere()) == QStringList());  // while all is open
}

TEST_CASE("[SEC-D1] [SEC-K6] [SEC-O3] however the desktop ends, it leaves nothing in the clear", "[security]")
{
    const SeizedPost post;
    Home home(post.place());
    SECTION("killed")
    {
        beginWork(home, post);
        REQUIRE(::kill(pid_t(home.program.processId()), SIGKILL) == 0);
    }
    SECTION("crashed, with crash files asked for")
    {
        beginWork(home, post);
        const int signal = GENERATE(SIGABRT, SIGSEGV);
        REQUIRE(::kill(pid_t(home.program.processId()), signal) == 0);
    }
    SECTION("closed")
    {
        QProcessEnvironment environment = home.program.processEnvironment();
        environment.insert(QStringLiteral("AMPARO_PERSON_LEAVES"), QStringLiteral("1"));
        home.program.setProcessEnvironment(environment);
        beginWork(home, post);
    }
    REQUIRE(home.program.waitForFinished(60'000));
    CHECK(findPlaintext(post.place(), typedHere()) == QStringList());
    const QStringList left = QDir(home.folder("cwd")).entryList(QDir::Files);
    for (const QString &name : left)
        CHECK_FALSE(isCrashFile(name));
    CHECK(QDir(home.folder("reports")).entryList({QStringLiteral("*.part")}, QDir::Files) == QStringList());
    CHECK(QDir(home.folder("reports")).entryList(QDir::Files).size() == 3);

    // What was searched was there to be found: the store has the record, and the draft with its answers.
    const auto store =
        require(store::Store::open(post.store(), QStringLiteral("lead"), aPassphrase(), systemClock()));
    const auto records = require(store->screenings().page({}, 100)).screenings;
    CHECK(records.size() == 5);
    CHECK(records.first().traveller.documentNumber == QLatin1String("ZX9087165"));
}

TEST_CASE("[SEC-O3] [SEC-D6] a program that is killed while a file grows leaves no part of it in the clear",
          "[security]")
{
    struct Row {
        const char *officer;
        const char *command;
    };
    const auto row = GENERATE(values<Row>({{"lead", "report --out"}, {"admin", "backup make"}}));
    CAPTURE(row.command);
    const SeizedPost post;
    Home home(post.place());
    const SecretFile passphrase("tres garzas blancas");
    const QDir target(home.folder("reports"));
    const auto parts = [&] {
        QStringList found;
        QDirIterator it(target.path(), {QStringLiteral("*.part")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            found.append(it.next());
        return found;
    };
    home.program.start(QStringLiteral(AMPAROCTL),
                       QString::fromLatin1(row.command).split(u' ') +
                           QStringList{target.path(), QStringLiteral("--store"), post.store(),
                                       QStringLiteral("--officer"), QString::fromLatin1(row.officer),
                                       QStringLiteral("--passphrase-file"), passphrase.path()});
    REQUIRE(home.program.waitForStarted(60'000));
    while (home.program.state() == QProcess::Running && parts().isEmpty())
        home.program.waitForFinished(0);
    home.program.kill();
    home.program.waitForFinished(60'000);
    REQUIRE(home.program.state() == QProcess::NotRunning);
    CHECK(findPlaintext(post.place(), typedHere()) == QStringList());

    // A report that is written again takes the place of what was left.
    if (QLatin1String(row.command).startsWith(QLatin1String("report"))) {
        REQUIRE(post.run(row.officer, row.command, {target.path()}).exitCode == 0);
        CHECK(parts() == QStringList());
        CHECK(findPlaintext(post.place(), typedHere()) == QStringList());
    }
}

TEST_CASE("a program that does not look after itself leaves a crash file here", "[security]")
{
    // Without this, the cases above would be content wherever the system writes none at all.
    const QTemporaryDir place;
    Home home(place.path());
    home.program.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QStringLiteral("kill -ABRT $$")});
    REQUIRE(home.program.waitForFinished(60'000));
    const QStringList left = QDir(home.folder("cwd")).entryList(QDir::Files);
    if (left.isEmpty())
        WARN("this computer writes crash files elsewhere, or none");
    else
        CHECK(isCrashFile(left.first()));
}

TEST_CASE("[SEC-K6] amparoctl shows others on the computer no secret", "[security]")
{
    const SeizedPost post;
    Home home(post.place());
    const SecretFile passphrase("tres garzas blancas");
    home.program.start(QStringLiteral(AMPAROCTL),
                       {QStringLiteral("screen"), QStringLiteral("-"), QStringLiteral("--store"),
                        post.store(), QStringLiteral("--officer"), QStringLiteral("lead"),
                        QStringLiteral("--passphrase-file"), passphrase.path()});
    REQUIRE(home.program.waitForStarted(60'000));
    REQUIRE(eventually([&] { return home.hasPrivateMemory(); }));         // its first act
    home.program.write("{\"traveller\": {\"surname\": \"Quispetorre\"");  // and waits for the rest
    home.program.waitForBytesWritten(60'000);
    for (const char *file : {"cmdline", "environ"}) {
        CAPTURE(file);
        const QByteArray bytes = home.ofProcess(file);
        CHECK_FALSE(bytes.isEmpty());
        for (const QString &secret : typedHere())
            CHECK_FALSE(holdsPlaintext(bytes, secret));
    }
    REQUIRE(::kill(pid_t(home.program.processId()), GENERATE(SIGKILL, SIGABRT)) == 0);
    REQUIRE(home.program.waitForFinished(60'000));
    CHECK(findPlaintext(post.place(), typedHere()) == QStringList());
    CHECK(QDir(home.folder("cwd")).entryList(QDir::Files) == QStringList());
}

#endif
