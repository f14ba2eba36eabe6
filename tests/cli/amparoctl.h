#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// Runs the real program, with real files.
namespace amparo::test {

struct Run {
    int exitCode = -1;
    QByteArray out;
    QByteArray error;

    /// Standard output as one JSON object; the test fails if it is none.
    QJsonObject json() const;
    /// Standard output as JSON objects, one a line.
    QList<QJsonObject> jsonLines() const;
    /// Standard error as one JSON object: what a failure with --json says.
    QJsonObject errorJson() const;
};

/// A command line as it is typed, without quotes.
QStringList words(const char *text);

/// `input` is its standard input.
Run amparoctl(const QStringList &arguments, const QByteArray &input = {});

/// A folder of files for one test.
class Files {
public:
    /// Writes a file and returns its path.
    QString add(const QString &name, const QByteArray &content) const;
    QString path(const QString &name) const { return m_dir.filePath(name); }

private:
    QTemporaryDir m_dir;
};

}  // namespace amparo::test
