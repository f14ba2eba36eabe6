#include "core/report/exported_files.h"

#include "support/catch.h"

#include <QFile>
#include <QXmlStreamReader>

#include <zip.h>

namespace amparo::test {

namespace {

/// What XML cannot hold is written as _xHHHH_ (ECMA-376, part 1, ST_Xstring).
QString decoded(QString text) { return text.replace(QLatin1String("_x000D_"), QLatin1String("\r")); }

}  // namespace

QList<QStringList> readCsv(const QByteArray &csv)
{
    QList<QStringList> records{{QString()}};
    bool quoted = false;
    const QString text = QString::fromUtf8(csv.sliced(3));
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && quoted && i + 1 < text.size() && text[i + 1] == u'"')
            records.last().last() += text[++i];
        else if (c == u'"')
            quoted = !quoted;
        else if (c == u',' && !quoted)
            records.last().append(QString());
        else if (c == u'\r' && !quoted && i + 1 < text.size() && text[i + 1] == u'\n' && ++i)
            records.append({QString()});
        else
            records.last().last() += c;
    }
    records.removeLast();
    return records;
}

QByteArray zipEntry(const QString &path, const char *name)
{
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_RDONLY, nullptr);
    REQUIRE(archive);
    zip_stat_t stat{};
    QByteArray content;
    if (zip_stat(archive, name, 0, &stat) == 0) {
        content.resize(qsizetype(stat.size));
        zip_file_t *file = zip_fopen(archive, name, 0);
        REQUIRE(zip_fread(file, content.data(), stat.size) == zip_int64_t(stat.size));
        zip_fclose(file);
    }
    zip_discard(archive);
    return content;
}

QStringList sharedStrings(const QString &path)
{
    QStringList strings;
    QXmlStreamReader xml(zipEntry(path, "xl/sharedStrings.xml"));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("t"))
            strings.append(decoded(xml.readElementText()));
    }
    return strings;
}

QList<QList<SheetCell>> readSheet(const QString &path, const char *name)
{
    const QStringList strings = sharedStrings(path);
    QList<QList<SheetCell>> rows;
    QXmlStreamReader xml(zipEntry(path, name));
    SheetCell cell;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        CHECK(xml.name() != QLatin1String("f"));  // no formula anywhere
        if (xml.name() == QLatin1String("row"))
            rows.append(QList<SheetCell>());
        else if (xml.name() == QLatin1String("c"))
            cell.isText = xml.attributes().value(QLatin1String("t")) == QLatin1String("s");
        else if (xml.name() == QLatin1String("v")) {
            const QString text = xml.readElementText();
            cell.value = cell.isText ? strings.value(text.toInt()) : text;
            rows.last().append(cell);
        }
    }
    CHECK_FALSE(xml.hasError());
    return rows;
}

}  // namespace amparo::test
