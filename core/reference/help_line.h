#pragma once

#include "base/names.h"
#include "reference/opening_hours.h"
#include "reference/problem.h"
#include "reference/provenance.h"

#include <QStringList>

#include <optional>

namespace amparo::reference {

enum class Purpose { Trafficking, Children, Women, Missing, Emergency };
extern const Names<Purpose, 5> purposeNames;  ///< "trafficking", "children" …

enum class Channel { Phone, Whatsapp };

/// A number to call for help, of one country.
struct HelpLine {
    QString id;
    QString country;  ///< ISO 3166-1 alpha-3
    Purpose purpose = Purpose::Trafficking;
    QString name;
    QString number;  ///< as people write it
    Channel channel = Channel::Phone;
    std::optional<OpeningHours> hours;  ///< nullopt: not known
    QStringList languages;              ///< ISO 639
    std::optional<bool> free;
    std::optional<bool> anonymous;
    std::optional<bool> fromAbroad;  ///< whether it answers calls from other countries
    Provenance provenance;

    bool operator==(const HelpLine &) const = default;
};

/// What a telephone does with it: `tel:1818`, `https://wa.me/5561996565008` (RFC 3966, WhatsApp).
QString linkOf(const HelpLine &line);

/// Reads `help_lines.csv` (resources/directory/README.md). Rows with a problem are left out. Thread: any.
QList<HelpLine> readHelpLines(const QString &file, QByteArrayView csv, Problems &problems);

}  // namespace amparo::reference
