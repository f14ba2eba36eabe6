#pragma once

#include "base/names.h"
#include "base/translated.h"
#include "reference/help_line.h"

#include <QDateTime>

namespace amparo::reference {

enum class Service {
    Advice,
    Asylum,
    ChildProtection,
    Coordination,
    Labour,
    Legal,
    Medical,
    Migration,
    Police,
    Prosecution,
    Psychosocial,
    Return,
    Shelter,
    Trafficking,
};
extern const Names<Service, 14> serviceNames;  ///< "advice", "asylum", "child-protection" …

enum class Serves { All, Women, Men, Children, Families, Lgbti };
extern const Names<Serves, 6> servesNames;  ///< "all", "women" …

/// One that takes a person on, and what an officer has to know before getting in touch.
struct Institution {
    QString id;
    QString country;  ///< ISO 3166-1 alpha-3; empty: it works in several
    QString area;     ///< empty: the whole country
    QString name;
    QList<Service> services;
    QList<Serves> serves;
    std::optional<OpeningHours> hours;  ///< nullopt: not known
    QString timeZone;                   ///< IANA; there where there are hours
    QStringList languages;              ///< ISO 639
    QStringList helpLines;              ///< ids of HelpLine
    QString phone;
    QString whatsapp;
    QString email;
    QString address;
    Translated onContact;  ///< what happens then
    std::optional<bool> anonymous;
    Provenance provenance;

    bool operator==(const Institution &) const = default;
};

enum class OpenState { Open, Closed, NotKnown };

/// Whether somebody is there at `utc`, by the hours of the place.
OpenState openState(const Institution &institution, const QDateTime &utc);

/// Reads `institutions.csv` (resources/directory/README.md). Rows with a problem are left out; a help line
/// that is none of `lines` is one. Thread: any.
QList<Institution> readInstitutions(const QString &file, QByteArrayView csv, const QList<HelpLine> &lines,
                                    Problems &problems);

}  // namespace amparo::reference
