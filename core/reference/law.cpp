#include "reference/law.h"

#include "reference/table_values.h"

#include <QRegularExpression>

namespace amparo::reference {

const Names<LawTopic, 4> lawTopicNames{{
    {LawTopic::Trafficking, QLatin1StringView("trafficking")},
    {LawTopic::Smuggling, QLatin1StringView("smuggling")},
    {LawTopic::PersonalData, QLatin1StringView("personal-data")},
    {LawTopic::MinorsTravel, QLatin1StringView("minors-travel")},
}};

QList<Law> readLaws(const QString &file, QByteArrayView csv, Problems &problems)
{
    static const QRegularExpression year(QStringLiteral("^[0-9]{4}$"));
    const QStringList columns{QStringLiteral("id"),     QStringLiteral("country"),
                              QStringLiteral("topic"),  QStringLiteral("citation"),
                              QStringLiteral("dated"),  QStringLiteral("source"),
                              QStringLiteral("status"), QStringLiteral("verified_on")};
    Table table(file, csv, columns, problems);
    QList<Law> laws;
    while (table.next()) {
        Law law;
        law.id = table.id();
        law.country = table.country(columns[1]);
        law.topic = table.one(columns[2], lawTopicNames);
        law.citation = table.needed(columns[3]);
        law.dated = table.text(columns[4]);
        if (!year.match(law.dated).hasMatch())
            table.day(columns[4]);
        law.provenance = provenanceOf(table);
        if (table.isSound())
            laws.append(law);
    }
    return laws;
}

}  // namespace amparo::reference
