#include "app/desktop/training/feedback_html.h"

#include "app/desktop/texts.h"
#include "app/desktop/training/training_text.h"
#include "app/desktop/widgets/theme.h"

#include <QCoreApplication>
#include <QLocale>

namespace amparo::desktop {

namespace {

struct Feedback {
    Q_DECLARE_TR_FUNCTIONS(Feedback)
};

QString partHeading(const QString &title, int points, int of)
{
    return QStringLiteral("<h3>%1: %2</h3>")
        .arg(title.toHtmlEscaped(), Feedback::tr("%1 of %2 points").arg(points).arg(of).toHtmlEscaped());
}

QString feedbackLine(const QString &mark, const QString &text)
{
    return QStringLiteral("<p><b>%1</b> %2</p>").arg(mark.toHtmlEscaped(), text.toHtmlEscaped());
}

QString signsHtml(const FinishedRun &run, const training::Score &score)
{
    QString html = partHeading(Feedback::tr("Signs"), score.signs, 40);
    for (const training::ExpectedSign &sign : score.found)
        html += feedbackLine(Feedback::tr("Found:"),
                             QStringLiteral("%1 (%2)").arg(inProgramLanguage(sign.why), sign.indicator));
    for (const training::ExpectedSign &sign : score.missed)
        html += feedbackLine(Feedback::tr("Missed:"),
                             QStringLiteral("%1 (%2)").arg(inProgramLanguage(sign.why), sign.indicator));
    for (const QStringList &sign : score.unfounded) {
        const QString indicators = sign.join(QLatin1Char(' '));
        html += feedbackLine(Feedback::tr("Nothing here supports:"),
                             QStringLiteral("%1 (%2)").arg(run.signLabels.value(indicators), indicators));
    }
    if (score.found.isEmpty() && score.missed.isEmpty() && score.unfounded.isEmpty())
        html += feedbackLine(QString(), Feedback::tr("There was no sign to record, and you recorded none."));
    return html;
}

QString verdictText(training::Fit fit)
{
    switch (fit) {
    //: a decision in training
    case training::Fit::Right:
        return Feedback::tr("Right.");
    //: a decision in training
    case training::Fit::Acceptable:
        return Feedback::tr("Can be defended.");
    //: a decision in training
    case training::Fit::Wrong:
        return Feedback::tr("Not right.");
    }
    Q_UNREACHABLE();
}

QString decisionHtml(const FinishedRun &run, const training::Score &score)
{
    QString html =
        partHeading(Feedback::tr("Decision"), score.decision, 40) +
        feedbackLine(Feedback::tr("%1: %2").arg(text(score.verdict.decision), verdictText(score.verdict.fit)),
                     inProgramLanguage(score.verdict.why));
    for (const training::DecisionKey &other : run.scenario->key.decisions) {
        if (other.fit == training::Fit::Right && score.verdict.fit != training::Fit::Right)
            html += feedbackLine(Feedback::tr("%1 would have been right:").arg(text(other.decision)),
                                 inProgramLanguage(other.why));
    }
    return html;
}

QString wayHtml(const FinishedRun &run, const training::Score &score, const training::Rules &rules)
{
    QString html = partHeading(Feedback::tr("The way there"), score.way, 20);
    for (const int mistake : score.mistakes)
        html += feedbackLine(Feedback::tr("Never (%1):").arg(mistake),
                             inProgramLanguage(rules.never.value(mistake - 1)));
    for (const QString &step : score.missedSteps) {
        const training::Move *move = run.scenario->move(step);
        const QString words = move ? inProgramLanguage(move->ask.isEmpty() ? move->reply : move->ask) : step;
        html += feedbackLine(Feedback::tr("Left out:"), words);
    }
    if (score.mistakes.isEmpty() && score.missedSteps.isEmpty())
        html += feedbackLine(QString(), Feedback::tr("Nothing left out, nothing that must never be done."));
    return html;
}

}  // namespace

QString feedbackHtml(const FinishedRun &run, const training::Score &score, const training::Rules &rules,
                     const QPalette &palette)
{
    QString html = QStringLiteral("<h2>%1</h2>").arg(inProgramLanguage(run.scenario->title).toHtmlEscaped());
    html += signsHtml(run, score) + decisionHtml(run, score) + wayHtml(run, score, rules);
    html += QStringLiteral("<h3>%1</h3><ul>").arg(Feedback::tr("To take along").toHtmlEscaped());
    for (const Translated &lesson : run.scenario->lessons)
        html += QStringLiteral("<li>%1</li>").arg(inProgramLanguage(lesson).toHtmlEscaped());
    return html +
           QStringLiteral("</ul><p style='color:%1'>%2</p>")
               .arg(secondaryText(palette).name(), Feedback::tr("Sources: %1")
                                                       .arg(run.scenario->sources.join(QStringLiteral("; ")))
                                                       .toHtmlEscaped());
}

QString baseRateText(const training::Rules &rules, const training::BaseRate &rate)
{
    const QLocale locale;
    return inProgramLanguage(rules.baseRate)
        .arg(locale.toString(rate.people), locale.toString(rate.affected()), locale.toString(rate.flagged()),
             locale.toString(rate.rightlyFlagged()), locale.toString(rate.wronglyFlagged()),
             locale.toString(100 * rate.predictiveValue(), 'f', 1));
}

}  // namespace amparo::desktop
