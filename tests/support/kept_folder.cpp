#include "support/kept_folder.h"

#include "support/catch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace amparo::test {

namespace {

QString thisProgram() { return QFile::symLinkTarget(QStringLiteral("/proc/self/exe")); }

}  // namespace

QString keptFolder(const QString &name, const QString &key, const std::function<void(const QString &)> &make)
{
    const QDir kept(thisProgram() + QLatin1Char('.') + name);
    if (!kept.exists(key)) {
        REQUIRE(kept.mkpath(QStringLiteral(".")));
        for (const QString &other : kept.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (other != key)  // another test may have made it meanwhile
                QDir(kept.filePath(other)).removeRecursively();
        }
        QTemporaryDir made(thisProgram() + QStringLiteral("-XXXXXX"));
        make(made.path());
        if (QDir().rename(made.path(), kept.filePath(key)))
            made.setAutoRemove(false);  // else another test was first
    }
    REQUIRE(kept.exists(key));
    return kept.filePath(key);
}

QString buildOf(const QString &program)
{
    const QFileInfo file(program.isEmpty() ? thisProgram() : program);
    return QString::number(file.lastModified().toMSecsSinceEpoch());
}

QString thisHour() { return QString::number(QDateTime::currentSecsSinceEpoch() / 3600); }

}  // namespace amparo::test
