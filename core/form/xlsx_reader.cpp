// SpreadsheetML: xl/workbook.xml names the sheets, its relationships say where they lie; cells refer to
// shared strings and to styles, of which only those that make a number a date matter here.

#include "form/xlsx_reader.h"

#include "form/xml_source.h"
#include "form/zip_reader.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace amparo::form {

namespace {

constexpr qsizetype maximumFileBytes = 64 * 1024 * 1024;
constexpr qsizetype maximumRows = 1'048'576;
constexpr qsizetype maximumColumns = 16'384;
constexpr int maximumCells = 2'000'000;

const QString relationshipsUri =
    QStringLiteral("http://schemas.openxmlformats.org/officeDocument/2006/relationships");

struct SheetEntry {
    QString name;
    QString target;
};

/// "BC12" to row 11, column 54; nullopt: no cell reference.
struct CellPlace {
    qsizetype row = 0;
    qsizetype column = 0;
};
std::optional<CellPlace> cellPlace(QStringView reference)
{
    qsizetype column = 0;
    qsizetype i = 0;
    for (; i < reference.size() && reference[i] >= u'A' && reference[i] <= u'Z'; ++i) {
        column = column * 26 + (reference[i].unicode() - u'A' + 1);
        if (column > maximumColumns)
            return std::nullopt;
    }
    bool isNumber = false;
    const qsizetype row = reference.sliced(i).toLongLong(&isNumber);
    if (i == 0 || !isNumber || row < 1 || row > maximumRows)
        return std::nullopt;
    return CellPlace{row - 1, column - 1};
}

/// Built-in number formats that show dates or times (ECMA-376 part 1, 18.8.30).
bool isBuiltInDate(int format) { return (format >= 14 && format <= 22) || (format >= 45 && format <= 47); }

bool showsDate(QString format)
{
    static const QStringList literals{QStringLiteral("\"[^\"]*\""), QStringLiteral("\\[[^\\]]*\\]"),
                                      QStringLiteral("\\\\.")};
    for (const QString &literal : literals)
        format.remove(QRegularExpression(literal));
    return format.contains(
               QRegularExpression(QStringLiteral("[ymdhs]"), QRegularExpression::CaseInsensitiveOption)) &&
           !format.contains(QLatin1String("General"));
}

/// An Excel serial number: days since 1899-12-30 (its 1900 has a 29 February), or since 1904-01-01.
QString writtenDate(double serial, bool since1904)
{
    constexpr double lastDay = 2'958'465;  // 9999-12-31
    if (serial < 0 || serial > lastDay)
        return QString::number(serial, 'g', 15);
    const QDate epoch = since1904 ? QDate(1904, 1, 1) : QDate(1899, 12, 30);
    const double days = std::floor(serial);
    const int seconds = static_cast<int>(std::llround((serial - days) * 86'400));
    const QTime time = QTime(0, 0).addSecs(seconds);
    if (days == 0 && seconds > 0)
        return time.toString(QStringLiteral("HH:mm:ss"));
    const QDate date = epoch.addDays(static_cast<qint64>(days));
    if (seconds == 0)
        return date.toString(Qt::ISODate);
    return date.toString(Qt::ISODate) + QLatin1Char('T') + time.toString(QStringLiteral("HH:mm:ss"));
}

QString writtenNumber(const QString &stored)
{
    bool isNumber = false;
    const double number = stored.toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number))
        return stored;
    constexpr double exactUpTo = 1e15;
    if (number == std::floor(number) && std::abs(number) < exactUpTo)
        return QString::number(static_cast<qint64>(number));
    return QString::number(number, 'g', 15);
}

class WorkbookReader {
public:
    explicit WorkbookReader(ZipReader zip) : m_zip(std::move(zip)) {}

    Result<QList<Sheet>> read();

private:
    Result<> readWorkbook();
    Result<> readSharedStrings();
    Result<> readStyles();
    Result<Sheet> readSheet(const SheetEntry &entry);
    bool readRow(XmlSource &source, Sheet &sheet, qsizetype rowIndex);
    QString readCell(XmlSource &source);
    QString richText(XmlSource &source);
    Result<QHash<QString, QString>> relationships();
    tl::unexpected<Error> broken(const QString &part, const XmlSource &source) const;

    ZipReader m_zip;
    QList<SheetEntry> m_sheets;
    QStringList m_strings;
    QSet<int> m_dateStyles;
    bool m_since1904 = false;
    qsizetype m_cells = 0;
    QString m_cellError;
};

tl::unexpected<Error> WorkbookReader::broken(const QString &part, const XmlSource &source) const
{
    return failure(
        ErrorCode::InvalidInput,
        QStringLiteral("workbook: %1, line %2: %3").arg(part).arg(source.line()).arg(*source.error()));
}

Result<QHash<QString, QString>> WorkbookReader::relationships()
{
    const QString part = QStringLiteral("xl/_rels/workbook.xml.rels");
    const auto bytes = m_zip.read(part);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    QHash<QString, QString> targets;
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild()) {
        QString target = source.attribute(QLatin1String("Target"));
        target = target.startsWith(QLatin1Char('/')) ? target.mid(1) : QLatin1String("xl/") + target;
        targets.insert(source.attribute(QLatin1String("Id")), target);
        source.skip();
    }
    if (source.error())
        return broken(part, source);
    return targets;
}

Result<> WorkbookReader::readWorkbook()
{
    const QString part = QStringLiteral("xl/workbook.xml");
    const auto bytes = m_zip.read(part);
    if (!bytes)
        return tl::make_unexpected(
            Error{ErrorCode::InvalidInput, QStringLiteral("workbook: this is no .xlsx file")});
    const auto targets = relationships();
    if (!targets)
        return tl::make_unexpected(targets.error());
    XmlSource source(*bytes);
    source.nextChild();
    while (source.nextChild()) {
        if (source.name() == u"workbookPr") {
            const QString since = source.attribute(QLatin1String("date1904"));
            m_since1904 = since == QLatin1String("1") || since == QLatin1String("true");
            source.skip();
        } else if (source.name() == u"sheets") {
            while (source.nextChild()) {
                const QString id =
                    source.attributes().value(relationshipsUri, QLatin1String("id")).toString();
                m_sheets.append({source.attribute(QLatin1String("name")), targets->value(id)});
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
    return text;
}

Result<> WorkbookReader::readSharedStrings()
{
    const QString part = QStringLiteral("xl/sharedStrings.xml");
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

Result<> WorkbookReader::readStyles()
{
    const QString part = QStringLiteral("xl/styles.xml");
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
        return stored;
    if (type == QLatin1String("e")) {
        m_cellError = QStringLiteral("holds the error %1").arg(stored);
        return {};
    }
    if (stored.isEmpty())
        return {};
    return m_dateStyles.contains(style) ? writtenDate(stored.toDouble(), m_since1904) : writtenNumber(stored);
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
        if (text.isEmpty())
            continue;
        while (sheet.rows.size() <= rowIndex)
            sheet.rows.append(QStringList());
        QStringList &row = sheet.rows[rowIndex];
        m_cells +=
            std::max<qsizetype>(0, place.column + 1 - row.size());  // the empty ones before it take room, too
        if (m_cells > maximumCells) {
            m_cellError = QStringLiteral("the workbook has more than %1 cells").arg(maximumCells);
            return false;
        }
        while (row.size() <= place.column)
            row.append(QString());
        row[place.column] = text;
    }
    return true;
}

Result<Sheet> WorkbookReader::readSheet(const SheetEntry &entry)
{
    const auto bytes = m_zip.read(entry.target);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    Sheet sheet{entry.name, {}};
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
            if (row < 0 || row >= maximumRows)
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

Result<QList<Sheet>> WorkbookReader::read()
{
    for (const auto step :
         {&WorkbookReader::readWorkbook, &WorkbookReader::readSharedStrings, &WorkbookReader::readStyles}) {
        if (const auto done = (this->*step)(); !done)
            return tl::make_unexpected(done.error());
    }
    QList<Sheet> sheets;
    for (const SheetEntry &entry : std::as_const(m_sheets)) {
        if (!m_zip.contains(entry.target))
            continue;  // a chart sheet, or one that lies elsewhere
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

Result<QList<Sheet>> readXlsx(const QByteArray &bytes)
{
    if (bytes.size() > maximumFileBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("workbook: the file is larger than 64 MB"));
    auto zip = ZipReader::open(bytes);
    if (!zip)
        return tl::make_unexpected(zip.error());
    return WorkbookReader(std::move(*zip)).read();
}

}  // namespace amparo::form
