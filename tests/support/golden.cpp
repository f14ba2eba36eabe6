#include "support/golden.h"

#include "support/catch.h"

#include <QDir>
#include <QFile>

namespace amparo::test {

namespace {

QString sourcePath(const QString &folder, const QString &name)
{
    return QStringLiteral(AMPARO_TEST_SOURCES "/%1/%2").arg(folder, name);
}

}  // namespace

bool matchesGolden(const QString &name, const QByteArray &bytes)
{
    const QString path = sourcePath(QStringLiteral("golden"), name);
    QFile file(path);
    if (qEnvironmentVariableIntValue("AMPARO_UPDATE_GOLDEN") == 1) {
        QDir().mkpath(QFileInfo(path).path());
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        UNSCOPED_INFO("no golden file " << path.toStdString());
        return false;
    }
    const QByteArray expected = file.readAll();
    if (expected != bytes)
        UNSCOPED_INFO("expected (" << path.toStdString() << "):\n"
                                   << expected.toStdString() << "\nfound:\n"
                                   << bytes.toStdString());
    return expected == bytes;
}

QByteArray testData(const QString &name)
{
    QFile file(sourcePath(QStringLiteral("data"), name));
    if (!file.open(QIODevice::ReadOnly))
        FAIL("no test data " << file.fileName().toStdString());
    return file.readAll();
}

}  // namespace amparo::test
