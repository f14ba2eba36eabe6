// Any bytes as a workbook, and as the rows of a sound workbook's survey, where checksums do not keep them
// out: refused with a message, or read as a form that converts to what can be read again.

#include "form/form_source.h"
#include "form/xlsx_reader.h"

#include <cstdint>
#include <cstdlib>

#include <zip.h>

using namespace amparo::form;

namespace {

void add(zip_t *zip, const char *name, const QByteArray &content)
{
    zip_source_t *source =
        zip_source_buffer(zip, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
    const zip_int64_t index = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
}

QByteArray workbookOf(const QByteArray &rows)
{
    const QByteArray book =
        "<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"survey\" r:id=\"a\"/></sheets></workbook>";
    const QByteArray parts = "<Relationships><Relationship Id=\"a\" Target=\"s.xml\"/></Relationships>";
    const QByteArray sheet = "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
    zip_source_t *memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(memory);
    zip_t *zip = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
    add(zip, "xl/workbook.xml", book);
    add(zip, "xl/_rels/workbook.xml.rels", parts);
    add(zip, "xl/s.xml", sheet);
    zip_close(zip);
    zip_stat_t written;
    zip_source_stat(memory, &written);
    QByteArray bytes(static_cast<qsizetype>(written.size), '\0');
    zip_source_open(memory);
    zip_source_read(memory, bytes.data(), written.size);
    zip_source_close(memory);
    zip_source_free(memory);
    return bytes;
}

void check(const QByteArray &bytes)
{
    const auto sheets = readXlsx(bytes);
    if (!sheets) {
        if (sheets.error().detail.isEmpty())
            std::abort();
        return;
    }
    const ConvertedForm converted = convertXlsForm(bytes);
    if (converted.xform.isEmpty() != hasErrors(converted.problems))
        std::abort();
    if (!converted.xform.isEmpty() && hasErrors(readForm(converted.xform, {}).problems))
        std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    check(bytes);
    check(workbookOf(bytes));
    return 0;
}
