#pragma once

// A sheet of an XLSForm with its columns understood, whatever their spelling. For the sources of this room
// only.

#include "form/problem.h"
#include "form/xlsx_reader.h"

#include <QHash>
#include <QMap>

#include <optional>

namespace amparo::form {

/// One column: "Label::English (en)" is key "label" in language "English (en)"; "bind::amparo:item" is key
/// "bind" with the attribute "amparo:item".
struct XlsformColumn {
    QString key;
    QString language;   ///< translatable columns only; empty: the form's default language
    QString attribute;  ///< keys "bind", "body", "instance" and "attribute"
    QString heading;    ///< as written
};

/// One row by column key, cells trimmed; empty cells are left out.
struct XlsformRow {
    int number = 0;  ///< as Excel shows it
    QHash<QString, QString> values;
    QHash<QString, QMap<QString, QString>> texts;  ///< translatable columns: key, then language
    QList<std::pair<QString, QString>> bindAttributes;
    QList<std::pair<QString, QString>> bodyAttributes;
    QList<std::pair<QString, QString>> instanceAttributes;
    QList<std::pair<QString, QString>> settingAttributes;
    QList<std::pair<QString, QString>> extra;  ///< columns without a meaning of their own, in order

    QString value(QLatin1String key) const { return values.value(key); }
    bool isEmpty() const { return values.isEmpty() && texts.isEmpty() && settingAttributes.isEmpty(); }
};

/// Which sheet it is, and with it which columns have a meaning.
enum class XlsformSheetKind { Survey, Choices, Settings, Entities };

class XlsformSheet {
public:
    /// Reads headings and rows; headings that look misspelt are warned about.
    XlsformSheet(const Sheet &sheet, XlsformSheetKind kind, Problems &problems);

    const QString &name() const { return m_name; }
    const QList<XlsformRow> &rows() const { return m_rows; }
    QStringList languages() const
    {
        return m_languages;
    }  ///< in the order of the columns; "" for columns without one

    /// The heading under which a key was found, for messages; the key itself where there is none.
    QString heading(const QString &key) const { return m_headings.value(key, key); }
    Place place(int row, const QString &key = {}) const;

private:
    XlsformColumn understand(const QString &heading, XlsformSheetKind kind, Problems &problems);
    void take(const XlsformColumn &column, const QString &text, XlsformRow &row) const;

    QString m_name;
    QList<XlsformRow> m_rows;
    QStringList m_languages;
    QHash<QString, QString> m_headings;
    bool m_hasDoubleColon = false;
};

}  // namespace amparo::form
