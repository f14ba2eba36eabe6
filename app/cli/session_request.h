#pragma once

#include "form/form_definition.h"

#include <QJsonObject>

namespace amparo::cli {

/// What is to be done: "do", or one of the names that other drivers give it (cmd, command, op, action). In
/// kebab case: addRepeat and add_repeat are add-repeat.
QString deedOf(const QJsonObject &request);

/// A text member of a request.
QString textOf(const QJsonObject &request, const char *name);

/// Where it is to be done: "path", "ref" or "node", with or without positions and prefixes. A name alone is
/// the one field of that name.
QString pathOf(const QJsonObject &request, const form::FormDefinition &definition);
bool hasPath(const QJsonObject &request);

/// What a request brings along as "value": a number or boolean is written as a form would hold it, a list
/// with blanks between.
QString valueOf(const QJsonObject &request);

}  // namespace amparo::cli
