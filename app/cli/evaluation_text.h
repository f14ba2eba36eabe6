#pragma once

#include "risk/evaluation.h"

#include <QJsonObject>

/// What `amparoctl risk evaluate` found, in words and in JSON.
namespace amparo::cli {

struct EvaluationReport {
    struct Skipped {
        int line = 0;
        QString why;  ///< names the question, never the answer
    };

    QString formId;
    risk::Evaluation evaluation;
    QString modelName = {};
    QString status = {};  ///< how far the model is to be trusted
    qint64 rows = 0;
    qint64 skippedRows = 0;
    qint64 partlyUsedRows = 0;    ///< with an answer to a question that does not apply
    QList<Skipped> skipped = {};  ///< the first of them
    QStringList ignoredColumns = {};
    bool agesAreGiven = true;  ///< false: everybody was taken as the form begins
};

QJsonObject evaluationToJson(const EvaluationReport &report);
QString evaluationText(const EvaluationReport &report);

}  // namespace amparo::cli
