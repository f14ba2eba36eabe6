#include "app/desktop/training/training_text.h"

#include "base/language.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace amparo::desktop {

namespace {

struct TrainingTexts {
    Q_DECLARE_TR_FUNCTIONS(TrainingTexts)
};

}  // namespace

QString text(training::Grade grade)
{
    switch (grade) {
    //: of a training scenario
    case training::Grade::Easy:
        return TrainingTexts::tr("Easy");
    //: of a training scenario
    case training::Grade::Medium:
        return TrainingTexts::tr("Medium", "grade");
    //: of a training scenario
    case training::Grade::Hard:
        return TrainingTexts::tr("Hard");
    }
    Q_UNREACHABLE();
}

QString borderText(const QString &border)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("rumichaca"), QStringLiteral("Rumichaca")},
        {QStringLiteral("desaguadero"), QStringLiteral("Desaguadero")},
        {QStringLiteral("triple_border_ar_br"), QStringLiteral("Puerto Iguazú – Foz do Iguaçu")},
        {QStringLiteral("triple_border_br_py"), QStringLiteral("Foz do Iguaçu – Ciudad del Este")},
        {QStringLiteral("aguas_blancas_bermejo"), QStringLiteral("Aguas Blancas – Bermejo")}};
    return names.value(border, border);
}

QString inProgramLanguage(const Translated &text) { return text.in(QLocale().bcp47Name()); }

bool isReviewed(const training::Scenario &scenario)
{
    const QString language = primarySubtag(QLocale().bcp47Name());
    // English is what the project writes in.
    return language == QLatin1String("en") ||
           std::none_of(scenario.unreviewed.begin(), scenario.unreviewed.end(),
                        [&](const QString &one) { return primarySubtag(one) == language; });
}

}  // namespace amparo::desktop
