// The house stays as drawn: a room includes only what it links, and floors point down only.

#include "support/catch.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace {

struct Room {
    QString name;
    QString folder;
    QStringList links;  // as DEPENDS and PRIVATE name them
};

QList<Room> rooms()
{
    QFile file(QStringLiteral(AMPARO_ROOMS));
    if (!file.open(QIODevice::ReadOnly))
        FAIL("no list of rooms; configure again");
    QList<Room> found;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList parts = line.split(QLatin1Char(' '));
        found.append(
            {parts.value(0), parts.value(1), parts.value(2).split(QLatin1Char(','), Qt::SkipEmptyParts)});
    }
    return found;
}

/// The room that holds a file: the one with the longest folder around it.
const Room *roomOf(const QList<Room> &rooms, const QString &path)
{
    const Room *best = nullptr;
    for (const Room &room : rooms) {
        if (path.startsWith(room.folder + QLatin1Char('/')) &&
            (!best || room.folder.size() > best->folder.size()))
            best = &room;
    }
    return best;
}

/// Where `#include "text"` leads inside the project; empty for anything else.
QString resolved(const QString &included)
{
    for (const QString &root : {QStringLiteral(AMPARO_SOURCE "/"), QStringLiteral(AMPARO_SOURCE "/core/")}) {
        if (QFile::exists(root + included))
            return root + included;
    }
    return {};
}

int floorOf(const QString &folder)
{
    const QString place = folder.mid(int(qstrlen(AMPARO_SOURCE "/")));
    return place.startsWith(QLatin1String("core")) || place.startsWith(QLatin1String("resources")) ? 0
           : place.startsWith(QLatin1String("sync"))                                               ? 1
                                                                                                   : 2;
}

QStringList sources(const QString &folder)
{
    QStringList found;
    QDirIterator it(folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        found.append(it.next());
    return found;
}

QStringList includes(const QString &path)
{
    static const QRegularExpression directive(QStringLiteral("^#include \"([^\"]+)\""),
                                              QRegularExpression::MultilineOption);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList found;
    auto it = directive.globalMatch(QString::fromUtf8(file.readAll()));
    while (it.hasNext())
        found.append(it.next().captured(1));
    return found;
}

}  // namespace

TEST_CASE("a room includes only what it links", "[house]")
{
    const QList<Room> all = rooms();
    REQUIRE_FALSE(all.isEmpty());
    QStringList wrong;
    for (const Room &room : all) {
        const QStringList files = sources(room.folder);
        for (const QString &path : files) {
            if (roomOf(all, path) != &room)
                continue;
            for (const QString &included : includes(path)) {
                const QString target = resolved(included);
                const Room *other = target.isEmpty() ? nullptr : roomOf(all, target);
                if (other && other != &room && other->folder != room.folder &&
                    !room.links.contains(other->name))
                    wrong.append(path.mid(int(qstrlen(AMPARO_SOURCE "/"))) + QStringLiteral(" includes ") +
                                 included);
            }
        }
    }
    CHECK(wrong == QStringList());
}

TEST_CASE("floors point down only", "[house]")
{
    const QList<Room> all = rooms();
    QStringList wrong;
    for (const Room &room : all) {
        for (const Room &other : all) {
            if (room.links.contains(other.name) && floorOf(other.folder) > floorOf(room.folder))
                wrong.append(room.name + QStringLiteral(" links ") + other.name);
        }
    }
    CHECK(wrong == QStringList());
}

TEST_CASE("core knows no widget and no network", "[house]")
{
    static const QRegularExpression widget(QStringLiteral(
        "#include "
        "<(QWidget|QApplication|QDialog|QMainWindow|QNetwork\\w*|QTcp\\w*|QSsl\\w*|QtWidgets|QtNetwork)"));
    QStringList wrong;
    for (const QString &path : sources(QStringLiteral(AMPARO_SOURCE "/core"))) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly) && QString::fromUtf8(file.readAll()).contains(widget))
            wrong.append(path);
    }
    CHECK(wrong == QStringList());
}
