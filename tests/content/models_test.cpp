// What the models of the built-in forms have in common with what was published, and with each other.

#include "content_support.h"

#include <QMap>

using namespace amparo;
using namespace amparo::test;

namespace {

const risk::DelphiRules &delphiOf(const char *formId)
{
    return std::get<risk::DelphiRules>(content(formId).model->rules);
}

const QMap<QString, risk::Strength> &listOf(const risk::DelphiRules &rules, const char *profile)
{
    const auto found = std::find_if(rules.profiles.begin(), rules.profiles.end(), [&](const risk::Profile &one) {
        return one.code == QLatin1String(profile);
    });
    REQUIRE(found != rules.profiles.end());
    return found->strengths;
}

int itemsIn(const QMap<QString, risk::Strength> &list, const char *dimension)
{
    int count = 0;
    for (auto it = list.begin(); it != list.end(); ++it)
        count += it.key().startsWith(QLatin1String(dimension) + QLatin1Char('.'));
    return count;
}

}  // namespace

TEST_CASE("the adult labour list has the published number of items in each dimension", "[content]")
{
    // ILO and European Commission, 2009: 10 + 10 + 16 + 9 + 15 + 7 = 67, of which VD.personal is never scored.
    const risk::DelphiRules &rules = delphiOf("amparo-second-line");
    const auto &list = listOf(rules, "AL");
    struct Row { const char *dimension; int items; };
    for (const Row &row : {Row{"DR", 10}, Row{"CR", 10}, Row{"RV", 16}, Row{"EX", 9}, Row{"CD", 15}, Row{"VD", 6}}) {
        CAPTURE(row.dimension);
        CHECK(itemsIn(list, row.dimension) == row.items);
    }
    CHECK(rules.neverScored == QStringList{QStringLiteral("VD.personal")});
}

TEST_CASE("the questionnaire for minors counts with the children's lists, whoever it is used for", "[content]")
{
    const risk::DelphiRules &second = delphiOf("amparo-second-line");
    const risk::DelphiRules &minors = delphiOf("amparo-minors");
    CHECK(listOf(minors, "CL") == listOf(second, "CL"));
    CHECK(listOf(minors, "CS") == listOf(second, "CS"));
    for (const risk::Profile &profile : minors.profiles) {
        const char *children = profile.exploitation == risk::Person::Exploitation::Labour ? "CL" : "CS";
        CHECK(profile.strengths == listOf(second, children));
    }
}

TEST_CASE("any single doubt about a child leads to the child-protection authority", "[content]")
{
    const Content &minors = content("amparo-minors");
    for (const bool child : {false, true}) {
        form::Session session = begin(minors, child);
        openGates(session);
        for (const QString &path :
             minors.definition->fieldsWith(form::amparoNamespace, QStringLiteral("indicator"))) {
            const QString name = path.section(QLatin1Char('/'), -1);
            if (name != QStringLiteral("r1_type") && !name.startsWith(QLatin1String("chi_")) &&
                name != QStringLiteral("f3_family"))
                continue;
            for (const form::Choice &choice : session.choices(path)) {
                form::Session one = session;
                require(one.setAnswer(path, choice.value));
                const risk::Assessment result = assessed(minors, one);
                CAPTURE(child, path, choice.value);
                CHECK((result.recommendation >= risk::Recommendation::SecondLine) == !result.fired.isEmpty());
            }
        }
    }
}

TEST_CASE("every advice of a model has words for each language that officers read", "[content]")
{
    for (const Content &content : advisingContent()) {
        for (const risk::Band &band : content.model->bands) {
            CAPTURE(content.formId, band.code);
            for (const char *language : {"en", "es", "pt-BR"}) {
                CHECK(band.label.byLanguage.contains(QString::fromLatin1(language)));
                CHECK(band.action.byLanguage.contains(QString::fromLatin1(language)));
            }
        }
    }
}
