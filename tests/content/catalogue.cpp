#include "catalogue.h"

#include "base/csv_reader.h"
#include "support/catch.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace amparo::test {

namespace {

const QString folder = QStringLiteral(AMPARO_TEST_SOURCES "/../resources/indicators");

}  // namespace

QString at(const Row &row, const char *heading) { return row.value(QString::fromUtf8(heading)); }

QStringList words(const Row &row, const char *heading)
{
    return at(row, heading).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

QList<Row> catalogueFile(const QString &name)
{
    QFile file(QDir(folder).filePath(name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    CsvReader reader(csv);
    QStringList headings;
    QList<Row> rows;
    while (require(reader.next())) {
        QStringList fields;
        for (const auto &field : reader.fields())
            fields.append(QString::fromUtf8(field.toByteArray()));
        if (headings.isEmpty()) {
            headings = fields;
            continue;
        }
        INFO(name.toStdString() << ": " << fields.value(0).toStdString());
        REQUIRE(fields.size() == headings.size());
        Row row;
        for (qsizetype i = 0; i < headings.size(); ++i)
            row.insert(headings[i], fields[i]);
        rows.append(row);
    }
    return rows;
}

const QList<Row> &catalogue()
{
    static const QList<Row> all = [] {
        QList<Row> rows;
        for (const QString &name : QDir(folder).entryList({QStringLiteral("*.csv")}, QDir::Files)) {
            for (Row row : catalogueFile(name)) {
                row.insert(QStringLiteral("file"), name);
                if (row.contains(QStringLiteral("id")))
                    rows.append(row);
            }
        }
        return rows;
    }();
    return all;
}

Row catalogueRow(const QString &id)
{
    for (const Row &row : catalogue()) {
        if (at(row, "id") == id)
            return row;
    }
    return {};
}

QMap<QString, QString> languageByHeading(const Row &row)
{
    static const QRegularExpression label(QStringLiteral("^label::.* \\((.+)\\)$"));
    QMap<QString, QString> languages;
    for (auto it = row.keyBegin(); it != row.keyEnd(); ++it) {
        if (const auto match = label.match(*it); match.hasMatch())
            languages.insert(*it, match.captured(1));
    }
    return languages;
}

}  // namespace amparo::test
