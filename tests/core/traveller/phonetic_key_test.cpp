#include "traveller/phonetic_key.h"

#include "support/catch.h"

#include <rapidcheck.h>

#include <QHash>

using namespace amparo::traveller;

namespace {

QString word(const char *utf8) { return QString::fromUtf8(utf8); }

// As people of the region are called; how often two of them sound alike is what counts.
const char *const surnames[] = {
    "Quispe",   "Mamani",   "Flores",     "Rodríguez", "Sánchez",   "García",    "Rojas",   "Díaz",
    "Torres",   "López",    "Gonzales",   "Pérez",     "Chávez",    "Vásquez",   "Ramos",   "Ramírez",
    "Mendoza",  "Espinoza", "Castillo",   "Huamán",    "Vargas",    "Gutiérrez", "Ruiz",    "Fernández",
    "Condori",  "Choque",   "Apaza",      "Silva",     "Santos",    "Oliveira",  "Souza",   "Pereira",
    "Ferreira", "Alves",    "Lima",       "Gomes",     "Ribeiro",   "Carvalho",  "Almeida", "Barbosa",
    "Rocha",    "Dias",     "Nascimento", "Araújo",    "Moreira",   "Moreau",    "Pierre",  "Joseph",
    "Baptiste", "Charles",  "Louis",      "Desir",     "Toussaint", "Benítez",   "Ayala",   "Cáceres",
    "Ortiz",    "Villalba", "Acosta",     "Núñez",     "Medina",    "Cabrera",   "Báez"};
const char *const givenNames[] = {
    "María",    "José",     "Juan",    "Luis",     "Luisa",  "Carlos", "Carla",   "Jorge",
    "Ana",      "Rosa",     "Julio",   "Julia",    "Mario",  "Marta",  "Miguel",  "Manuel",
    "Pedro",    "Paulo",    "Paula",   "Lucas",    "Lucía",  "Sofía",  "Daniel",  "Daniela",
    "Fernando", "Fernanda", "Gabriel", "Gabriela", "Rafael", "Raquel", "Thiago",  "Mateus",
    "Beatriz",  "Jean",     "Marie",   "Michel",   "Rose",   "Wilson", "Yesenia", "Nayeli"};

}  // namespace

TEST_CASE("spellings of one name sound alike", "[traveller][SEC-R3]")
{
    const auto spellings = GENERATE(values<QStringList>({
        {word("Jiménez"), word("GIMENEZ"), word("Ximénez"), word("JIMENES")},
        {word("Rodríguez"), word("Rodrigues"), word("RODRIGUEZ")},
        {word("González"), word("Gonzales"), word("GONZALES"), word("Gonsalez")},
        {word("Vásquez"), word("Básquez"), word("VAZQUEZ"), word("Vasques")},
        {word("Souza"), word("Sousa"), word("SOUZA")},
        {word("Muñoz"), word("MUNXXOZ"), word("Munhoz"), word("MUNOZ")},
        {word("Carvalho"), word("Carvallo"), word("Carbalho")},
        {word("Castillo"), word("Castiyo"), word("Castilho")},
        {word("Llanos"), word("Yanos")},
        {word("Reyes"), word("REIES"), word("Reyez")},
        {word("Huamán"), word("Guamán"), word("HUAMAN")},
        {word("Quispe"), word("Kispe"), word("QUISPE")},
        {word("Hernández"), word("Ernandes"), word("HERNANDEZ")},
        {word("Baptista"), word("Batista")},
        {word("Mello"), word("Melo")},
        {word("Campos"), word("Canpos")},
        {word("Gonçalves"), word("GONCALVES")},
        {word("Müller"), word("MUELLER"), word("MUXXLLER"), word("Muller")},
        {word("Jhon"), word("John"), word("Yhon"), word("Jon")},
        {word("Yenny"), word("Jenny"), word("Jeny"), word("YENNI")},
        {word("Stefany"), word("Estefany"), word("Estefani"), word("STEPHANIE")},
        {word("Thiago"), word("Tiago")},
        {word("Sophia"), word("Sofía")},
        {word("Gabriella"), word("Gabriela")},
        {word("Víctor"), word("Vítor"), word("VITOR")},
        {word("Joaquín"), word("Joaquim")},
        {word("Ignacio"), word("Inácio")},
        {word("Javier"), word("Xavier")},
        {word("Vásquez"), word("Vaskes")},
        {word("Agüero"), word("AGUERO"), word("AGUXXERO"), word("AGUEERO")},
        {word("Guerrero"), word("GUERERO")},
        {word("Enrique"), word("Henrique"), word("ENRIQUE")},
        {word("Walter"), word("Valter")},
        {word("Luis"), word("Luiz"), word("Louis")},
        {word("Joseph"), word("Jozèf"), word("JOSEF")},
        {word("Jean"), word("Jan")},
        {word("Pierre"), word("Pyer")},
        {word("Rousseau"), word("Rousso")},
        {word("Jacques"), word("Jaques"), word("Jakes")},
    }));
    for (const QString &spelling : spellings) {
        CAPTURE(spelling);
        CHECK(phoneticKey(spelling) == phoneticKey(spellings.front()));
    }
}

TEST_CASE("different names keep different sounds", "[traveller][SEC-R3]")
{
    struct Row {
        const char *one;
        const char *other;
    };
    const auto row = GENERATE(values<Row>({{"Mario", "María"},
                                           {"Luis", "Luisa"},
                                           {"Fernando", "Fernanda"},
                                           {"Quispe", "Quinto"},
                                           {"Ramos", "Ramírez"},
                                           {"Chávez", "Javes"},
                                           {"Torres", "Flores"},
                                           {"Rosa", "Rose"},
                                           {"Condori", "Condo"},
                                           {"Peña", "Piña"}}));
    CAPTURE(row.one, row.other);
    CHECK(phoneticKey(word(row.one)) != phoneticKey(word(row.other)));
}

TEST_CASE("few of the region's common names sound like another of them", "[traveller][SEC-R3]")
{
    const auto alike = [](const auto &names) {
        QHash<QString, QStringList> bySound;
        for (const char *name : names)
            bySound[phoneticKey(word(name))].append(word(name));
        QStringList shared;
        for (const QStringList &same : std::as_const(bySound)) {
            if (same.size() > 1)
                shared.append(same.join(QLatin1Char('=')));
        }
        return shared;
    };
    CHECK(alike(surnames) == QStringList{word("Díaz=Dias")});  // one name in two languages
    CHECK(alike(givenNames) == QStringList());
}

TEST_CASE("particles make no difference, and abbreviations are written out", "[traveller][SEC-R3]")
{
    CHECK(phoneticWords(word("de la Cruz")) == phoneticWords(word("Cruz")));
    CHECK(phoneticWords(word("Dos Santos")) == phoneticWords(word("SANTOS")));
    CHECK(phoneticWords(word("Ma. del Carmen")) == phoneticWords(word("María Carmen")));
    CHECK(phoneticWords(word("Mª Elena")) == phoneticWords(word("MARIA ELENA")));
    CHECK(phoneticWords(word("Núñez<y<Peña")) == phoneticWords(word("NUNEZ PENA")));
    CHECK(phoneticWords(word("La")) == QStringList{phoneticKey(word("La"))});  // a name all the same
    CHECK(phoneticWords(word("  - ")).isEmpty());
}

TEST_CASE("names outside the Latin script keep their letters as they sound", "[traveller]")
{
    CHECK(phoneticKey(word("иванов")) == word("ИВАНОВ"));
    CHECK(phoneticWords(word("محمد علي")).size() == 2);
}

TEST_CASE("case, accents and hyphens change no sound", "[traveller][SEC-R3]")
{
    CHECK(rc::check("a name typed in another way", [] {
        const QString name =
            word(*rc::gen::elementOf(std::vector<const char *>(std::begin(surnames), std::end(surnames))));
        const QString other = word(
            *rc::gen::elementOf(std::vector<const char *>(std::begin(givenNames), std::end(givenNames))));
        const QString typed = *rc::gen::arbitrary<bool>() ? name.toUpper() : name.toLower();
        RC_ASSERT(phoneticWords(typed + QLatin1Char('-') + other.toLower()) ==
                  phoneticWords(name + QLatin1Char(' ') + other));
    }));
}
