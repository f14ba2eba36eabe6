#include "resources/builtin_reference.h"

#include <QDirIterator>
#include <QFile>

static void initReference() { Q_INIT_RESOURCE(reference); }

namespace amparo::resources {

QMap<QString, QByteArray> builtinReferenceFiles()
{
    initReference();
    const QString root = QStringLiteral(":/amparo/reference/");
    QMap<QString, QByteArray> files;
    QDirIterator it(root, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        const bool opened = file.open(QIODevice::ReadOnly);
        Q_ASSERT(opened);
        Q_UNUSED(opened);
        files.insert(file.fileName().mid(root.size()), file.readAll());
    }
    return files;
}

reference::ReadReference builtinReference() { return reference::readReference(builtinReferenceFiles()); }

}  // namespace amparo::resources
