#include "risk/observe.h"

#include <QSet>

#include <algorithm>

namespace amparo::risk {

namespace {

/// One question of the form that stands for an indicator, with what its bind says.
class Question {
public:
    Question(const form::Session &session, QString path) : m_session(session), m_path(std::move(path)) {}

    bool isIndicator() const { return !attribute("indicator").isEmpty(); }

    Observations observations() const
    {
        if (attribute("indicator") == QLatin1String("choices"))
            return byChoice();
        Observation observation = base(attribute("indicator"), attribute("item"), attribute("strength"));
        observation.label = label();
        observation.answer = answer();
        return {observation};
    }

private:
    QString attribute(const char *name) const
    {
        return m_session.definition()
            .bindAttribute(m_path, form::amparoNamespace, QString::fromLatin1(name))
            .value_or(QString())
            .simplified();
    }

    QString label() const
    {
        const auto item = m_session.item(m_path);
        return item ? item->label : QString();
    }

    QStringList values() const
    {
        return m_session.value(m_path).value_or(QString()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    }

    static bool saysNothing(const QStringList &values)
    {
        static const QSet<QString> unknown = {QStringLiteral("not_asked"), QStringLiteral("not_observed"),
                                              QStringLiteral("declined"), QStringLiteral("unknown")};
        return std::all_of(values.begin(), values.end(),
                           [](const QString &value) { return unknown.contains(value); });
    }

    Observation base(const QString &indicator, const QString &item, const QString &strength) const
    {
        Observation observation;
        observation.indicator = indicator;
        observation.question = m_path;
        observation.item = item;
        observation.dimension = attribute("dimension");
        if (observation.dimension.isEmpty())
            observation.dimension = item.section(QLatin1Char('.'), 0, 0);
        observation.strength = strengthFromName(strength);
        observation.how = howFromName(attribute("how")).value_or(How::Asked);
        observation.trigger = attribute("trigger") == QLatin1String("yes");
        return observation;
    }

    Answer answer() const
    {
        const QString fires = attribute("fires");
        const QStringList given = values();
        if (fires.startsWith(QLatin1Char('='))) {
            const auto result = m_session.evaluate(fires.mid(1), m_path);
            if (result && result->toBoolean())
                return Answer::Fired;
            return saysNothing(given) ? Answer::Unknown : Answer::NotFired;
        }
        const QStringList firing =
            (fires.isEmpty() ? QStringLiteral("yes") : fires).split(QLatin1Char(' '), Qt::SkipEmptyParts);
        const bool fired = std::any_of(given.begin(), given.end(),
                                       [&](const QString &value) { return firing.contains(value); });
        return fired ? Answer::Fired : saysNothing(given) ? Answer::Unknown : Answer::NotFired;
    }

    /// Two answers that stand for the same indicator give one observation: fired if either was chosen.
    Observations byChoice() const
    {
        const QStringList given = values();
        const Answer otherwise = saysNothing(given) ? Answer::Unknown : Answer::NotFired;
        Observations observations;
        for (const form::Choice &choice : m_session.choices(m_path)) {
            const QString indicator = choice.extra.value(QStringLiteral("amparo_indicator"));
            if (indicator.isEmpty())
                continue;
            Observation observation = base(indicator, choice.extra.value(QStringLiteral("amparo_item")),
                                           choice.extra.value(QStringLiteral("amparo_strength")));
            observation.trigger =
                choice.extra.value(QStringLiteral("amparo_trigger")) == QLatin1String("yes");
            observation.label = QStringLiteral("%1 %2").arg(label(), choice.label);
            observation.answer = given.contains(choice.value) ? Answer::Fired : otherwise;
            add(observations, observation);
        }
        return observations;
    }

    static void add(Observations &observations, const Observation &observation)
    {
        const auto same =
            std::find_if(observations.begin(), observations.end(), [&](const Observation &other) {
                return other.indicator == observation.indicator && other.item == observation.item;
            });
        if (same == observations.end())
            observations.append(observation);
        else if (same->answer != Answer::Fired)
            *same = observation;
    }

    const form::Session &m_session;
    QString m_path;
};

}  // namespace

Observations observe(const form::Session &session)
{
    Observations observations;
    for (const QString &path : session.fieldPaths()) {
        const Question question(session, path);
        if (question.isIndicator() && session.isRelevant(path))
            observations.append(question.observations());
    }
    return observations;
}

}  // namespace amparo::risk
