#pragma once

// What the headings of an XLSForm's sheets mean. For the sources of this room only.

#include <QString>
#include <QStringList>

namespace amparo::form {

/// Which sheet it is, and with it which columns have a meaning.
enum class XlsformSheetKind { Survey, Choices, Settings, Entities };

/// One column: "Label::English (en)" is key "label" in language "English (en)"; "bind::amparo:item" is key
/// "bind" with the attribute "amparo:item".
struct XlsformColumn {
    QString key;        ///< empty: a column without a heading, which is not read
    QString language;   ///< translatable columns only; empty: the heading names none
    QString attribute;  ///< keys "bind", "body", "instance" and "attribute"
    QString heading;    ///< as written
    bool isKnown = true;
};

/// Where "::" stands in any heading of a sheet it parts them all; else an old form may say "label:English".
enum class HeadingStyle { DoubleColon, SingleColon };

XlsformColumn understandHeading(const QString &heading, XlsformSheetKind kind, HeadingStyle style);

bool isTranslatable(const QString &key);

/// The columns that have a meaning on a sheet, by their first spelling.
const QStringList &knownColumns(XlsformSheetKind kind);

}  // namespace amparo::form
