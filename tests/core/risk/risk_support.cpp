#include "risk_support.h"

#include "risk/model_reader.h"

#include <QFile>
#include <QHash>

namespace amparo::test {

using risk::Observation;
using risk::Observations;
using risk::Person;

QByteArray modelJson(const char *id)
{
    QFile file(QStringLiteral(AMPARO_TEST_SOURCES "/../resources/risk/%1.json").arg(QLatin1String(id)));
    if (!file.open(QIODevice::ReadOnly))
        FAIL("no model " << id);
    return file.readAll();
}

risk::Model shippedModel(const char *id) { return require(risk::readModel(modelJson(id))); }

Observation fired(const QString &indicator)
{
    static const QHash<QString, QString> items = [] {
        const char *const table[][2] = {
            {"GEN-01", "CR.isolation"},
            {"GEN-03", "CR.documents"},
            {"GEN-05", "RV.information_lack"},
            {"GEN-10", "CR.threat_violence"},
            {"GEN-15", "CR.debt"},
            {"GEN-19", "RV.false_law"},
            {"DOC-10", "CR.documents"},
            {"SMG-11", "CR.documents"},
            {"LAB-01", "DR.job"},
            {"LAB-02", "DR.wages"},
            {"LAB-09", "EX.hours"},
            {"LAB-10", "EX.pay"},
            {"LAB-11", "EX.wage_manipulation"},
            {"LAB-12", "EX.living"},
            {"LAB-14", "CD.documents"},
            {"LAB-15", "CD.debt"},
            {"SMG-01", "SM"},
            {"SMG-02", "SM.danger"},
            {"SMG-04", "SM.degrading"},
            {"SMG-09", "SM.needs"},
            {"DOC-01", "DF"},
        };
        QHash<QString, QString> map;
        for (const auto &row : table)
            map.insert(QString::fromLatin1(row[0]), QString::fromLatin1(row[1]));
        return map;
    }();
    static const QHash<QString, risk::Strength> strengths = {
        {QStringLiteral("SMG-01"), risk::Strength::Medium},
        {QStringLiteral("SMG-02"), risk::Strength::Strong},
        {QStringLiteral("SMG-04"), risk::Strength::Strong},
        {QStringLiteral("SMG-09"), risk::Strength::Strong},
        {QStringLiteral("DOC-01"), risk::Strength::Medium}};

    Observation observation = firedItem(items.value(indicator));
    observation.indicator = indicator;
    if (strengths.contains(indicator))
        observation.strength = strengths.value(indicator);
    return observation;
}

Observations allFired(const QString &indicators)
{
    Observations observations;
    for (const QString &indicator : indicators.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        observations.append(fired(indicator));
    return observations;
}

Observation firedItem(const QString &item)
{
    Observation observation;
    observation.indicator = item;
    observation.item = item;
    observation.dimension = item.section(QLatin1Char('.'), 0, 0);
    observation.answer = risk::Answer::Fired;
    return observation;
}

Person adult(Person::Exploitation exploitation) { return {false, exploitation}; }
Person child(Person::Exploitation exploitation) { return {true, exploitation}; }

}  // namespace amparo::test
