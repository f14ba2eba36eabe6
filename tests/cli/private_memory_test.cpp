#include "cli/amparoctl.h"
#include "support/catch.h"

#include <QFile>
#include <QProcess>

using namespace amparo::test;

#ifdef Q_OS_LINUX
TEST_CASE("[SEC-K6] a crash leaves no memory behind", "[cli]")
{
    const Files files;
    const QString form = files.add(
        QStringLiteral("form.xml"),
        R"(<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"><h:head>)"
        R"(<model><instance><data xmlns="" id="f"><a/></data></instance></model></h:head><h:body/></h:html>)");
    QProcess program;
    program.start(QStringLiteral(AMPAROCTL), {QStringLiteral("session"), form});
    REQUIRE(program.waitForStarted(60'000));
    program.write("{\"do\": \"languages\"}\n");
    REQUIRE(program.waitForReadyRead(60'000));
    QFile limits(QStringLiteral("/proc/%1/limits").arg(program.processId()));
    REQUIRE(limits.open(QIODevice::ReadOnly));
    bool isSaid = false;
    for (const QByteArray &line : limits.readAll().split('\n')) {
        if (line.startsWith("Max core file size")) {
            isSaid = true;
            CHECK(line.simplified() == "Max core file size 0 0 bytes");
        }
    }
    CHECK(isSaid);
    program.closeWriteChannel();
    CHECK(program.waitForFinished(60'000));
}
#endif
