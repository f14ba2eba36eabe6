// Packs a questionnaire written as text into the workbook that Amparo and ODK's tools read:
//   pack_xlsform FOLDER OUT.xlsx
// FOLDER holds one CSV file a sheet: survey.csv, and where there are any choices.csv, settings.csv,
// entities.csv, external_choices.csv. Questionnaires are reviewed line by line in version control, while the
// product reads real workbooks; the same text gives the same bytes.

#include "base/csv_reader.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <xlsxwriter.h>

namespace {

using amparo::Result;
using amparo::CsvReader;

constexpr const char *sheetNames[] = {"survey", "choices", "settings", "entities", "external_choices"};

Result<> packSheet(lxw_workbook *workbook, const char *name, const QByteArray &csv)
{
    lxw_worksheet *sheet = workbook_add_worksheet(workbook, name);
    CsvReader reader(csv);
    for (lxw_row_t row = 0;; ++row) {
        const auto more = reader.next();
        if (!more)
            return tl::make_unexpected(more.error());
        if (!*more)
            break;
        for (qsizetype column = 0; column < reader.fields().size(); ++column) {
            const QByteArray text = reader.fields()[column].toByteArray();
            if (!text.isEmpty())
                worksheet_write_string(sheet, row, static_cast<lxw_col_t>(column), text.constData(), nullptr);
        }
    }
    worksheet_freeze_panes(sheet, 1, 0);
    return {};
}

Result<> packFolder(const QString &folder, lxw_workbook *workbook)
{
    lxw_doc_properties properties = {};
    properties.created = 315532800;  // 1980-01-01: the bytes depend on the text alone
    workbook_set_properties(workbook, &properties);

    for (const char *name : sheetNames) {
        QFile file(QStringLiteral("%1/%2.csv").arg(folder, QLatin1String(name)));
        const bool isSurvey = qstrcmp(name, "survey") == 0;
        if (!isSurvey && !file.exists())
            continue;
        if (!file.open(QIODevice::ReadOnly))
            return amparo::failure(amparo::ErrorCode::NotFound,
                                   QStringLiteral("cannot read %1").arg(file.fileName()));
        if (const auto packed = packSheet(workbook, name, file.readAll()); !packed)
            return amparo::failure(packed.error().code,
                                   QStringLiteral("%1: %2").arg(file.fileName(), packed.error().detail));
    }
    return {};
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: pack_xlsform FOLDER OUT.xlsx\n", stderr);
        return 2;
    }
    lxw_workbook *workbook = workbook_new(argv[2]);
    const auto packed = packFolder(QFile::decodeName(argv[1]), workbook);
    const lxw_error closed = workbook_close(workbook);
    if (!packed) {
        std::fprintf(stderr, "pack_xlsform: %s\n", qPrintable(packed.error().detail));
        QFile::remove(QFile::decodeName(argv[2]));
        return 1;
    }
    if (closed != LXW_NO_ERROR) {
        std::fprintf(stderr, "pack_xlsform: cannot write %s: %s\n", argv[2], lxw_strerror(closed));
        return 1;
    }
    return 0;
}
