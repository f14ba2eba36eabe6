#include "traveller/name_folding.h"

#include "support/catch.h"

#include <rapidcheck.h>

using namespace amparo::traveller;

TEST_CASE("all spellings of a name that documents use give one key", "[traveller]")
{
    const auto spellings = GENERATE(values<QStringList>({
        {QStringLiteral("Núñez"), QStringLiteral("NUNEZ"), QStringLiteral("NUNXXEZ"), QStringLiteral("nunez"),
         QStringLiteral("Nu\u0301n\u0303ez")},
        {QStringLiteral("Müller"), QStringLiteral("MULLER"), QStringLiteral("MUELLER"),
         QStringLiteral("MUXXLLER")},
        {QStringLiteral("Söderström"), QStringLiteral("SODERSTROM"), QStringLiteral("SOEDERSTROEM")},
        {QStringLiteral("Jørgensen"), QStringLiteral("JORGENSEN"), QStringLiteral("JOERGENSEN")},
        {QStringLiteral("Ångström"), QStringLiteral("AANGSTROEM"), QStringLiteral("ANGSTROM")},
        {QStringLiteral("Jæger"), QStringLiteral("JAEGER"), QStringLiteral("JÄGER"), QStringLiteral("JAGER")},
        {QStringLiteral("Groß"), QStringLiteral("GROSS")},
        {QStringLiteral("Þórðarson"), QStringLiteral("THORDARSON")},
        {QStringLiteral("Wałęsa"), QStringLiteral("WALESA")},
        {QStringLiteral("D’Angelo"), QStringLiteral("D'ANGELO"), QStringLiteral("DANGELO")},
        {QStringLiteral("Garay-Peña"), QStringLiteral("GARAY<PENA"), QStringLiteral("  garay  peña ")},
        {QStringLiteral("Conceição"), QStringLiteral("CONCEICAO"), QStringLiteral("Conceicão")},
        {QStringLiteral("Ĳsselmeer"), QStringLiteral("IJSSELMEER")},
        {QStringLiteral("Güemes"), QStringLiteral("GUEMES"), QStringLiteral("GUXXEMES"),
         QStringLiteral("GUEEMES")},
    }));
    for (const QString &spelling : spellings) {
        CAPTURE(spelling);
        CHECK(folded(spelling) == folded(spellings.front()));
    }
}

TEST_CASE("different names keep different keys", "[traveller]")
{
    const QStringList names{QStringLiteral("QUISPE"), QStringLiteral("QUISPI"),
                            QStringLiteral("MAMANI"), QStringLiteral("MAMANI QUISPE"),
                            QStringLiteral("PENA"),   QStringLiteral("PINA"),
                            QStringLiteral("XXA"),    QStringLiteral("NAXX")};
    QStringList keys;
    for (const QString &name : names)
        keys += folded(name);
    keys.removeDuplicates();
    CHECK(keys.size() == names.size());
}

TEST_CASE("names outside the Latin script keep their letters", "[traveller]")
{
    CHECK(folded(u"иванов") == QStringLiteral("ИВАНОВ"));
    CHECK(folded(u"محمد علي") == QStringLiteral("محمد علي"));
    CHECK(folded(u"") == QString());
}

TEST_CASE("folding twice changes nothing", "[traveller]")
{
    CHECK(rc::check("idempotent", [](const std::u16string &text) {
        const QString once = folded(text);
        RC_ASSERT(folded(once) == once);
    }));
    CHECK(rc::check("idempotent over the letters that fold", [] {
        const auto letters =
            *rc::gen::container<std::u16string>(rc::gen::elementOf(std::u16string(u"AEOUNX ßÄÖÜÑÅÆŒØÞĲ'-<")));
        const QString once = folded(letters);
        RC_ASSERT(folded(once) == once);
    }));
}
