#include "form/zip_reader.h"

#include <zip.h>

namespace amparo::form {

struct ZipReader::Archive {
    explicit Archive(zip_t *opened) : zip(opened) {}
    ~Archive() { zip_discard(zip); }
    Archive(const Archive &) = delete;
    Archive &operator=(const Archive &) = delete;

    zip_t *zip;
};

namespace {

tl::unexpected<Error> refuse(const QString &why)
{
    return failure(ErrorCode::InvalidInput, QStringLiteral("workbook: %1").arg(why));
}

bool leadsOutside(const QString &name)
{
    const QString path = QString(name).replace(QLatin1Char('\\'), QLatin1Char('/'));
    return path.startsWith(QLatin1Char('/')) || path.contains(QLatin1Char(':')) ||
           path.split(QLatin1Char('/')).contains(QLatin1String(".."));
}

Result<> checkEntries(zip_t *zip)
{
    const zip_int64_t count = zip_get_num_entries(zip, 0);
    if (count > ZipReader::maximumEntries)
        return refuse(QStringLiteral("more than %1 entries").arg(ZipReader::maximumEntries));
    zip_uint64_t unpacked = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        zip_stat_t entry;
        if (zip_stat_index(zip, static_cast<zip_uint64_t>(i), 0, &entry) != 0)
            return refuse(QStringLiteral("its directory is damaged"));
        if (!(entry.valid & ZIP_STAT_SIZE) || !(entry.valid & ZIP_STAT_COMP_SIZE))
            return refuse(QStringLiteral("an entry does not say how large it is"));
        if (leadsOutside(QString::fromUtf8(entry.name)))
            return refuse(QStringLiteral("an entry has a path that leads outside"));
        if (entry.size > static_cast<zip_uint64_t>(ZipReader::maximumUnpackedBytes) - unpacked)
            return refuse(QStringLiteral("it unpacks to more than 256 MB"));
        unpacked += entry.size;
        if (entry.size > ZipReader::ratioFreeBytes && entry.size / ZipReader::maximumRatio > entry.comp_size)
            return refuse(QStringLiteral("an entry unpacks to more than %1 times its size")
                              .arg(ZipReader::maximumRatio));
    }
    return {};
}

}  // namespace

ZipReader::ZipReader(std::unique_ptr<Archive> archive) : m_archive(std::move(archive)) {}

ZipReader::ZipReader(ZipReader &&) noexcept = default;

ZipReader::~ZipReader() = default;

Result<ZipReader> ZipReader::open(const QByteArray &bytes)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source =
        zip_source_buffer_create(bytes.constData(), static_cast<zip_uint64_t>(bytes.size()), 0, &error);
    zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!zip) {
        zip_source_free(source);
        return refuse(QStringLiteral("this is no .xlsx file, or it is damaged"));
    }
    ZipReader reader(std::make_unique<Archive>(zip));
    if (const auto checked = checkEntries(zip); !checked)
        return tl::make_unexpected(checked.error());
    return reader;
}

bool ZipReader::contains(const QString &name) const
{
    return zip_name_locate(m_archive->zip, name.toUtf8().constData(), 0) >= 0;
}

Result<QByteArray> ZipReader::read(const QString &name) const
{
    const zip_int64_t index = zip_name_locate(m_archive->zip, name.toUtf8().constData(), 0);
    zip_stat_t entry;
    if (index < 0 || zip_stat_index(m_archive->zip, static_cast<zip_uint64_t>(index), 0, &entry) != 0)
        return failure(ErrorCode::NotFound, QStringLiteral("workbook: no entry %1").arg(name));
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t *)> file(
        zip_fopen_index(m_archive->zip, static_cast<zip_uint64_t>(index), 0), zip_fclose);
    if (!file)
        return refuse(QStringLiteral("%1 cannot be unpacked").arg(name));
    QByteArray content(static_cast<qsizetype>(entry.size), Qt::Uninitialized);
    const zip_int64_t taken = zip_fread(file.get(), content.data(), entry.size);
    // Only at the end is the checksum compared, and is it seen that nothing follows.
    char further = 0;
    if (taken != static_cast<zip_int64_t>(entry.size) || zip_fread(file.get(), &further, 1) != 0)
        return refuse(QStringLiteral("%1 is damaged").arg(name));
    return content;
}

}  // namespace amparo::form
