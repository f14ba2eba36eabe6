#include "resources/help/builtin_help.h"

#include <QDir>
#include <QFile>

// As in builtin_forms.cpp: a static library's resources are linked only where something asks for them.
static void linkHelp() { Q_INIT_RESOURCE(help); }

namespace amparo::resources {

namespace {

QByteArray helpFile(const QDir &folder, const QString &name)
{
    QFile file(folder.filePath(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);  // the build put it there
    return opened ? file.readAll() : QByteArray();
}

}  // namespace

help::HelpFiles builtinHelpFiles()
{
    linkHelp();
    const QDir root(QStringLiteral(":/amparo/help"));
    help::HelpFiles files;
    files.topics = helpFile(root, QStringLiteral("topics.csv"));
    files.languages = helpFile(root, QStringLiteral("languages.csv"));
    for (const QString &language : root.entryList(QDir::Dirs)) {
        const QDir folder(root.filePath(language));
        for (const QString &name : folder.entryList(QDir::Files))
            files.markdown[language].insert(name.chopped(int(qstrlen(".md"))), helpFile(folder, name));
    }
    return files;
}

help::Library builtinHelp()
{
    auto library = help::Library::read(builtinHelpFiles());
    Q_ASSERT(library);  // the tests read it
    return std::move(*library);
}

}  // namespace amparo::resources
