#include "store/damage_mark.h"

#include "store/checked_file.h"

#include <QCborMap>
#include <QDir>
#include <QFile>

namespace amparo::store {

namespace {

QString markPath(const QString &folder) { return QDir(folder).filePath(QStringLiteral("damaged.amparo")); }

}  // namespace

bool isMarkedDamaged(const QString &folder) { return QFile::exists(markPath(folder)); }

Result<> markDamaged(const QString &folder, const QDateTime &at)
{
    if (isMarkedDamaged(folder))
        return {};
    static const FileKind kind{"AMPARODAMAGED", 1};
    return replaceFile(markPath(folder), kind,
                       QCborMap{{QStringLiteral("at"), at.toUTC().toString(Qt::ISODateWithMs)}});
}

}  // namespace amparo::store
