#pragma once

#include <QList>
#include <QString>

namespace amparo::form {

/// Where in a form's source something stands, as its author finds it.
struct Place {
    QString sheet;   ///< XLSForm only
    int row = 0;     ///< XLSForm: 1-based as Excel shows it; XML: the line; 0: the form as a whole
    QString column;  ///< XLSForm: the heading; XML: attribute or element
    QString node;    ///< path in the primary instance (/data/group/question), where one is known

    /// "survey, row 7, column relevant (/data/age)", for messages and logs.
    QString toText() const;

    bool operator==(const Place &) const = default;
};

enum class Severity { Warning, Error };

/// What is wrong with a form, said to the person who wrote it.
struct Problem {
    Severity severity = Severity::Error;
    Place place;
    QString message;  ///< English, with a suggestion where there is one

    bool operator==(const Problem &) const = default;
};

using Problems = QList<Problem>;

bool hasErrors(const Problems &problems);

}  // namespace amparo::form
