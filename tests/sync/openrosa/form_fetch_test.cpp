// Forms from a real server of this computer, over HTTP.

#include "sync/openrosa/form_fetch.h"

#include "openrosa_server/server_process.h"
#include "support/catch.h"
#include "support/fixed_clock.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace amparo;
using namespace amparo::openrosa;
using namespace std::chrono_literals;
using amparo::form::FormPackage;
using amparo::test::FixedClock;
using amparo::test::require;
using amparo::test::ServerProcess;

namespace {

QByteArray aForm(const QString &id, const QString &version)
{
    return QStringLiteral(
               R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml">
<h:head><h:title>%1</h:title><model><instance><data id="%1" version="%2"><q/></data></instance>
<bind nodeset="/data/q" type="string"/></model></h:head><h:body/></h:html>)")
        .arg(id, version)
        .toUtf8();
}

/// What the server publishes, and the post that asks.
struct Shelf {
    void put(const QString &path, const QByteArray &content)
    {
        const QFileInfo file(folder.filePath(path));
        REQUIRE(QDir().mkpath(file.path()));
        QFile out(file.filePath());
        REQUIRE(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    FetchedForms fetch(const QList<FormPackage> &known = {})
    {
        return fetchForms(require(sync::parseServerAddress(server.baseUrl().toString())), known, clock, 2s);
    }

    QTemporaryDir folder;
    FixedClock clock;
    ServerProcess server{{QStringLiteral("--forms"), folder.path()}};
};

}  // namespace

TEST_CASE("forms come with their files, and what is there does not travel again", "[openrosa]")
{
    Shelf shelf;
    shelf.put(QStringLiteral("a.xml"), aForm(QStringLiteral("a"), QStringLiteral("1")));
    shelf.put(QStringLiteral("a-media/list.csv"), "name,label\n1,one\n");
    shelf.put(QStringLiteral("a-media/model.json"), "{}");
    shelf.put(QStringLiteral("b.xml"), aForm(QStringLiteral("b"), QStringLiteral("7")));

    const FetchedForms first = shelf.fetch();
    CHECK_FALSE(first.trouble);
    CHECK(first.failed.isEmpty());
    REQUIRE(first.changed.size() == 2);
    CHECK(first.changed[0] == FormPackage{QStringLiteral("a"),
                                          QStringLiteral("1"),
                                          aForm(QStringLiteral("a"), QStringLiteral("1")),
                                          {{QStringLiteral("list.csv"), "name,label\n1,one\n"},
                                           {QStringLiteral("model.json"), "{}"}}});
    CHECK(first.traffic.received > 0);

    const int before = shelf.server.count(QStringLiteral("GET"));
    const FetchedForms second = shelf.fetch(first.changed);
    CHECK(second.changed.isEmpty());
    CHECK(second.unchanged == 2);
    CHECK(shelf.server.count(QStringLiteral("GET")) == before + 2);  // the list and one manifest

    shelf.put(QStringLiteral("a-media/list.csv"), "name,label\n2,two\n");
    const FetchedForms third = shelf.fetch(first.changed);
    REQUIRE(third.changed.size() == 1);
    CHECK(third.changed[0].media[QStringLiteral("list.csv")] == "name,label\n2,two\n");
    CHECK(third.changed[0].media[QStringLiteral("model.json")] == "{}");
    CHECK(shelf.server.count(QStringLiteral("GET")) == before + 5);  // and the one file
}

TEST_CASE("a portal or a fault in the place of the list is trouble, and nothing changes",
          "[openrosa][SEC-S3]")
{
    Shelf shelf;
    shelf.put(QStringLiteral("a.xml"), aForm(QStringLiteral("a"), QStringLiteral("1")));
    const auto row = GENERATE(values<std::pair<const char *, sync::Trouble>>({
        {"GET html 200", sync::Trouble::Portal},
        {"GET html 502", sync::Trouble::ServerFault},
        {"GET status 401", sync::Trouble::SignIn},
        {"GET status 503 2", sync::Trouble::Busy},
        {"GET cut-response", sync::Trouble::Interrupted},
    }));
    shelf.server.inject(QLatin1String(row.first));
    const FetchedForms fetched = shelf.fetch();
    REQUIRE(fetched.trouble);
    CHECK(fetched.trouble->trouble == row.second);
    CHECK(fetched.changed.isEmpty());
}

TEST_CASE("bytes that are not what the list says are no form", "[openrosa]")
{
    Shelf shelf;
    shelf.put(QStringLiteral("a.xml"), aForm(QStringLiteral("a"), QStringLiteral("1")));
    shelf.put(QStringLiteral("b.xml"), aForm(QStringLiteral("b"), QStringLiteral("1")));
    shelf.server.inject(QStringLiteral("GET pass"));
    shelf.server.inject(QStringLiteral("GET html 200"));
    const FetchedForms fetched = shelf.fetch();
    CHECK_FALSE(fetched.trouble);
    REQUIRE(fetched.failed.size() == 1);
    CHECK(fetched.failed[0].formId == QStringLiteral("a"));
    REQUIRE(fetched.changed.size() == 1);
    CHECK(fetched.changed[0].formId == QStringLiteral("b"));
}
