#include "support/openssl_tool.h"

#include "support/catch.h"

#include <QProcess>

namespace amparo::test {

QByteArray openssl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral("openssl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    REQUIRE(process.waitForFinished());
    CAPTURE(process.readAllStandardError());
    REQUIRE(process.exitCode() == 0);
    return process.readAllStandardOutput();
}

}  // namespace amparo::test
