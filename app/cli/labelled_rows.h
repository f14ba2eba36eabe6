#pragma once

#include "app/cli/csv_records.h"
#include "form/form_definition.h"

#include <QMap>

#include <optional>

namespace amparo::cli {

/// One row of a labelled file, or why it cannot be used.
struct LabelledRow {
    int line = 0;
    QMap<QString, QString> answers;  ///< by path of the question; empty cells are left out
    std::optional<bool> outcome;     ///< nullopt: the label is neither yes nor no
    QString problem;                 ///< empty: none
};

/// Reads the heading of a file with a column a question and one that says the outcome.
///
/// A heading is a question's name, its path, or as servers export it, with the groups before it
/// (`a-a1_at_ease`, `a/a1_at_ease`). The outcome is in `label`: yes or no, also 1, 0, true, false.
class LabelledColumns {
public:
    /// Errors: InvalidInput (no column `label`, no question at all, two columns for one question).
    [[nodiscard]] static Result<LabelledColumns> fromHeading(const QStringList &heading,
                                                             const form::FormDefinition &definition);

    LabelledRow row(const CsvRecord &record) const;

    const QStringList &ignored() const { return m_ignored; }  ///< headings that are no question of the form
    /// Whether the form has a question of that name and no column gives it.
    bool lacks(const QString &name) const;

private:
    QStringList m_fields;  // of the form
    QStringList m_paths;   // one a column; empty: ignored, or the label
    QStringList m_ignored;
    qsizetype m_label = -1;
};

}  // namespace amparo::cli
