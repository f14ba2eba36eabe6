#include "traveller/country.h"

#include "base/names.h"

#include <QFile>
#include <QMap>

static void initCountries() { Q_INIT_RESOURCE(countries); }

namespace amparo::traveller {

namespace {

constexpr Names<Country::Kind, 4> kindNames{{
    {Country::Kind::State, QLatin1StringView("state")},
    {Country::Kind::Organisation, QLatin1StringView("organisation")},
    {Country::Kind::Person, QLatin1StringView("person")},
    {Country::Kind::Specimen, QLatin1StringView("specimen")},
}};

enum Column { Code, Kind, Iso, Alpha2, FirstName };

/// resources/countries/README.md says what the columns are.
QMap<QString, Country> readCountries()
{
    initCountries();
    QFile file(QStringLiteral(":/amparo/traveller/countries.csv"));
    const bool opened = file.open(QIODevice::ReadOnly | QIODevice::Text);
    Q_ASSERT(opened);
    Q_UNUSED(opened);
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    const QStringList heading = lines.takeFirst().split(QLatin1Char(','));
    QMap<QString, Country> countries;
    for (const QString &line : lines) {
        const QStringList cells = line.split(QLatin1Char(','));
        Q_ASSERT(cells.size() == heading.size());
        Country country{cells[Code], *valueOf(kindNames, cells[Kind]), cells[Iso], cells[Alpha2], {}};
        for (qsizetype column = FirstName; column < cells.size(); ++column)
            country.name.byLanguage.insert(heading[column], cells[column]);
        countries.insert(country.code, country);
    }
    return countries;
}

const QMap<QString, Country> &countries()
{
    static const QMap<QString, Country> all = readCountries();
    return all;
}

}  // namespace

std::optional<Country> countryFor(QStringView code)
{
    const auto found = countries().constFind(code.toString());
    return found == countries().cend() ? std::nullopt : std::optional(*found);
}

QString isoOf(const QString &code)
{
    const std::optional<Country> country = countryFor(code);
    return country && !country->iso.isEmpty() ? country->iso : code;
}

QStringList countryCodes() { return countries().keys(); }

}  // namespace amparo::traveller
