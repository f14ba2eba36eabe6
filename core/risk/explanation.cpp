#include "risk/explanation.h"

namespace amparo::risk {

namespace {

/// Gathers the lines of one explanation in one language.
class Writer {
public:
    Writer(const Assessment &assessment, const QString &language)
        : m_assessment(assessment), m_language(language)
    {}

    QString write()
    {
        const Assessment &a = m_assessment;
        line(a.band.label.in(m_language));
        line(a.action().in(m_language));
        line(phrase("model").arg(a.modelId, a.modelVersion, a.status.in(m_language)));
        line(phrase("why") + QLatin1Char(' ') + a.reason.text.in(m_language));
        for (const Reason &trigger : a.triggers)
            line(trigger.text.in(m_language));
        if (a.childPresumedByIndicator)
            line(phrase("child_presumed"));
        writeDimensions();
        writeTracks();
        writeList(phrase("recorded"), a.fired);
        writeList(phrase("not_counted"), a.notCounted);
        if (a.observedOnly)
            line(phrase("observed_only"));
        line(phrase("not_known").arg(a.unanswered.size()).arg(a.asked));
        line(a.notice.in(m_language));
        return m_lines.join(QLatin1Char('\n'));
    }

private:
    QString phrase(const char *key) const { return phrase(QString::fromLatin1(key)); }
    QString phrase(const QString &key) const { return m_assessment.phrases.value(key).in(m_language); }

    void line(const QString &text)
    {
        if (!text.isEmpty())
            m_lines.append(text);
    }

    void writeList(const QString &heading, const Observations &observations)
    {
        if (observations.isEmpty())
            return;
        line(heading);
        for (const Observation &observation : observations)
            line(QStringLiteral("- %1 %2").arg(observation.indicator, observation.label));
    }

    void writeDimensions()
    {
        for (const DimensionResult &result : m_assessment.dimensions()) {
            if (result.counts == Counts{})
                continue;
            line(phrase("dimension")
                     .arg(result.dimension.label.in(m_language))
                     .arg(result.counts.strong)
                     .arg(result.counts.medium)
                     .arg(result.counts.weak)
                     .arg(phrase(clauseName(result.clause))));
        }
        for (qsizetype i = 1; i < m_assessment.profiles.size(); ++i) {
            const DelphiResult &other = m_assessment.profiles[i];
            line(phrase("other_profile")
                     .arg(other.profile.label.in(m_language), other.decided.because.in(m_language)));
        }
    }

    void writeTracks()
    {
        for (const TrackResult &track : m_assessment.tracks) {
            line(phrase("track").arg(track.title.in(m_language), track.band.label.in(m_language)));
            line(track.band.actionFor(m_assessment.child).in(m_language));
        }
    }

    const Assessment &m_assessment;
    QString m_language;
    QStringList m_lines;
};

}  // namespace

const QStringList &phraseKeys()
{
    static const QStringList keys =
        QStringLiteral("model why child_presumed dimension other_profile track recorded "
                       "not_counted observed_only not_known none two_strong "
                       "strong_with_another three_medium two_medium_with_weak")
            .split(QLatin1Char(' '));
    return keys;
}

QString explanation(const Assessment &assessment, const QString &language)
{
    return Writer(assessment, language).write();
}

}  // namespace amparo::risk
