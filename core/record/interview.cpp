// The order in which things follow: an answer changes the session, the session the advice, the advice the
// fields that hold it; a field that holds the advice never feeds back into it, because no indicator reads
// one.

#include "record/interview.h"

#include "risk/explanation.h"
#include "risk/observe.h"

namespace amparo::record {

namespace {

form::SessionOptions sessionOptions(const Setting &setting)
{
    form::SessionOptions options;
    options.clock = setting.clock;
    options.deviceId = setting.post.code;
    options.username = setting.officer.id.toText();  // a pseudonym: names stay at the post
    options.language = setting.language;
    return options;
}

Decision decisionFor(risk::Recommendation recommendation)
{
    switch (recommendation) {
    case risk::Recommendation::Clear:
        return Decision::Clear;
    case risk::Recommendation::SecondLine:
        return Decision::SecondLine;
    case risk::Recommendation::UrgentProtection:
        return Decision::UrgentProtection;
    }
    Q_UNREACHABLE();
}

QString dateText(const std::optional<QDate> &date) { return date ? date->toString(Qt::ISODate) : QString(); }
QString yesNo(bool yes) { return yes ? QStringLiteral("yes") : QStringLiteral("no"); }

QString sexText(traveller::Sex sex)
{
    switch (sex) {
    case traveller::Sex::Female:
        return QStringLiteral("F");
    case traveller::Sex::Male:
        return QStringLiteral("M");
    case traveller::Sex::X:
        return QStringLiteral("X");
    case traveller::Sex::Unspecified:
        return QString();
    }
    Q_UNREACHABLE();
}

QList<IndicatorHit> hitsOf(const risk::Observations &fired)
{
    QList<IndicatorHit> hits;
    for (const risk::Observation &observation : fired) {
        const QStringList indicators = observation.indicator.split(QLatin1Char(' '), Qt::SkipEmptyParts);
        for (const QString &indicator : indicators) {
            const IndicatorHit hit{indicator, observation.item, observation.dimension};
            if (!hits.contains(hit))
                hits.append(hit);
        }
    }
    return hits;
}

}  // namespace

Interview::Interview(std::shared_ptr<const InterviewForm> form, form::Filling filling, Screening screening,
                     const Setting &setting)
    : m_form(std::move(form)),
      m_filling(std::move(filling)),
      m_fields(*m_form->definition),
      m_screening(std::move(screening)),
      m_setting(setting)
{}

Result<Interview> Interview::begin(std::shared_ptr<const InterviewForm> form, EncounterId encounter,
                                   const Setting &setting)
{
    auto filling = form::Filling::start(form->definition, sessionOptions(setting));
    if (!filling)
        return tl::make_unexpected(filling.error());
    Screening screening;
    screening.id = ScreeningId::create();
    screening.encounter = encounter;
    screening.shift = setting.shift;
    screening.officer = setting.officer.id;
    screening.line = form->line();
    screening.formId = form->definition->formId();
    screening.formVersion = form->definition->version();
    screening.language = filling->session().language();
    Interview interview(std::move(form), std::move(*filling), std::move(screening), setting);
    interview.m_screening.startedAt = interview.clock().utcNow();
    interview.writeSetting();
    interview.writeTraveller();
    interview.reassess();
    return interview;
}

Result<Interview> Interview::resume(std::shared_ptr<const InterviewForm> form, const Screening &draft,
                                    const QByteArray &answers, const Setting &setting)
{
    form::SessionOptions options = sessionOptions(setting);
    options.language = draft.language;
    auto filling = form::Filling::restore(form->definition, answers, options);
    if (!filling)
        return tl::make_unexpected(filling.error());
    Interview interview(std::move(form), std::move(*filling), draft, setting);
    interview.reassess();
    return interview;
}

const Clock &Interview::clock() const { return m_setting.clock ? *m_setting.clock : systemClock(); }

void Interview::setTraveller(const traveller::Traveller &traveller)
{
    m_screening.traveller = traveller;
    writeTraveller();
    reassess();
}

Result<> Interview::setAnswer(const QString &path, const QString &value)
{
    const Result<> set = m_filling.setAnswer(path, value);
    if (set)
        reassess();
    return set;
}

Result<QString> Interview::addRepeat(const QString &repeatPath)
{
    auto added = m_filling.addRepeat(repeatPath);
    if (added)
        reassess();
    return added;
}

Result<> Interview::removeRepeat(const QString &instancePath)
{
    const Result<> removed = m_filling.removeRepeat(instancePath);
    if (removed)
        reassess();
    return removed;
}

void Interview::setLanguage(const QString &language)
{
    m_filling.session().setLanguage(language);
    m_screening.language = m_filling.session().language();
    reassess();
}

std::optional<form::Session> Interview::inOfficersLanguage() const
{
    const form::FormDefinition &definition = *m_form->definition;
    const QString own = definition.languageName(m_setting.language);
    if (own.isEmpty() || own == definition.languageName(m_filling.session().language()))
        return std::nullopt;
    form::Session session = m_filling.session();
    session.setLanguage(m_setting.language);
    return session;
}

void Interview::show(const QString &path)
{
    if (path.isEmpty())
        m_filling.leave();
    else
        m_filling.enter(form::AuditLog::Event::Question, path, {path});
}

void Interview::setVerdict(const std::optional<Verdict> &verdict)
{
    m_screening.verdict = verdict;
    writeVerdict();
}

bool Interview::departsFromAdvice() const
{
    return m_screening.verdict && m_screening.advice &&
           m_screening.verdict->decision != m_screening.advice->recommended;
}

QList<Obstacle> Interview::obstacles() const
{
    QList<Obstacle> obstacles;
    for (const form::Violation &violation : m_filling.session().validate()) {
        if (!m_fields.isSupplied(violation.path))
            obstacles.append({Obstacle::Kind::Answer, violation.path, violation.message});
    }
    if (!m_screening.verdict)
        obstacles.append({Obstacle::Kind::Decision, {}, {}});
    else if (departsFromAdvice() && m_screening.verdict->reason.trimmed().isEmpty())
        obstacles.append({Obstacle::Kind::Reason, {}, {}});
    return obstacles;
}

Result<FinalRecord> Interview::finalise()
{
    if (!obstacles().isEmpty())
        return failure(ErrorCode::Conflict, QStringLiteral("answers, decision or reason are missing"));
    const QList<Link> links = linksOf(m_filling.session());
    auto final = m_filling.finalise();
    if (!final)
        return tl::make_unexpected(final.error());
    m_screening.finalisedAt = clock().utcNow();
    m_screening.instanceId = final->submission.instanceId;
    return FinalRecord{m_screening, std::move(final->submission), std::move(final->files), links};
}

// A form that gives such a field a type of its own keeps the part out of it; the record holds it all the
// same.
void Interview::write(const QString &part, const QString &value)
{
    (void)m_fields.write(m_filling.session(), part, value);
}

void Interview::writeSetting()
{
    write(QStringLiteral("encounter"), m_screening.encounter.toText());
    write(QStringLiteral("post"), m_setting.post.code);
    write(QStringLiteral("officer"), m_screening.officer.toText());
    write(QStringLiteral("shift"), m_screening.shift.toText());
}

void Interview::writeTraveller()
{
    const traveller::Traveller &who = m_screening.traveller;
    const QDate today = clock().today();
    const auto age = traveller::ageOn(who, today);
    const auto writePart = [this](const char *part, const QString &value) {
        write(QStringLiteral("traveller.") + QLatin1String(part), value);
    };
    writePart("surname", who.surname);
    writePart("givenNames", who.givenNames);
    writePart("documentType", who.documentCode);
    writePart("documentNumber", who.documentNumber);
    writePart("issuingState", who.issuingState);
    writePart("nationality", who.nationality);
    writePart("birthDate", dateText(who.birthDate));
    writePart("sex", sexText(who.sex));
    writePart("expiryDate", dateText(who.expiryDate));
    writePart("age", age ? QString::number(*age) : QString());
    writePart("child", yesNo(traveller::isChildOrPresumed(who, today)));
    writePart("source", who.source == traveller::Traveller::Source::Mrz ? QStringLiteral("mrz")
                                                                        : QStringLiteral("typed"));
}

void Interview::writeVerdict()
{
    const auto &verdict = m_screening.verdict;
    write(QStringLiteral("decision"), verdict ? decisionName(verdict->decision) : QString());
    write(QStringLiteral("reason"), verdict ? verdict->reason : QString());
}

void Interview::reassess()
{
    if (!m_form->model)
        return;
    risk::Person person;
    person.child = traveller::isChildOrPresumed(m_screening.traveller, clock().today());
    person.exploitation =
        risk::exploitationFromName(m_fields.read(m_filling.session(), QStringLiteral("exploitation")))
            .value_or(risk::Person::Exploitation::Unknown);
    const auto own = inOfficersLanguage();  // reasons are the officer's to read, whatever the traveller reads
    m_assessment = risk::assess(*m_form->model, risk::observe(own ? *own : m_filling.session()), person);

    Advice advice;
    advice.model = m_form->model->name();
    advice.band = m_assessment->band.code;
    advice.level = m_assessment->band.level;
    advice.recommended = decisionFor(m_assessment->recommendation);
    advice.explanation = risk::explanation(*m_assessment, m_setting.language);
    advice.hits = hitsOf(m_assessment->fired);
    advice.unanswered = int(m_assessment->unanswered.size());
    m_screening.advice = advice;
    write(QStringLiteral("band"), advice.band);
    write(QStringLiteral("model"), advice.model);
    write(QStringLiteral("explanation"), advice.explanation);
    write(QStringLiteral("recommendation"), decisionName(advice.recommended));
}

}  // namespace amparo::record
