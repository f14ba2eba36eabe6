#include "report/report_export.h"

#include "base/durable_file.h"
#include "base/names.h"
#include "report/csv_report.h"
#include "report/pdf_report.h"
#include "report/xlsx_report.h"

namespace amparo::report {

namespace {

constexpr Names<Format, 3> formatNames{{
    {Format::Pdf, QLatin1StringView("pdf")},
    {Format::Xlsx, QLatin1StringView("xlsx")},
    {Format::Csv, QLatin1StringView("csv")},
}};

Result<> fill(DurableFile &file, const Report &report, Format format)
{
    switch (format) {
    case Format::Pdf:
        return file.write(pdfReport(report));
    case Format::Xlsx:
        return writeXlsxReport(report, file.partPath());
    case Format::Csv:
        return file.write(csvReport(report));
    }
    Q_UNREACHABLE();
}

}  // namespace

QString formatName(Format format) { return nameOf(formatNames, format); }
std::optional<Format> formatFromName(QStringView name) { return valueOf(formatNames, name); }

Result<> exportReport(const Report &report, Format format, const QString &path)
{
    Result<DurableFile> file = DurableFile::create(path);
    if (!file)
        return tl::make_unexpected(file.error());
    if (const Result<> filled = fill(*file, report, format); !filled)
        return filled;
    return file->commit();
}

}  // namespace amparo::report
