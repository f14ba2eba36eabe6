#include "training/rehearsal.h"

#include "record/interview.h"
#include "risk/observe.h"
#include "training/play.h"
#include "traveller/mrz.h"

#include <algorithm>
#include <utility>

namespace amparo::training {

namespace {

/// Stands at the moment at which the scenario plays.
class StandingClock final : public Clock {
public:
    explicit StandingClock(QDateTime utc) : m_utc(std::move(utc)) {}

    QDateTime utcNow() const override { return m_utc; }
    std::chrono::milliseconds monotonic() const override { return {}; }

private:
    QDateTime m_utc;
};

tl::unexpected<Error> flaw(const QString &path, const char *what)
{
    return failure(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(path, QString::fromLatin1(what)));
}

Result<traveller::Traveller> readSpecimen(const Scenario &scenario, qsizetype index)
{
    const QString path = QStringLiteral("$.documents[%1].lines").arg(index);
    const QDate today = scenario.now.date();
    const auto mrz = traveller::parseMrz(scenario.documents[index].lines.join(QLatin1Char('\n')), today);
    if (!mrz)
        return flaw(path, "no machine readable zone");
    if (mrz->failedChecks != traveller::Mrz::Checks() || !mrz->corrections.isEmpty())
        return flaw(path, "a check digit disagrees");
    if (!mrz->warnings.testFlag(traveller::Mrz::Warning::Specimen))
        return flaw(path, "the issuing State has to be UTO");
    if (!mrz->expiryDate || *mrz->expiryDate < today)
        return flaw(path, "the document has expired");
    return traveller::fromMrz(*mrz);
}

/// Empty: the form has no such question.
QString pathOfQuestion(const form::FormDefinition &definition, const QString &name)
{
    const QStringList fields = definition.fields();
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const QString &field) {
        return field.endsWith(QLatin1Char('/') + name);
    });
    return found == fields.end() ? QString() : *found;
}

/// In the form's order, so that a gate is answered before what stands behind it.
Result<> answerByTheKey(const Scenario &scenario, record::Interview &interview)
{
    const form::FormDefinition &definition = *interview.form().definition;
    for (const QString &question : scenario.key.answers.keys()) {
        if (pathOfQuestion(definition, question).isEmpty())
            return flaw(QStringLiteral("$.key.answers.") + question, "the form has no such question");
    }
    for (const QString &path : definition.fields()) {
        const QString question = path.section(QLatin1Char('/'), -1);
        if (!scenario.key.answers.contains(question))
            continue;
        const QString place = QStringLiteral("$.key.answers.") + question;
        if (!interview.session().isRelevant(path))
            return flaw(place, "the form does not ask this here");
        if (!interview.setAnswer(path, scenario.key.answers[question]))
            return flaw(place, "the form offers no such answer");
    }
    return {};
}

Result<> checkMoves(const Scenario &scenario, const form::FormDefinition &definition)
{
    for (qsizetype i = 0; i < scenario.moves.size(); ++i) {
        const QString &question = scenario.moves[i].question;
        if (!question.isEmpty() && pathOfQuestion(definition, question).isEmpty())
            return flaw(QStringLiteral("$.moves[%1].question").arg(i), "the form has no such question");
    }
    return {};
}

}  // namespace

Result<Score> rehearse(const Scenario &scenario, std::shared_ptr<const record::InterviewForm> form)
{
    const StandingClock clock(scenario.now);
    record::Setting setting;
    setting.clock = &clock;
    auto interview = record::Interview::begin(form, EncounterId::create(), setting);
    if (!interview)
        return tl::make_unexpected(interview.error());
    for (qsizetype i = scenario.documents.size();
         i-- > 0;) {  // the first one last: it is whom the form is about
        const auto holder = readSpecimen(scenario, i);
        if (!holder)
            return tl::make_unexpected(holder.error());
        interview->setTraveller(*holder);
    }
    const auto sound = checkMoves(scenario, *form->definition).and_then([&] {
        return answerByTheKey(scenario, *interview);
    });
    if (!sound)
        return tl::make_unexpected(sound.error());

    Play play(std::make_shared<const Scenario>(scenario));
    for (const Move &move : scenario.moves) {
        if (!move.mistake)
            play.make(move.id);
    }
    const auto right = std::find_if(scenario.key.decisions.begin(), scenario.key.decisions.end(),
                                    [](const DecisionKey &one) { return one.fit == Fit::Right; });
    interview->setVerdict(record::Verdict{right->decision, QStringLiteral("By the key.")});
    if (!interview->obstacles().isEmpty())
        return flaw(QStringLiteral("$.key.decisions"), "the form cannot be made final with these answers");
    return score(scenario, {recordedSigns(risk::observe(interview->session())), right->decision, play.made(),
                            play.mistakes()});
}

}  // namespace amparo::training
