#include "form/xlsform_sheet.h"

#include "form/suggestion.h"
#include "form/xlsform_expression.h"

#include <algorithm>

namespace amparo::form {

namespace {

// ODK's converter takes what lies beyond such gaps for notes of the author.
constexpr int widestGapInColumns = 20;
constexpr int widestGapInRows = 60;

QString straightened(QString text)
{
    for (const char16_t quote : {u'\u2018', u'\u2019'})
        text.replace(QChar(quote), u'\'');
    for (const char16_t quote : {u'\u201c', u'\u201d'})
        text.replace(QChar(quote), u'"');
    return text;
}

/// Line breaks stay: labels have them.
QString withSingleBlanks(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c != u' ' || !result.endsWith(u' '))
            result += c;
    }
    return result;
}

QString cleaned(QString text, XlsformSheetKind kind, const XlsformCells &cells)
{
    text = text.replace(QChar::Nbsp, u' ').trimmed();
    const bool isText = kind == XlsformSheetKind::Survey || kind == XlsformSheetKind::Choices;
    if (isText && !cells.areCleaned)
        return text;
    text = straightened(text);
    return kind == XlsformSheetKind::Survey ? withSingleBlanks(text) : text;
}

/// Names are what other cells refer to; they hold no references.
bool mayRefer(const XlsformColumn &column)
{
    return column.key != QLatin1String("type") && column.key != QLatin1String("name") &&
           column.key != QLatin1String("list_name");
}

}  // namespace

void LanguageTexts::settle(const QString &defaultLanguage)
{
    const bool hasDefault = std::any_of(m_texts.cbegin(), m_texts.cend(),
                                        [&](const auto &text) { return text.first == defaultLanguage; });
    if (m_texts.size() < 2)
        return;
    for (qsizetype i = m_texts.size() - 1; i >= 0; --i) {
        if (!m_texts[i].first.isEmpty())
            continue;
        if (hasDefault)
            m_texts.removeAt(i);
        else
            m_texts[i].first = defaultLanguage;
    }
}

XlsformSheet::XlsformSheet(const Sheet &sheet, XlsformSheetKind kind, const XlsformCells &cells,
                           Problems &problems)
    : m_name(sheet.name)
{
    readHeadings(sheet.rows.value(0), kind, problems);
    readRows(sheet, kind, cells, problems);
}

void XlsformSheet::readHeadings(const QStringList &headings, XlsformSheetKind kind, Problems &problems)
{
    const bool hasDoubleColon = std::any_of(headings.cbegin(), headings.cend(), [](const QString &heading) {
        return heading.contains(QLatin1String("::"));
    });
    const HeadingStyle style = hasDoubleColon ? HeadingStyle::DoubleColon : HeadingStyle::SingleColon;
    int gap = 0;
    for (const QString &heading : headings) {
        XlsformColumn column = understandHeading(heading, kind, style);
        gap = column.key.isEmpty() ? gap + 1 : 0;
        if (gap > widestGapInColumns)
            break;
        const auto same = std::find_if(m_columns.cbegin(), m_columns.cend(), [&](const XlsformColumn &other) {
            return !column.key.isEmpty() && other.key == column.key && other.language == column.language &&
                   other.attribute == column.attribute && (column.isKnown || other.heading == column.heading);
        });
        if (same != m_columns.cend())
            problems.append({Severity::Error,
                             {m_name, 1, column.heading, {}},
                             QStringLiteral("the column “%1” stands there twice, also as “%2”; remove one")
                                 .arg(column.heading, same->heading)});
        if (!column.isKnown && kind != XlsformSheetKind::Choices) {
            const QString meant = didYouMean(column.key, knownColumns(kind));
            if (!meant.isEmpty())
                problems.append({Severity::Warning,
                                 {m_name, 1, column.heading, {}},
                                 QStringLiteral("the column “%1” is not known and is ignored%2")
                                     .arg(column.heading, meant)});
        }
        if (!m_headings.contains(column.key))
            m_headings.insert(column.key, column.heading);
        m_columns += std::move(column);
    }
}

void XlsformSheet::readRows(const Sheet &sheet, XlsformSheetKind kind, const XlsformCells &cells,
                            Problems &problems)
{
    int gap = 0;
    for (qsizetype index = 1; index < sheet.rows.size(); ++index) {
        XlsformRow row;
        row.number = static_cast<int>(index) + 1;
        bool isEmpty = true;
        for (qsizetype at = 0; at < m_columns.size(); ++at) {
            const XlsformColumn &column = m_columns[at];
            const QString text = cleaned(sheet.cell(index, at), kind, cells);
            if (text.isEmpty() || column.key.isEmpty())
                continue;
            isEmpty = false;
            const Place where{m_name, row.number, column.heading, {}};
            if (sheet.isError(index, at))
                problems.append(
                    {Severity::Error, where,
                     QStringLiteral("the cell holds the error %1; correct its formula").arg(text)});
            if (const QString wrong = mayRefer(column) ? referenceError(text) : QString(); !wrong.isEmpty())
                problems.append({Severity::Error, where, wrong});
            take(column, text, kind, row);
        }
        gap = isEmpty ? gap + 1 : 0;
        if (gap > widestGapInRows) {
            problems.append(
                {Severity::Warning,
                 {m_name, row.number, {}, {}},
                 QStringLiteral("what stands below %1 empty rows is not read").arg(widestGapInRows)});
            return;
        }
        if (isEmpty)
            continue;
        for (LanguageTexts &texts : row.texts)
            texts.settle(cells.defaultLanguage);
        m_rows += std::move(row);
    }
}

void XlsformSheet::take(const XlsformColumn &column, const QString &text, XlsformSheetKind kind,
                        XlsformRow &row) const
{
    if (!column.attribute.isEmpty()) {
        XlsformAttributes &list = column.key == QLatin1String("bind")       ? row.bindAttributes
                                  : column.key == QLatin1String("body")     ? row.bodyAttributes
                                  : column.key == QLatin1String("instance") ? row.instanceAttributes
                                                                            : row.settingAttributes;
        list.append({column.attribute, text});
    } else if (kind == XlsformSheetKind::Choices && !column.isKnown) {
        row.extra.append({column.heading, text});
    } else if (isTranslatable(column.key)) {
        row.texts[column.key].insert(column.language, text);
    } else {
        row.values.insert(column.key, text);
    }
}

Place XlsformSheet::place(int row, const QString &key) const
{
    return {m_name, row, key.isEmpty() ? QString() : m_headings.value(key, key), {}};
}

}  // namespace amparo::form
