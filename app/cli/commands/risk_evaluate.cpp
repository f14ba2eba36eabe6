#include "app/cli/commands/commands.h"
#include "app/cli/evaluation_text.h"
#include "app/cli/labelled_rows.h"
#include "app/cli/risk_form.h"

namespace amparo::cli {

namespace {

constexpr qsizetype mostToldRows = 1000;

/// Reads a labelled file row by row into an evaluation; keeps counts, and the lines that could not be used.
class Reading {
public:
    Reading(const RiskForm &form, form::Session blank)
        : m_form(form),
          m_blank(std::move(blank)),
          m_report{form.definition->formId(), risk::Evaluation(form.model)}
    {}

    Result<> take(const CsvRecord &record)
    {
        if (!m_columns)
            return takeHeading(record);
        ++m_report.rows;
        const LabelledRow row = m_columns->row(record);
        if (!row.problem.isEmpty())
            return skip(row.line, row.problem);
        form::Session filling = m_blank;
        const auto left = answerAll(filling, row.answers);
        if (!left)
            return skip(row.line, left.error().detail);
        m_report.partlyUsedRows += left->isEmpty() ? 0 : 1;
        m_report.evaluation.add(assessFilling(m_form, filling), *row.outcome);
        return {};
    }

    /// Errors: InvalidInput, where there was not even a heading.
    Result<EvaluationReport> finish()
    {
        if (!m_columns)
            return failure(ErrorCode::InvalidInput, QStringLiteral("the file is empty"));
        m_report.modelName = m_form.model.name();
        m_report.status = m_form.model.status.in(QStringLiteral("en"));
        return std::move(m_report);
    }

private:
    Result<> takeHeading(const CsvRecord &record)
    {
        auto columns = LabelledColumns::fromHeading(record.fields, *m_form.definition);
        if (!columns)
            return tl::make_unexpected(columns.error());
        m_report.ignoredColumns = columns->ignored();
        m_report.agesAreGiven = !columns->lacks(QStringLiteral("traveller_child"));
        m_columns = std::move(*columns);
        return {};
    }

    Result<> skip(int line, const QString &why)
    {
        ++m_report.skippedRows;
        if (m_report.skipped.size() < mostToldRows)
            m_report.skipped.append({line, why});
        return {};
    }

    const RiskForm &m_form;
    form::Session m_blank;
    std::optional<LabelledColumns> m_columns;
    EvaluationReport m_report;
};

Outcome run(const Arguments &arguments)
{
    const Result<RiskForm> form = readRiskForm(arguments);
    if (!form)
        return failed(form.error());
    Result<form::Session> blank = blankFilling(*form);
    if (!blank)
        return failed(blank.error());
    Reading reading(*form, std::move(*blank));
    const QString path = arguments.positional(1).isEmpty() ? QStringLiteral("-") : arguments.positional(1);
    if (const Result<> read =
            forEachCsvRecord(path, [&](const CsvRecord &record) { return reading.take(record); });
        !read)
        return failed(read.error());
    const Result<EvaluationReport> report = reading.finish();
    if (!report)
        return failed(report.error());
    const bool isUsable = report->rows > report->skippedRows;
    return Answer{evaluationToJson(*report), evaluationText(*report),
                  isUsable ? ExitCode::Done : ExitCode::Refused};
}

}  // namespace

Command riskEvaluateCommand()
{
    return {
        QStringLiteral("risk evaluate"),
        QStringLiteral("hold a risk model against outcomes that became known"),
        QStringLiteral(
            "A column a question, by its name or path, and `label`: yes or no, what became known of the "
            "person. Other columns\nare left out. Read row by row; a row that cannot be used is told with "
            "its line. Flagged is whom the model\nadvises not simply to let go on. Intervals are of 95 %: "
            "Wilson's for shares, DeLong's for the area under the\ncurve. Where only people who were "
            "referred have an outcome, sensitivity looks better than it is."),
        {riskFormPositional,
         {QStringLiteral("ROWS"), QStringLiteral("CSV file; left out or -: standard input"), true}},
        riskFormOptions(),
        run};
}

}  // namespace amparo::cli
