#pragma once

#include "base/result.h"
#include "record/interview.h"
#include "traveller/traveller.h"

#include <QJsonObject>

#include <optional>

namespace amparo::cli {

/// One traveller's screening as `amparoctl screen` takes it, read before any store is opened.
struct ScreeningInput {
    record::Purpose purpose = record::Purpose::Primary;  ///< which form it fills
    QString language;
    EncounterId encounter;  ///< a new one unless the input names one
    traveller::Traveller traveller;
    bool isSpecimen = false;                 ///< the document is a sample, which only a demo post takes
    QMap<QString, QString> answers;          ///< by name or path of the question
    std::optional<record::Verdict> verdict;  ///< nullopt: the input decides nothing
};

/// Answers by question, as a form holds them: several choices of a list are separated by blanks. Errors:
/// InvalidInput, with the question's name.
[[nodiscard]] Result<QMap<QString, QString>> readAnswers(const QJsonObject &json);

/// Errors: InvalidInput, with the member that is wrong but not with its value. `today` settles the centuries
/// of a machine readable zone.
[[nodiscard]] Result<ScreeningInput> readScreeningInput(const QJsonObject &json, QDate today);

/// Traveller, answers and verdict into an interview. Errors: NotFound or Conflict (no question, or more than
/// one, of that name), those of Interview::setAnswer().
[[nodiscard]] Result<> fill(record::Interview &interview, const ScreeningInput &input);

/// What still keeps the interview from being final, in one sentence.
QString obstacleText(const QList<record::Obstacle> &obstacles);

}  // namespace amparo::cli
