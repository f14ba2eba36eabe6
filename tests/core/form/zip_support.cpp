#include "core/form/zip_support.h"

#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

#include <zip.h>

namespace amparo::test {

QByteArray zipOf(const QList<ZipEntry> &entries)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.zip"));
    zip_t *zip = zip_open(path.toUtf8().constData(), ZIP_CREATE, nullptr);
    for (const ZipEntry &entry : entries) {
        zip_source_t *source = zip_source_buffer(zip, entry.content.constData(),
                                                 static_cast<zip_uint64_t>(entry.content.size()), 0);
        const zip_int64_t index = zip_file_add(zip, entry.name.constData(), source, ZIP_FL_ENC_UTF_8);
        if (entry.isStored)
            zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
    }
    zip_close(zip);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

QByteArray bareWorkbook(const QByteArray &sheetData, const QList<ZipEntry> &further)
{
    const QByteArray types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    return zipOf(
        QList<ZipEntry>{
            {"xl/workbook.xml",
             "<workbook xmlns:r=\"" + types +
                 "\"><sheets><sheet name=\"survey\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
             "<Relationship Id=\"rId2\" Type=\"" +
                 types + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"},
            {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>"},
        } +
        further);
}

}  // namespace amparo::test
