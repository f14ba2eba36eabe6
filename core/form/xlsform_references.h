#pragma once

#include "form/xlsform_survey.h"

namespace amparo::form {

/// Puts paths in the place of ${name}: absolute ones, or relative where both stand in the same repeat, so
/// that they mean the same instance (XLSForm reference, "How relative references work"; as ODK's converter
/// writes them).
class XlsformReferences {
public:
    /// The node from which a path starts.
    struct From {
        int element = -1;       ///< row in which the text stands; -1: the form as a whole
        int below = 0;          ///< steps down from it, for what a repeat's entity computes
        int chosen = -1;        ///< filter of a select: repeat whose instances are the choices
        bool isFilter = false;  ///< of choices: ${name} is that of the record, not of the choice
    };

    XlsformReferences(const Survey &survey, Problems &problems) : m_survey(survey), m_problems(problems) {}

    /// An unknown or ambiguous name is an Error at `place`.
    QString resolved(const QString &text, const From &from, const Place &place);

    /// Text and outputs of a label, in turn: even entries are text, odd ones expressions.
    QStringList labelPieces(const QString &text, int element, const Place &place);

    /// The repeat around the question that a select takes its choices from; the path to its instances.
    struct Instances {
        int repeat = -1;
        QString path;
    };
    std::optional<Instances> instancesOf(const QString &question, int element, const Place &place);

private:
    QString pathTo(const QString &name, const From &from, const Place &place, bool isAbsolute);
    QString path(int target, const From &from) const;
    std::optional<int> find(const QString &name, int element, const Place &place);
    int sharedRepeat(int target, int element) const;
    bool isWithin(int element, int ancestor) const;  ///< or is it itself; -1 is the form

    const Survey &m_survey;
    Problems &m_problems;
};

}  // namespace amparo::form
