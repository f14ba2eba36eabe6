// SpreadsheetML: the package says where the workbook lies, the workbook names its sheets, and relationships
// say where they lie; cells refer to shared strings and to styles, of which only those that make a number a
// date matter here.

#include "form/xlsx_reader.h"

#include "form/xlsx_values.h"
#include "form/xml_source.h"
#include "form/zip_reader.h"

#include <QSet>

#include <algorithm>

namespace amparo::form {

namespace {

constexpr qsizetype maximumFileBytes = 64 * 1024 * 1024;
constexpr qsizetype maximumCells = 2'000'000;
constexpr qsizetype maximumCharacters = 64'000'000;

struct SheetEntry {
    QString name;
    QString target;
};

/// Where the parts of a package lie: by relationship id, and by the last word of its type.
struct Relationships {
    QHash<QString, QString> byId;
    QHash<QString, QString> byType;
};

class WorkbookReader {
public:
    explicit WorkbookReader(ZipReader zip) : m_zip(std::move(zip)) {}

    Result<QList<Sheet>> read(const QStringList &wanted);

private:
    Result<> readWorkbook();
    Result<> readSharedStrings(const QString &part);
    Result<> readStyles(const QString &part);
    Result<Sheet> readSheet(const SheetEntry &entry);
    bool readRow(XmlSource &source, Sheet &sheet, qsizetype rowIndex);
    QString readCell(XmlSource &source);
    bool put(Sheet &sheet, const CellPlace &place, const QString &text);
    QString richText(XmlSource &source);
    Result<Relationships> relationships(const QString &part);
    tl::unexpected<Error> broken(const QString &part, const XmlSource &source) const;

    ZipReader m_zip;
    QList<SheetEntry> m_sheets;
    QStringList m_strings;
    QSet<int> m_dateStyles;
    bool m_since1904 = false;
    qsizetype m_cells = 0;
    qsizetype m_characters = 0;
    bool m_isErrorCell = false;
    QString m_cellError;
};

tl::unexpected<Error> WorkbookReader::broken(const QString &part, const XmlSource &source) const
{
    return failure(
        ErrorCode::InvalidInput,
        QStringLiteral("workbook: %1, line %2: %3").arg(part).arg(source.line()).arg(*source.error()));
}

/// The relationships of a part (ECMA-376 part 2, 9.3): "xl/workbook.xml" has them in
/// "xl/_rels/workbook.xml.rels", the package itself in "_rels/.rels". Their targets are relative to the part.
Result<Relationships> WorkbookReader::relationships(const QString &part)
{
    const QString folder = part.left(part.lastIndexOf(u'/') + 1);
    const QString file = QStringLiteral("%1_rels/%2.rels").arg(folder, part.mid(folder.size()));
    Relationships all;
    if (!m_zip.contains(file))
        return all;
    const auto bytes = m_zip.read(file);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild()) {
        const QString target = source.attribute(QLatin1String("Target"));
        const QString path = target.startsWith(u'/') ? target.mid(1) : folder + target;
        all.byId.insert(source.attribute(QLatin1String("Id")), path);
        all.byType.insert(source.attribute(QLatin1String("Type")).section(u'/', -1), path);
        source.skip();
    }
    if (source.error())
        return broken(file, source);
    return all;
}

Result<> WorkbookReader::readWorkbook()
{
    const auto package = relationships(QString());
    if (!package)
        return tl::make_unexpected(package.error());
    const QString part =
        package->byType.value(QStringLiteral("officeDocument"), QStringLiteral("xl/workbook.xml"));
    const auto bytes = m_zip.read(part);
    if (!bytes)
        return tl::make_unexpected(
            Error{ErrorCode::InvalidInput, QStringLiteral("workbook: this is no .xlsx file")});
    const auto parts = relationships(part);
    if (!parts)
        return tl::make_unexpected(parts.error());
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild()) {
        if (source.name() == u"workbookPr") {
            const QString since = source.attribute(QLatin1String("date1904"));
            m_since1904 = since == QLatin1String("1") || since == QLatin1String("true");
            source.skip();
        } else if (source.name() == u"sheets") {
            while (source.nextChild()) {
                // r:id; its namespace is another one in strict workbooks.
                QString id;
                for (const xpath::XmlAttribute &attribute : source.attributes()) {
                    if (attribute.name->local == u"id" && !attribute.name->namespaceUri.isEmpty())
                        id = attribute.value();
                }
                m_sheets.append({source.attribute(QLatin1String("name")), parts->byId.value(id)});
                source.skip();
            }
        } else {
            source.skip();
        }
    }
    if (source.error())
        return broken(part, source);
    if (const auto strings = readSharedStrings(parts->byType.value(QStringLiteral("sharedStrings")));
        !strings)
        return strings;
    return readStyles(parts->byType.value(QStringLiteral("styles")));
}

/// Text of a string item: its own, or that of its runs; phonetic hints are no part of it.
QString WorkbookReader::richText(XmlSource &source)
{
    QString text;
    while (source.nextChild()) {
        if (source.name() == u"t") {
            text += source.text();
        } else if (source.name() == u"r") {
            while (source.nextChild()) {
                if (source.name() == u"t")
                    text += source.text();
                else
                    source.skip();
            }
        } else {
            source.skip();
        }
    }
    return writtenText(text);
}

Result<> WorkbookReader::readSharedStrings(const QString &part)
{
    if (!m_zip.contains(part))
        return {};
    const auto bytes = m_zip.read(part);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild())
        m_strings += richText(source);
    if (source.error())
        return broken(part, source);
    return {};
}

Result<> WorkbookReader::readStyles(const QString &part)
{
    if (!m_zip.contains(part))
        return {};
    const auto bytes = m_zip.read(part);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    QSet<int> dateFormats;
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild()) {
        if (source.name() == u"numFmts") {
            while (source.nextChild()) {
                if (showsDate(source.attribute(QLatin1String("formatCode"))))
                    dateFormats.insert(source.attribute(QLatin1String("numFmtId")).toInt());
                source.skip();
            }
        } else if (source.name() == u"cellXfs") {
            for (int style = 0; source.nextChild(); ++style) {
                const int format = source.attribute(QLatin1String("numFmtId")).toInt();
                if (isBuiltInDate(format) || dateFormats.contains(format))
                    m_dateStyles.insert(style);
                source.skip();
            }
        } else {
            source.skip();
        }
    }
    if (source.error())
        return broken(part, source);
    return {};
}

QString WorkbookReader::readCell(XmlSource &source)
{
    const QString type = source.attribute(QLatin1String("t"));
    const int style = source.attribute(QLatin1String("s")).toInt();
    QString stored;
    QString inlineText;
    while (source.nextChild()) {
        if (source.name() == u"v")
            stored = source.text();
        else if (source.name() == u"is")
            inlineText = richText(source);
        else
            source.skip();
    }
    m_isErrorCell = type == QLatin1String("e");
    if (type == QLatin1String("inlineStr"))
        return inlineText;
    if (type == QLatin1String("s")) {
        bool isNumber = false;
        const int index = stored.toInt(&isNumber);
        if (isNumber && index >= 0 && index < m_strings.size())
            return m_strings[index];
        m_cellError = QStringLiteral("refers to a text that the workbook does not hold");
        return {};
    }
    if (type == QLatin1String("b"))
        return stored == QLatin1String("1") ? QStringLiteral("TRUE") : QStringLiteral("FALSE");
    if (type == QLatin1String("str") || type == QLatin1String("d"))
        return writtenText(stored);
    if (stored.isEmpty() || m_isErrorCell)
        return stored;
    return m_dateStyles.contains(style) ? writtenDate(stored.toDouble(), m_since1904) : writtenNumber(stored);
}

/// False where the workbook is larger than a form can be. Empty rows and cells before this one take room,
/// too.
bool WorkbookReader::put(Sheet &sheet, const CellPlace &place, const QString &text)
{
    m_cells += std::max<qsizetype>(0, place.row + 1 - sheet.rows.size());
    if (m_cells <= maximumCells) {
        sheet.rows.resize(std::max(sheet.rows.size(), place.row + 1));
        m_cells += std::max<qsizetype>(0, place.column + 1 - sheet.rows[place.row].size());
    }
    m_characters += text.size();
    if (m_cells > maximumCells || m_characters > maximumCharacters) {
        m_cellError = m_cells > maximumCells
                          ? QStringLiteral("the workbook has more than %1 cells").arg(maximumCells)
                          : QStringLiteral("the workbook has more than %1 characters").arg(maximumCharacters);
        return false;
    }
    QStringList &row = sheet.rows[place.row];
    row.resize(std::max(row.size(), place.column + 1));
    row[place.column] = text;
    if (m_isErrorCell)
        sheet.errors.append({place.row, place.column});
    return true;
}

bool WorkbookReader::readRow(XmlSource &source, Sheet &sheet, qsizetype rowIndex)
{
    qsizetype nextColumn = 0;
    while (source.nextChild()) {
        const QString reference = source.attribute(QLatin1String("r"));
        CellPlace place{rowIndex, nextColumn};
        if (!reference.isEmpty()) {
            const auto parsed = cellPlace(reference);
            if (!parsed || parsed->row != rowIndex) {
                m_cellError = QStringLiteral("a cell has a place that does not exist");
                return false;
            }
            place = *parsed;
        }
        nextColumn = place.column + 1;
        const QString text = readCell(source);
        if (!m_cellError.isEmpty()) {
            m_cellError = QStringLiteral("cell %1%2 %3")
                              .arg(columnLetters(place.column))
                              .arg(rowIndex + 1)
                              .arg(m_cellError);
            return false;
        }
        if (place.column >= Sheet::maximumColumns) {
            m_cellError = QStringLiteral("a cell has a place that does not exist");
            return false;
        }
        if (!text.isEmpty() && !put(sheet, place, text))
            return false;
    }
    return true;
}

Result<Sheet> WorkbookReader::readSheet(const SheetEntry &entry)
{
    const auto bytes = m_zip.read(entry.target);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    Sheet sheet{entry.name, {}, {}};
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild()) {
        if (source.name() != u"sheetData") {
            source.skip();
            continue;
        }
        qsizetype nextRow = 0;
        while (source.nextChild()) {
            const QString given = source.attribute(QLatin1String("r"));
            const qsizetype row = given.isEmpty() ? nextRow : given.toLongLong() - 1;
            if (row < 0 || row >= Sheet::maximumRows)
                return failure(
                    ErrorCode::InvalidInput,
                    QStringLiteral("workbook: sheet %1 has a row that does not exist").arg(entry.name));
            nextRow = row + 1;
            if (!readRow(source, sheet, row))
                return failure(ErrorCode::InvalidInput,
                               QStringLiteral("workbook: sheet %1: %2").arg(entry.name, m_cellError));
        }
    }
    if (source.error())
        return broken(entry.target, source);
    return sheet;
}

Result<QList<Sheet>> WorkbookReader::read(const QStringList &wanted)
{
    if (const auto workbook = readWorkbook(); !workbook)
        return tl::make_unexpected(workbook.error());
    m_sheets.removeIf([this](const SheetEntry &entry) {
        return !m_zip.contains(entry.target);  // a chart sheet, or one that lies elsewhere
    });
    QList<Sheet> sheets;
    for (const SheetEntry &entry : std::as_const(m_sheets)) {
        if (!wanted.isEmpty() && m_sheets.size() > 1 &&
            !wanted.contains(entry.name.trimmed(), Qt::CaseInsensitive)) {
            sheets.append({entry.name, {}, {}});
            continue;
        }
        auto sheet = readSheet(entry);
        if (!sheet)
            return tl::make_unexpected(sheet.error());
        sheets += std::move(*sheet);
    }
    return sheets;
}

}  // namespace

QString Sheet::cell(qsizetype row, qsizetype column) const
{
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : QString();
}

QString columnLetters(qsizetype column)
{
    QString letters;
    for (qsizetype rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.prepend(QChar(static_cast<char16_t>(u'A' + (rest - 1) % 26)));
    return letters;
}

Result<QList<Sheet>> readXlsx(const QByteArray &bytes, const QStringList &wanted)
{
    if (bytes.size() > maximumFileBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("workbook: the file is larger than 64 MB"));
    if (bytes.startsWith("\xD0\xCF\x11\xE0"))
        return failure(
            ErrorCode::InvalidInput,
            QStringLiteral("workbook: this is an .xls file or encrypted; save it as .xlsx without password"));
    auto zip = ZipReader::open(bytes);
    if (!zip)
        return tl::make_unexpected(zip.error());
    return WorkbookReader(std::move(*zip)).read(wanted);
}

}  // namespace amparo::form
