#pragma once

#include "form/xlsform_survey.h"

namespace amparo::form {

/// Puts paths in the place of ${name}: absolute ones, or relative where both stand in the same repeat, so
/// that they mean the same instance (XLSForm reference, "How relative references work"; as ODK's converter
/// writes them).
class XlsformReferences {
public:
    XlsformReferences(const Survey &survey, Problems &problems) : m_survey(survey), m_problems(problems) {}

    enum class Where { Expression, ListFilter };

    /// `element` is the row in which the text stands; -1: the form as a whole. An unknown or ambiguous name
    /// is an Error at `place`.
    QString resolved(const QString &text, int element, const Place &place, Where where = Where::Expression);

    /// Text and outputs of a label, in turn: even entries are text, odd ones expressions.
    QStringList labelPieces(const QString &text, int element, const Place &place);

    /// The path from one element to another; absolute where they share no repeat.
    QString path(int target, int element, bool fromCurrent) const;

private:
    QString pathTo(const QString &name, int element, const Place &place, bool fromCurrent, bool isAbsolute);
    std::optional<int> find(const QString &name, int element, const Place &place);
    int sharedRepeat(int target, int element) const;

    const Survey &m_survey;
    Problems &m_problems;
};

}  // namespace amparo::form
