#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace amparo::form {

/// What a question type of the survey sheet becomes in an XForm.
struct XlsformType {
    QString name;       ///< its first spelling: "image" also for "photo" and "add image prompt"
    QString control;    ///< element of the body; empty: none
    QString dataType;   ///< bind type; empty: no bind of its own
    QString mediaType;  ///< of uploads
    QString preload;    ///< kind and parameter, for what the device fills
    QString preloadParams;
    QString action;  ///< element and event, for what the device does
    QString actionEvent;
    QString constraint;  ///< where the row has none
    QString hint;        ///< where the row has none
    bool isReadonly = false;
};

/// The types without parameters in the type cell: text, integer, note, geopoint … nullopt: not one of them.
std::optional<XlsformType> xlsformType(const QString &name);

/// What stands in the type cell of a select: "select_one yesno or_other".
struct XlsformSelect {
    QString control;   ///< select, select1 or odk:rank
    QString dataType;  ///< bind type
    QString from;      ///< list, file, or ${name} of a question in a repeat
    bool isFromFile = false;
    bool isExternal = false;  ///< of the sheet external_choices
    bool hasOther = false;
};
std::optional<XlsformSelect> xlsformSelect(const QString &type);

/// "begin group", "end_repeat", "begin_loop over fruits".
struct XlsformBracket {
    enum class Kind { Group, Repeat, Loop };
    Kind kind = Kind::Group;
    bool isEnd = false;
    QString list;  ///< of a loop
};
std::optional<XlsformBracket> xlsformBracket(const QString &type);

/// All of them, for suggestions.
QStringList xlsformTypeNames();

}  // namespace amparo::form
