#pragma once

#include "base/names.h"
#include "reference/problem.h"
#include "reference/provenance.h"

namespace amparo::reference {

enum class LawTopic { Trafficking, Smuggling, PersonalData, MinorsTravel };
extern const Names<LawTopic, 4> lawTopicNames;  ///< "trafficking", "smuggling" …

struct Law {
    QString id;
    QString country;  ///< ISO 3166-1 alpha-3
    LawTopic topic = LawTopic::Trafficking;
    QString citation;  ///< as the country's lawyers write it
    QString dated;     ///< year or ISO 8601 day of the text; empty: not known
    Provenance provenance;

    bool operator==(const Law &) const = default;
};

/// Reads `laws.csv` (resources/directory/README.md). Rows with a problem are left out. Thread: any.
QList<Law> readLaws(const QString &file, QByteArrayView csv, Problems &problems);

}  // namespace amparo::reference
