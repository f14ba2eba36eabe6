#include "base/translated.h"

#include "support/catch.h"
#include "support/text.h"

using namespace amparo;
using test::text;

TEST_CASE("a translated text answers in the nearest language it has", "[base]")
{
    const Translated greeting{
        {{text("en"), text("Hello")}, {text("es"), text("Hola")}, {text("pt-BR"), text("Olá")}}};
    struct Row {
        const char *wanted;
        const char *found;
    };
    const auto row = GENERATE(values<Row>({{"es", "Hola"},
                                           {"es-PE", "Hola"},
                                           {"pt", "Olá"},
                                           {"pt-BR", "Olá"},
                                           {"pt_BR", "Olá"},
                                           {"fr", "Hello"},
                                           {"", "Hello"}}));
    CAPTURE(row.wanted);
    CHECK(greeting.in(text(row.wanted)) == text(row.found));
}

TEST_CASE("a text without English answers with what there is", "[base]")
{
    CHECK(Translated{{{text("ht"), text("Bonjou")}}}.in(text("es")) == text("Bonjou"));
    CHECK(Translated{}.in(text("es")).isEmpty());
}
