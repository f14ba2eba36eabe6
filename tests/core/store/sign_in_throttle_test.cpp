#include "store/checked_file.h"
#include "store/sign_in_throttle.h"

#include "support/catch.h"
#include "support/fixed_clock.h"
#include "support/samples.h"

#include <QCborArray>
#include <QCborMap>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using store::FailedTries;
using store::SignInThrottle;
using test::require;

namespace {

struct Station {
    QTemporaryDir folder{test::quickFolder()};
    test::FixedClock clock;

    /// A new one each time: nothing is remembered but what is on disk.
    SignInThrottle throttle() const { return SignInThrottle(folder.path(), clock); }
    qint64 wait(const char *name) const { return require(throttle().wait(QString::fromUtf8(name))).count(); }
    FailedTries tryOnce(const char *name) const
    {
        return require(throttle().countTry(QString::fromUtf8(name)));
    }
    int fail(const char *name) const { return tryOnce(name).inARow; }
    QString path() const { return folder.filePath(QStringLiteral("signin.amparo")); }

    /// Failures were counted on another start of the computer than this one; empty: on one that it did not
    /// tell from others.
    void setBoot(const QByteArray &boot) const
    {
        const store::FileKind kind{"AMPAROSIGNIN", 1};
        QCborMap counts = require(store::readFile(path(), kind)).toMap();
        const QList<QCborValue> names = counts.keys();
        for (const QCborValue &name : names) {
            if (!counts[name].isArray())
                continue;
            QCborArray entry = counts[name].toArray();
            entry[3] = boot;
            counts[name] = entry;
        }
        require(store::replaceFile(path(), kind, counts));
    }
};

}  // namespace

TEST_CASE("each failure in a row doubles the wait, up to five minutes", "[store][SEC-A3]")
{
    Station station;
    CHECK(station.wait("ana") == 0);
    const QList<qint64> waits{1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300};
    for (int i = 0; i < waits.size(); ++i) {
        CHECK(station.fail("ana") == i + 1);
        CHECK(station.wait("ana") == waits.at(i));
    }
}

TEST_CASE("a wait passes, and no sooner", "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 4; ++i)
        station.fail("ana");
    station.clock.advance(std::chrono::milliseconds(7999));
    CHECK(station.wait("ana") == 1);
    station.clock.advance(std::chrono::milliseconds(1));
    CHECK(station.wait("ana") == 0);
}

TEST_CASE("setting the clock does not shorten a wait", "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 6; ++i)
        station.fail("ana");
    const int leap = GENERATE(-1, 1, -4000, 4000);  // days
    station.clock.set(station.clock.utcNow().addDays(leap));
    CHECK(station.wait("ana") == 32);
}

TEST_CASE("after a restart with a clock that lost the date, a wait ends all the same", "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 6; ++i)
        station.fail("ana");
    station.setBoot("another");
    station.clock.restart();
    station.clock.set(station.clock.utcNow().addYears(-16));
    station.clock.advance(std::chrono::milliseconds(31'999));
    CHECK(station.wait("ana") == 1);
    station.clock.advance(std::chrono::milliseconds(1));
    CHECK(station.wait("ana") == 0);
}

TEST_CASE("where the system does not tell one start from another, the date counts", "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 6; ++i)
        station.fail("ana");
    station.setBoot({});
    CHECK(station.wait("ana") == 32);
    station.clock.advance(std::chrono::seconds(32));
    CHECK(station.wait("ana") == 0);
}

TEST_CASE("one account's failures do not slow another, until they are the station's", "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 9; ++i)
        station.fail("ana");
    CHECK(station.wait("josé") == 0);
    station.fail("somebody");
    CHECK(station.wait("josé") == 1);
    station.fail("somebody else");
    CHECK(station.wait("josé") == 2);
}

TEST_CASE("success clears the account and the station", "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 12; ++i)
        station.fail("ANA");
    require(station.throttle().forget(u"ana"));
    CHECK(station.wait("ana") == 0);
    CHECK(station.wait("josé") == 0);
    CHECK(station.fail("ana") == 1);
}

TEST_CASE("hundreds of made-up names neither grow the file without end nor lift the station's wait",
          "[store][SEC-A3]")
{
    Station station;
    for (int i = 0; i < 450; ++i)
        station.fail(QByteArray::number(i).constData());
    CHECK(station.wait("ana") == 300);
    CHECK(QFile(station.folder.filePath(QStringLiteral("signin.amparo"))).size() < 32 * 1024);
}

TEST_CASE("a damaged count makes everybody wait, not nobody, and not for ever", "[store][SEC-A3]")
{
    Station station;
    station.fail("ana");
    QFile file(station.path());
    REQUIRE(file.open(QIODevice::ReadWrite));
    file.putChar('x');
    file.close();
    CHECK(station.wait("josé") == 1);
    station.clock.advance(std::chrono::seconds(1));
    CHECK(station.wait("josé") == 0);
    CHECK(station.tryOnce("josé") == FailedTries{1, false});
    CHECK(station.wait("josé") == 2);  // the station's second beyond what slows nobody
}

TEST_CASE("that the counts are gone is told, until somebody has signed in", "[store][SEC-A3]")
{
    Station station;
    require(station.throttle().begin());
    CHECK(station.tryOnce("ana") == FailedTries{1, true});
    REQUIRE(QFile::remove(station.path()));
    CHECK(station.tryOnce("ana") == FailedTries{1, false});
    CHECK(station.tryOnce("josé") == FailedTries{1, false});
    require(station.throttle().forget(u"josé"));
    CHECK(station.tryOnce("ana") == FailedTries{2, true});
}

TEST_CASE("the count does not tell what was typed as a name", "[store]")
{
    Station station;
    station.fail("tres garzas blancas");
    QFile file(station.folder.filePath(QStringLiteral("signin.amparo")));
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("garzas"));
}
