#pragma once

#include "form/form_definition.h"

#include <QHash>

#include <optional>

namespace amparo::form {

/// What a question type of the survey sheet becomes in an XForm.
struct XlsformType {
    QString control;    ///< element of the body; empty: none
    QString dataType;   ///< bind type
    QString mediaType;  ///< of uploads
    QString preload;    ///< kind and parameter, for what the device fills
    QString preloadParams;
    bool isReadonly = false;
    bool needsLabel = true;  ///< a question that people see
};

/// The types without parameters in the type cell: text, integer, note, geopoint … nullopt: not one of them.
std::optional<XlsformType> xlsformType(const QString &name);

/// All of them, and the ones with parameters, for suggestions.
QStringList xlsformTypeNames();

}  // namespace amparo::form
