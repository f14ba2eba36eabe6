// What forms and models name is in the catalogue, with the same item and weight.

#include "catalogue.h"
#include "content_support.h"

using namespace amparo;
using namespace amparo::test;

namespace {

/// An indicator as a form writes it: on a question, or on one of its answers.
struct Named {
    QString place;
    QStringList ids;
    QString item;
    QString strength;
    bool trigger = false;
};

QList<Named> indicatorsOf(const Content &content)
{
    const form::Session session = require(form::Session::start(content.definition, {}));
    QList<Named> all;
    for (const QString &path :
         content.definition->fieldsWith(form::amparoNamespace, QStringLiteral("indicator"))) {
        const QString named = attribute(*content.definition, path, "indicator");
        if (named != QLatin1String("choices")) {
            all.append({path, named.split(QLatin1Char(' ')), attribute(*content.definition, path, "item"),
                        attribute(*content.definition, path, "strength"),
                        attribute(*content.definition, path, "trigger") == QLatin1String("yes")});
            continue;
        }
        const qsizetype before = all.size();
        for (const form::Choice &choice : session.choices(path)) {
            const auto column = [&](const char *name) {
                return choice.extra.value(QString::fromLatin1(name));
            };
            if (!column("amparo_indicator").isEmpty())
                all.append({path + QLatin1Char('=') + choice.value,
                            {column("amparo_indicator")},
                            column("amparo_item"),
                            column("amparo_strength"),
                            column("amparo_trigger") == QLatin1String("yes")});
        }
        CAPTURE(path);
        CHECK(all.size() > before);
    }
    return all;
}

bool hasPublishedStrength(const Row &row)
{
    return !(at(row, "adult_labour") + at(row, "child_labour") + at(row, "adult_sexual")).isEmpty();
}

}  // namespace

TEST_CASE("what forms say of an indicator is what the catalogue says", "[content]")
{
    for (const Content &content : builtinContent()) {
        for (const Named &named : indicatorsOf(content)) {
            CAPTURE(content.formId, named.place, named.ids.first());
            for (const QString &id : named.ids)
                CHECK_FALSE(catalogueRow(id).isEmpty());
            if (named.ids.size() > 1)
                continue;  // a question that tells several apart by nothing has no one item
            const Row row = catalogueRow(named.ids.first());
            CHECK(named.item == at(row, "item"));
            if (!named.strength.isEmpty() && !at(row, "strength").isEmpty())
                CHECK(named.strength == at(row, "strength"));
            if (!named.strength.isEmpty() && hasPublishedStrength(row))
                CHECK(QStringList{at(row, "adult_labour"), at(row, "child_labour"), at(row, "adult_sexual")}
                          .contains(named.strength));
            if (named.trigger)
                CHECK_FALSE(at(row, "red_line").isEmpty());
        }
    }
}

TEST_CASE("every indicator that a model names is in the catalogue, and acts as it says there", "[content]")
{
    for (const Content &content : advisingContent()) {
        for (const QString &id : content.model->presumesChild) {
            CAPTURE(content.formId, id);
            CHECK(at(catalogueRow(id), "red_line") == QLatin1String("presumes_child"));
        }
        for (const risk::Trigger &trigger : content.model->triggers) {
            for (const QString &id : trigger.indicators) {
                CAPTURE(content.formId, id);
                const Row row = catalogueRow(id);
                CHECK_FALSE(row.isEmpty());
                if (at(row, "red_line") == QLatin1String("urgent_protection"))
                    CHECK(trigger.recommend == risk::Recommendation::UrgentProtection);
            }
        }
    }
}

TEST_CASE("an indicator that means urgent protection leads there in every form that has it", "[content]")
{
    for (const Content &content : advisingContent()) {
        for (const Named &named : indicatorsOf(content)) {
            for (const QString &id : named.ids) {
                if (at(catalogueRow(id), "red_line") != QLatin1String("urgent_protection"))
                    continue;
                CAPTURE(content.formId, id);
                risk::Observation observation;
                observation.indicator = id;
                observation.item = named.item;
                observation.answer = risk::Answer::Fired;
                observation.trigger = named.trigger;
                CHECK(risk::assess(*content.model, {observation}, {}).recommendation ==
                      risk::Recommendation::UrgentProtection);
            }
        }
    }
}
