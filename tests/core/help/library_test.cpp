#include "help/library.h"

#include "support/catch.h"

using namespace amparo;
using namespace amparo::help;
using namespace amparo::test;

namespace {

QString str(const char *text) { return QString::fromUtf8(text); }

HelpFiles someFiles()
{
    HelpFiles files;
    files.topics = "topic,for\nsign-in,everybody\ndrafts,officer\n";
    files.languages = "language,reviewed_by_native_speaker\nen,yes\nes,no\n";
    files.markdown[str("en")] = {
        {str("sign-in"), "# Sign in\n\nType your **passphrase**.\n\nSee [drafts](drafts.md).\n"},
        {str("drafts"), "# Drafts\n\n- Saved at once.\n"}};
    files.markdown[str("es")] = {
        {str("sign-in"), "# Iniciar sesión\n\nEscriba su frase de **contraseña**.\n"},
        {str("drafts"), "# Borradores\n\n1. La sesión termina; el borrador queda. Sesiones largas.\n"}};
    return files;
}

QStringList topicsOf(const QList<Hit> &hits)
{
    QStringList topics;
    for (const Hit &hit : hits)
        topics.append(hit.topic);
    return topics;
}

}  // namespace

TEST_CASE("topics stand in the table's order, in the language or one that is near", "[help]")
{
    const Library library = require(Library::read(someFiles()));
    CHECK(library.topics(str("es")).first().title == str("Iniciar sesión"));
    CHECK(library.topics(str("es-BO")).last().title == str("Borradores"));
    CHECK(library.topics(str("gn")).first().title == str("Sign in"));
    CHECK(library.topic(str("en"), str("drafts"))->reader == str("officer"));
    CHECK(library.topic(str("en"), str("none")) == nullptr);
    CHECK(library.isReviewed(str("en")));
    CHECK_FALSE(library.isReviewed(str("es-BO")));
}

TEST_CASE("a search wants every word, each as the beginning of one, without accents and case", "[help]")
{
    const Library library = require(Library::read(someFiles()));
    CHECK(topicsOf(library.search(str("es"), str("SESIO"))) == QStringList{str("sign-in"), str("drafts")});
    CHECK(topicsOf(library.search(str("es"), str("contrasena frase"))) == QStringList{str("sign-in")});
    CHECK(topicsOf(library.search(str("es"), str("frase borrador"))).isEmpty());
    CHECK(topicsOf(library.search(str("en"), str("hrase"))).isEmpty());  // not in the middle of a word
    CHECK(library.search(str("en"), str("  ,. ")).isEmpty());
}

TEST_CASE("a hit shows where it was found, as it reads", "[help]")
{
    const Library library = require(Library::read(someFiles()));
    CHECK(library.search(str("en"), str("pass")).first().excerpt == str("Type your passphrase."));
    CHECK(library.search(str("en"), str("sign")).first().excerpt.isEmpty());
    CHECK(library.search(str("es"), str("queda")).first().excerpt ==
          str("La sesión termina; el borrador queda. Sesiones largas."));
}

TEST_CASE("a topic that is missing or has no title is named", "[help]")
{
    HelpFiles files = someFiles();
    SECTION("missing")
    {
        files.markdown[str("es")].remove(str("drafts"));
        CHECK(Library::read(files).error().detail == str("es/drafts.md: missing"));
    }
    SECTION("no title")
    {
        files.markdown[str("en")][str("drafts")] = "Saved.";
        CHECK(Library::read(files).error().detail == str("en/drafts.md: the first line is no title"));
    }
    SECTION("no English")
    {
        files.languages = "language,reviewed_by_native_speaker\nes,no\n";
        CHECK(errorOf(Library::read(files)) == ErrorCode::InvalidInput);
    }
}
