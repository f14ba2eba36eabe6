#pragma once

// A survey as a tree, and the lists that its questions choose from. For the sources of this room only.

#include "form/xlsform_sheet.h"
#include "form/xlsform_types.h"

#include <vector>

namespace amparo::form {

/// One row of the survey that becomes a node of the record, or a group of them.
struct SurveyElement {
    enum class Kind { Question, Group, Repeat };

    Kind kind = Kind::Question;
    QString name;
    QString path;
    int parent = -1;  ///< index of the group around it; -1: the form
    std::vector<int> children;
    XlsformType type;
    XlsformRow row;
    QString list;  ///< of selects: name of the choice list, or the file
    bool isFromFile = false;
    QString repeatList;  ///< of selects: name of the repeat whose instances are the choices
    QHash<QString, QString> parameters;
    bool isGenerated = false;  ///< not a row of its own: "specify other", a repeat's count
};

struct ChoiceList {
    QString name;
    QList<XlsformRow> choices;
    bool isUsed = false;
    bool hasOther = false;  ///< or_other adds a choice
};

struct ExternalList {
    QString id;
    QString source;  ///< jr://file-csv/fruits.csv
};

struct Survey {
    QString rootName = QStringLiteral("data");
    XlsformRow settings;
    std::vector<SurveyElement> elements;
    std::vector<int> top;
    QList<ChoiceList> lists;
    QList<ExternalList> externalLists;
    QList<XlsformRow> entities;
    QHash<QString, QString> auditParameters;
    bool hasAudit = false;
    QStringList languages;  ///< "" is the one without a name
    QString defaultLanguage;

    ChoiceList *list(const QString &name);
    QList<int> named(const QString &name) const;  ///< elements of that name
};

/// Sheets as read; a form without choices or settings has none.
struct XlsformSheets {
    std::optional<XlsformSheet> survey;
    std::optional<XlsformSheet> choices;
    std::optional<XlsformSheet> settings;
    std::optional<XlsformSheet> entities;
};

XlsformSheets understandSheets(const QList<Sheet> &sheets, Problems &problems);

/// Builds the tree; what is wrong with a row is noted at its cell, and the row left out.
Survey buildSurvey(const XlsformSheets &sheets, Problems &problems);

}  // namespace amparo::form
