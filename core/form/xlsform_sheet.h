#pragma once

// A sheet of an XLSForm with its columns understood, whatever their spelling. For the sources of this room
// only.

#include "form/problem.h"
#include "form/xlsform_columns.h"
#include "form/xlsx_reader.h"

#include <QHash>

namespace amparo::form {

/// Attributes of an element, in the order in which they are written.
using XlsformAttributes = QList<std::pair<QString, QString>>;

/// A text in the languages of the form, in the order of the columns. A single text under a heading that names
/// no language has the language "".
class LanguageTexts {
public:
    bool isEmpty() const { return m_texts.isEmpty(); }
    bool isTranslated() const
    {
        return m_texts.size() > 1 || (!isEmpty() && !m_texts.first().first.isEmpty());
    }
    QString first() const { return isEmpty() ? QString() : m_texts.first().second; }
    void insert(const QString &language, const QString &text) { m_texts.append({language, text}); }

    /// Text without a language is in the default one as soon as there are others; where a column names the
    /// default language, that one counts.
    void settle(const QString &defaultLanguage);

    auto begin() const { return m_texts.cbegin(); }
    auto end() const { return m_texts.cend(); }

private:
    QList<std::pair<QString, QString>> m_texts;
};

/// One row by column key, cells trimmed; empty cells are left out.
struct XlsformRow {
    int number = 0;  ///< as Excel shows it
    QHash<QString, QString> values;
    QHash<QString, LanguageTexts> texts;  ///< of translatable columns
    XlsformAttributes bindAttributes;
    XlsformAttributes bodyAttributes;
    XlsformAttributes instanceAttributes;
    XlsformAttributes settingAttributes;
    XlsformAttributes extra;  ///< choices: columns without a meaning of their own, in order

    QString value(QLatin1String key) const { return values.value(key); }
    bool has(QLatin1String key) const { return values.contains(key); }
};

/// How cells are read, as the settings sheet has it.
struct XlsformCells {
    QString defaultLanguage;
    bool areCleaned = true;  ///< clean_text_values: straight quotes for curly ones, one blank for several
};

class XlsformSheet {
public:
    /// Reads headings and rows; what is wrong with a heading or a cell is noted.
    XlsformSheet(const Sheet &sheet, XlsformSheetKind kind, const XlsformCells &cells, Problems &problems);

    const QString &name() const { return m_name; }
    const QList<XlsformRow> &rows() const { return m_rows; }
    const QList<XlsformColumn> &columns() const { return m_columns; }
    bool hasColumn(const QString &key) const { return m_headings.contains(key); }

    Place place(int row, const QString &key = {}) const;  ///< column as the sheet writes it

private:
    void readHeadings(const QStringList &headings, XlsformSheetKind kind, Problems &problems);
    void readRows(const Sheet &sheet, XlsformSheetKind kind, const XlsformCells &cells, Problems &problems);
    void take(const XlsformColumn &column, const QString &text, XlsformSheetKind kind, XlsformRow &row) const;

    QString m_name;
    QList<XlsformColumn> m_columns;
    QList<XlsformRow> m_rows;
    QHash<QString, QString> m_headings;
};

}  // namespace amparo::form
