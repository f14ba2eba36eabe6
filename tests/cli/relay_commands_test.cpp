// The post's relay, from the command line: set up, lanes enrolled and removed.

#include "cli/amparoctl.h"
#include "support/catch.h"
#include "support/files.h"

#include <QFileInfo>
#include <QJsonArray>

using namespace amparo::test;

namespace {

/// A workstation of the post with an administrator, "ana", and a shift lead, "luis".
class Station {
public:
    explicit Station(const Files &files, const QString &name, const QString &enrolment = {})
        : m_store(files.path(name)),
          m_passphrase(files.add(name + QStringLiteral(".pass"), "correct horse battery\n"))
    {
        QStringList words{QStringLiteral("init")};
        if (enrolment.isEmpty())
            words +=
                {QStringLiteral("--post-code"), QStringLiteral("PE-DES-01"), QStringLiteral("--post-name"),
                 QStringLiteral("Desaguadero"), QStringLiteral("--country"), QStringLiteral("PER")};
        else
            words += {QStringLiteral("--enrol"), enrolment};
        done("ana", words);
        done("ana", {QStringLiteral("officer"), QStringLiteral("add"), QStringLiteral("luis"),
                     QStringLiteral("--role"), QStringLiteral("shift-lead"),
                     QStringLiteral("--new-passphrase-file"), m_passphrase});
    }
    Run run(const char *who, const QStringList &words) const
    {
        return amparoctl(words + QStringList{QStringLiteral("--store"), m_store, QStringLiteral("--officer"),
                                             QString::fromUtf8(who), QStringLiteral("--passphrase-file"),
                                             m_passphrase});
    }
    Run done(const char *who, const QStringList &words) const
    {
        const Run run = this->run(who, words);
        CAPTURE(words, run.error);
        REQUIRE(run.exitCode == 0);
        return run;
    }
    QString passphrase() const { return m_passphrase; }

private:
    QString m_store;
    QString m_passphrase;
};

QStringList relay(const QStringList &words) { return QStringList{QStringLiteral("relay")} + words; }

const QString json = QStringLiteral("--json");
const QString lane = QStringLiteral("Lane 2");

}  // namespace

TEST_CASE("an administrator makes a station the relay, two change that", "[cli][relay][SEC-A6]")
{
    const Files files;
    const Station station(files, QStringLiteral("relay"));
    const QStringList on =
        relay({QStringLiteral("on"), QStringLiteral("--host"), QStringLiteral("10.20.0.4")});
    CHECK(station.run("luis", on).exitCode == 1);
    CHECK(
        station.run("ana", relay({QStringLiteral("on"), QStringLiteral("--host"), QStringLiteral("0.0.0.0")}))
            .exitCode == 1);
    CHECK_FALSE(station.done("ana", relay({QStringLiteral("status"), json}))
                    .json()
                    .value(QLatin1String("isRelay"))
                    .toBool());
    station.done("ana", on);
    CHECK(station.done("ana", relay({QStringLiteral("status"), json}))
              .json()
              .value(QLatin1String("address"))
              .toString() == QLatin1String("http://10.20.0.4:8420"));
    CHECK(station.run("ana", relay({QStringLiteral("off")})).exitCode == 1);
    station.done("ana", relay({QStringLiteral("off"), QStringLiteral("--second"), QStringLiteral("luis"),
                               QStringLiteral("--second-passphrase-file"), station.passphrase()}));
}

TEST_CASE("a lane is enrolled by a file that its owner alone can read", "[cli][relay]")
{
    const Files files;
    const Station station(files, QStringLiteral("relay"));
    const QString file = files.path(QStringLiteral("lane.json"));
    const QStringList add = relay({QStringLiteral("add"), lane, QStringLiteral("--output"), file});
    CHECK(station.run("ana", add).exitCode == 1);  // no relay yet
    station.done("ana", relay({QStringLiteral("on"), QStringLiteral("--host"), QStringLiteral("10.20.0.4")}));
    CHECK(station.run("luis", add).exitCode == 1);
    station.done("ana", add);
    CHECK((QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);

    const Station lane2(files, QStringLiteral("lane"), file);
    CHECK(
        lane2.run("ana", relay({QStringLiteral("on"), QStringLiteral("--host"), QStringLiteral("10.20.0.5")}))
            .exitCode == 1);  // it delivers to a relay itself
    CHECK(lane2.done("ana", relay({QStringLiteral("again"), json}))
              .json()
              .value(QLatin1String("requeued"))
              .toInt(-1) == 0);
    CHECK(lane2.run("luis", relay({QStringLiteral("again")})).exitCode == 1);

    const QByteArray first = contentOf(file);
    const Run again = station.run("ana", add);
    CHECK(again.exitCode == 1);
    CHECK(again.error ==
          "amparoctl: conflict: there is such a lane already; relay renew gives it another file\n");
    CHECK(contentOf(file) == first);  // whose token counts

    const QString other = files.path(QStringLiteral("other.json"));
    station.done("ana",
                 relay({QStringLiteral("add"), QStringLiteral("Lane 3"), QStringLiteral("--output"), other}));
    CHECK(station.run("ana", {QStringLiteral("enrol"), other}).exitCode == 1);  // no relay delivers to one
    station.done("ana", relay({QStringLiteral("remove"), QStringLiteral("Lane 3")}));

    const auto listed = [&] {
        return station.done("ana", relay({QStringLiteral("lanes"), json}))
            .json()
            .value(QLatin1String("lanes"))
            .toArray();
    };
    REQUIRE(listed().size() == 1);
    CHECK(listed().first().toObject() == QJsonObject{{QStringLiteral("name"), lane},
                                                     {QStringLiteral("records"), 0},
                                                     {QStringLiteral("receivedToday"), 0},
                                                     {QStringLiteral("waiting"), 0},
                                                     {QStringLiteral("heardAt"), QString()}});
    CHECK(lane2.done("luis", relay({QStringLiteral("status"), json}))
              .json()
              .value(QLatin1String("deliversTo"))
              .toString() == QLatin1String("http://10.20.0.4:8420"));
    station.done("ana", relay({QStringLiteral("renew"), lane, QStringLiteral("--output"), file}));
    station.done("ana", relay({QStringLiteral("remove"), lane}));
    CHECK(listed().isEmpty());
    CHECK(station.run("ana", relay({QStringLiteral("remove"), lane})).exitCode == 1);
}

TEST_CASE("where its file cannot be written, no lane is enrolled", "[cli][relay]")
{
    const Files files;
    const Station station(files, QStringLiteral("relay"));
    station.done("ana", relay({QStringLiteral("on"), QStringLiteral("--host"), QStringLiteral("10.20.0.4")}));
    const QString output = QStringLiteral("--output");
    const auto lanes = [&] {
        return station.done("ana", relay({QStringLiteral("lanes"), json}))
            .json()
            .value(QLatin1String("lanes"))
            .toArray()
            .size();
    };
    const Run unnamed = station.run("ana", relay({QStringLiteral("add"), lane}));
    CHECK(unnamed.exitCode == 2);
    CHECK(unnamed.error == "amparoctl: usage: --output names the file to write\n");
    const QString nowhere = files.path(QStringLiteral("no-such-folder/lane.json"));
    CHECK(station.run("ana", relay({QStringLiteral("add"), lane, output, nowhere})).exitCode == 1);
    CHECK(lanes() == 0);

    const QString file = files.path(QStringLiteral("lane.json"));
    station.done("ana", relay({QStringLiteral("add"), lane, output, file}));
    CHECK(station.run("ana", relay({QStringLiteral("renew"), lane})).exitCode == 2);
    CHECK(station.run("ana", relay({QStringLiteral("renew"), lane, output, nowhere})).exitCode == 1);
    CHECK(lanes() == 1);
}
