#include "form/pages.h"

#include "core/form/form_support.h"
#include "support/text.h"

using namespace amparo;
using namespace amparo::form;
using namespace amparo::test;

namespace {

QStringList paths(const QList<Page> &pages)
{
    QStringList all;
    for (const Page &page : pages)
        all += page.kind == Page::Kind::AddInstance ? QLatin1Char('+') + page.path : page.path;
    return all;
}

const FormParts journey{
    R"xml(<a/><g><b/><c/></g><r jr:template=""><x/></r><d/>)xml",
    R"xml(<bind nodeset="/data/g" relevant="/data/a != 'no'"/>)xml",
    R"xml(<input ref="/data/a"/>
       <group ref="/data/g" appearance="w2 field-list"><input ref="/data/g/b"/><input ref="/data/g/c"/></group>
       <group ref="/data/r"><label>R</label><repeat nodeset="/data/r"><input ref="/data/r/x"/></repeat></group>
       <input ref="/data/d"/>)xml",
};

}  // namespace

TEST_CASE("a page is a question, a field list, or the offer of another instance", "[form]")
{
    Session session = startForm(journey);
    CHECK(paths(pagesOf(session.items())) ==
          QStringList{text("/data/a"), text("/data/g"), text("+/data/r"), text("/data/d")});
    require(session.addRepeat(text("/data/r")));
    const QList<Page> pages = pagesOf(session.items());
    CHECK(paths(pages) == QStringList{text("/data/a"), text("/data/g"), text("/data/r[1]/x"),
                                      text("+/data/r"), text("/data/d")});
    CHECK(pages[1].questions == QStringList{text("/data/g/b"), text("/data/g/c")});

    require(session.setAnswer(text("/data/a"), text("no")));
    CHECK_FALSE(pageWith(pagesOf(session.items()), text("/data/g/b")));
}

TEST_CASE("a page is found by its question, group or instance", "[form]")
{
    Session session = startForm(journey);
    require(session.addRepeat(text("/data/r")));
    const QList<Page> pages = pagesOf(session.items());
    CHECK(pageWith(pages, text("/data/g/c")) == 1);
    CHECK(pageWith(pages, text("/data/g")) == 1);
    CHECK(pageWith(pages, text("/data/r[1]")) == 2);
    CHECK_FALSE(pageWith(pages, text("/data/none")));
}

TEST_CASE("a page is validated by itself", "[form]")
{
    Session session = startForm({
        "<a/><g><b/><c/></g>",
        R"xml(<bind nodeset="/data/a" required="true()"/><bind nodeset="/data/g/b" required="true()"/>)xml",
        R"xml(<input ref="/data/a"/><group ref="/data/g"><input ref="/data/g/b"/><input ref="/data/g/c"/></group>)xml",
    });
    CHECK(session.validate().size() == 2);
    REQUIRE(session.validateInside(text("/data/g")).size() == 1);
    CHECK(session.validateInside(text("/data/g")).first().path == text("/data/g/b"));
    CHECK(session.validateInside(text("/data/a")).size() == 1);
    CHECK(session.validateInside(text("/data/g/c")).isEmpty());
}
