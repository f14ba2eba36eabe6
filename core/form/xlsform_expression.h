#pragma once

// The words of an XLSForm cell, as far as a converter must tell them apart. For the sources of this room
// only.

#include <QList>
#include <QString>

#include <optional>

namespace amparo::form {

/// "; what is wrong" where a "${" of a cell is no reference, else "".
QString referenceError(const QString &cell);

bool hasReference(const QString &cell);

/// The name, where a cell is one reference and nothing else.
std::optional<QString> singleReference(const QString &cell);

/// All names that a cell refers to, with "last-saved#" before those that mean the record before.
QStringList referencedNames(const QString &cell);

/// Whether a default is computed rather than copied: it refers to something, calls a function or does sums. A
/// "-" does no sum in what looks like a date or a place (ODK's converter decides the same way).
bool isDynamicDefault(const QString &text, const QString &dataType);

/// A stretch of a text.
struct TextSpan {
    qsizetype from = 0;
    qsizetype to = 0;
};

/// Where a label looks something up: instance('list')/root/item[name = ${a}]/label.
QList<TextSpan> instanceLookups(const QString &text);

/// Names of the files that pulldata() reads in an expression.
QStringList pulledFiles(const QString &expression);

/// Ids of the secondary instances that an expression reads.
QStringList readInstances(const QString &expression);

}  // namespace amparo::form
