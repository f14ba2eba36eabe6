#include "cli/amparoctl.h"

#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

namespace amparo::test {

namespace {

QJsonObject object(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        FAIL("no JSON object: " << bytes.toStdString());
    return document.object();
}

}  // namespace

QJsonObject Run::json() const { return object(out); }

QList<QJsonObject> Run::jsonLines() const
{
    QList<QJsonObject> objects;
    const QList<QByteArray> lines = out.trimmed().split('\n');
    for (const QByteArray &line : lines)
        objects.append(object(line));
    return objects;
}

QJsonObject Run::errorJson() const { return object(error); }

QStringList words(const char *text) { return QString::fromUtf8(text).split(u' ', Qt::SkipEmptyParts); }

Run amparoctl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(QStringLiteral(AMPAROCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        FAIL("amparoctl did not end by itself: " << process.errorString().toStdString());
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString Files::add(const QString &name, const QByteArray &content) const
{
    const QString path = m_dir.filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        FAIL("cannot write " << path.toStdString());
    return path;
}

}  // namespace amparo::test
