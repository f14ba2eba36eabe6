#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace amparo::test {

/// One text of a .ts file.
struct TsMessage {
    QString context;
    QString source;
    QString comment;  ///< tells equal sources apart
    bool isNumerus = false;
    bool isFinished = false;
    QStringList translations;  ///< one; for a numerus message one for each form of the language

    /// What the program finds a text by, in one line.
    QString key() const { return QStringList{context, source, comment}.join(QLatin1String(" | ")); }
};

struct TsFile {
    QString language;  ///< as Qt writes it: "pt_BR"
    QList<TsMessage> messages;
};

/// Reads what Qt Linguist keeps. The running test fails if the file is none.
TsFile readTsFile(const QString &path);

/// The file in translations/ for a language of the program ("pt-BR").
QString tsFilePath(const QString &language);

}  // namespace amparo::test
