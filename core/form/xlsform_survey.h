#pragma once

// A survey as a tree, and the lists that its questions choose from. For the sources of this room only.

#include "form/xlsform_sheet.h"
#include "form/xlsform_types.h"

#include <optional>
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
    QString list;  ///< of selects: id of the choice list or of the file's instance
    bool isFromFile = false;
    bool isGeoJson = false;
    bool isSearch = false;  ///< choices come from search() in the appearance: written in place
    QString repeatList;     ///< of selects: name of the question in a repeat whose answers are the choices
    QHash<QString, QString> parameters;
    XlsformAttributes actionAttributes;

    bool isSelect() const { return !list.isEmpty() || !repeatList.isEmpty(); }
    /// What is computed and has no text of its own is not shown, whatever its type.
    bool isShown() const;
};

struct ChoiceList {
    QString id;
    QList<XlsformRow> choices;
    QString sheet;  ///< in which it stands
    bool isUsed = false;
    bool isSearched = false;  ///< by search(): it has no instance
};

struct ExternalList {
    QString id;
    QString source;  ///< jr://file-csv/fruits.csv
    Place place;
};

/// What becomes of a record in an entity list of the server (ODK entities, from XLSForm's sheet entities).
struct XlsformEntity {
    XlsformRow row;
    QString list;
    QString id;  ///< expression of the entity that is updated; empty: none is
    QString createIf;
    QString updateIf;
    QString label;
    int repeat = -1;  ///< one entity for each instance of it; -1: one for the record

    bool creates() const { return !createIf.isEmpty() || (updateIf.isEmpty() && id.isEmpty()); }
    bool updates() const { return !id.isEmpty(); }
};

struct Survey {
    QString rootName = QStringLiteral("data");
    XlsformRow settings;
    std::vector<SurveyElement> elements;
    std::vector<int> top;
    QList<ChoiceList> lists;
    QList<ExternalList> externalLists;
    std::optional<XlsformEntity> entity;
    std::optional<SurveyElement> audit;
    QString defaultLanguage;

    const ChoiceList *list(const QString &id) const;
    QList<int> named(const QString &name) const;  ///< elements of that name
    int repeatAround(int element) const;          ///< the nearest repeat that an element stands in; -1: none
    QString setting(const char *key) const { return settings.value(QLatin1String(key)); }
};

/// Sheets as read; a form without choices or settings has none.
struct XlsformSheets {
    std::optional<XlsformSheet> survey;
    std::optional<XlsformSheet> choices;
    std::optional<XlsformSheet> externalChoices;
    std::optional<XlsformSheet> settings;
    std::optional<XlsformSheet> entities;
    XlsformCells cells;
};

/// Names of the sheets that XLSForm knows, for a reader to leave out the others. In a workbook of one sheet
/// that sheet is the survey, whatever its name.
const QStringList &xlsformSheetNames();

XlsformSheets understandSheets(const QList<Sheet> &sheets, Problems &problems);

/// Builds the tree; what is wrong with a row is noted at its cell, and the row left out.
Survey buildSurvey(const XlsformSheets &sheets, Problems &problems);

// The parts of a survey that stand on sheets of their own.
QList<ChoiceList> readChoices(const XlsformSheets &sheets, const XlsformRow &settings, Problems &problems);
std::optional<XlsformEntity> readEntity(const XlsformSheets &sheets, Problems &problems);

/// Where the entity stands and what is saved to it, once the tree is known.
void placeEntity(const XlsformSheets &sheets, Survey &survey, Problems &problems);

/// An element's name as XML takes it (Namespaces in XML 1.0, NCName).
bool isElementName(const QString &name);

/// Yes, true and the like, as XLSForm writes them.
bool isYes(const QString &cell);

}  // namespace amparo::form
