#include "traveller/country.h"

#include "support/catch.h"

#include <QLocale>
#include <QSet>

using namespace amparo::traveller;

TEST_CASE("every country of ISO 3166-1 is known once", "[traveller]")
{
    QSet<QString> alpha2;
    for (const QString &code : countryCodes()) {
        const Country country = countryFor(code).value();
        CAPTURE(code);
        if (country.iso != code)
            continue;
        CHECK(code.size() == 3);
        CHECK(country.kind == Country::Kind::State);
        CHECK(QLocale::codeToTerritory(country.alpha2) != QLocale::AnyTerritory);
        alpha2 += country.alpha2;
    }
    CHECK(alpha2.size() == 249);  // ISO 3166-1 as of 2024
}

TEST_CASE("every code has a name in each language of the desktop", "[traveller]")
{
    for (const QString &code : countryCodes()) {
        const Country country = countryFor(code).value();
        CAPTURE(code);
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR")})
            CHECK_FALSE(country.name.byLanguage.value(language).isEmpty());
    }
}

TEST_CASE("codes that only travel documents have are known", "[traveller]")
{
    struct Row {
        QString code;
        Country::Kind kind;
        QString iso;
        QString spanish;
    };
    using Kind = Country::Kind;
    const auto row = GENERATE(values<Row>({
        {QStringLiteral("D"), Kind::State, QStringLiteral("DEU"), QStringLiteral("Alemania")},
        {QStringLiteral("GBD"), Kind::State, QStringLiteral("GBR"),
         QStringLiteral("Reino Unido (ciudadano de territorios de ultramar)")},
        {QStringLiteral("RKS"), Kind::State, QStringLiteral("RKS"), QStringLiteral("Kosovo")},
        {QStringLiteral("EUE"), Kind::Organisation, QStringLiteral("EUE"), QStringLiteral("Unión Europea")},
        {QStringLiteral("UNO"), Kind::Organisation, QStringLiteral("UNO"), QStringLiteral("Naciones Unidas")},
        {QStringLiteral("XXA"), Kind::Person, QStringLiteral("XXA"), QStringLiteral("Persona apátrida")},
        {QStringLiteral("XXB"), Kind::Person, QStringLiteral("XXB"),
         QStringLiteral("Persona refugiada (Convención de 1951)")},
        {QStringLiteral("UTO"), Kind::Specimen, QStringLiteral("UTO"), QStringLiteral("Utopía (espécimen)")},
    }));
    CAPTURE(row.code);
    const Country country = countryFor(row.code).value();
    CHECK((country.kind == row.kind));
    CHECK(country.name.in(QStringLiteral("es")) == row.spanish);
    CHECK(isoOf(row.code) == row.iso);
}

TEST_CASE("what is no code is not known", "[traveller]")
{
    const auto code = GENERATE(values<QString>({QString(), QStringLiteral("bol"), QStringLiteral("D<<"),
                                                QStringLiteral("ZZZ"), QStringLiteral("BO")}));
    CAPTURE(code);
    CHECK(countryFor(code) == std::nullopt);
    CHECK(isoOf(code) == code);
}
