#include "content_support.h"

#include "risk/observe.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace amparo;
using namespace amparo::test;

namespace {

const QString indicator = QStringLiteral("indicator");

QString attribute(const form::FormDefinition &definition, const QString &path, const char *name)
{
    return definition.bindAttribute(path, form::amparoNamespace, QString::fromLatin1(name))
        .value_or(QString());
}

}  // namespace

TEST_CASE("the built-in forms are read without a single remark", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        for (const form::Problem &problem : content.problems)
            UNSCOPED_INFO(problem.place.toText().toStdString() << ": " << problem.message.toStdString());
        CHECK(content.problems.isEmpty());
        CHECK(content.definition->languages() ==
              QStringList{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR")});
    }
}

TEST_CASE("there is one form for each line", "[content]")
{
    QStringList lines;
    for (const Content &content : builtinContent())
        lines.append(content.definition->instanceAttribute(form::amparoNamespace, QStringLiteral("line"))
                         .value_or(QString()));
    CHECK(lines == QStringList{QStringLiteral("primary"), QStringLiteral("second")});
}

TEST_CASE("the checklist's longest way is twelve key presses", "[content]")
{
    // How the person travels, one key for each sign that is there, and Enter: the worst case sees every sign.
    const bool child = GENERATE(false, true);
    const QString travels = GENERATE(as<QString>(), QStringLiteral("alone"), QStringLiteral("family"),
                                     QStringLiteral("others"), QStringLiteral("led_group"));
    CAPTURE(child, travels);
    form::Session session = begin(content("amparo-primary-line"), child);
    answer(session, QStringLiteral("travels"), travels);
    const auto signs = risk::observe(session);
    CHECK(signs.size() >= 7);
    CHECK(1 + signs.size() + 1 <= 12);
}

TEST_CASE("every sign of the checklist has a key of its own and begins as not observed", "[content]")
{
    const Content &primary = content("amparo-primary-line");
    const form::Session session = begin(primary);
    QSet<QString> keys;
    for (const QString &path : primary.definition->fieldsWith(form::amparoNamespace, indicator)) {
        CAPTURE(path);
        const QString key = attribute(*primary.definition, path, "key");
        CHECK(key.size() == 1);
        CHECK_FALSE(QStringLiteral("yun").contains(key));  // they answer the row that has the focus
        CHECK_FALSE(keys.contains(key));
        keys.insert(key);
        CHECK(session.value(path) == QStringLiteral("not_observed"));
    }
    CHECK(keys.size() == 15);
}

TEST_CASE("unknown age gives the child's path", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        const form::Session session = require(form::Session::start(content.definition, {}));
        CHECK(session.value(pathOf(*content.definition, QStringLiteral("traveller_child"))) ==
              QStringLiteral("yes"));
        CHECK(session.isRelevant(pathOf(*content.definition, QStringLiteral("doc_09"))));
    }
}

TEST_CASE("without consent nothing is asked, and what was seen can still be noted", "[content]")
{
    const Content &second = content("amparo-second-line");
    form::Session session = begin(second);
    answer(session, QStringLiteral("a3_may_go_on"), QStringLiteral("no"));
    for (const form::Item &item : session.items()) {
        CAPTURE(item.path);
        CHECK_FALSE(QStringLiteral("b c d e f g m")
                        .split(QLatin1Char(' '))
                        .contains(item.path.section(QLatin1Char('/'), 2, 2)));
    }
    answer(session, QStringLiteral("need_safety"), QStringLiteral("yes"));
    CHECK(assessed(second, session).recommendation == risk::Recommendation::UrgentProtection);
}

TEST_CASE("a departure from the advice asks for its reason", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        form::Session session = begin(content);
        const QString reason = pathOf(*content.definition, QStringLiteral("reason"));
        require(session.setField(pathOf(*content.definition, QStringLiteral("recommendation")),
                                 QStringLiteral("second_line")));
        answer(session, QStringLiteral("decision"), QStringLiteral("second_line"));
        CHECK_FALSE(session.isRelevant(reason));
        answer(session, QStringLiteral("decision"), QStringLiteral("clear"));
        CHECK(session.isRelevant(reason));
        CHECK(session.validate(reason).has_value());
    }
}

TEST_CASE("an instance's name tells nothing of the person", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        form::Session session = begin(content);
        for (const char *name : {"traveller_surname", "traveller_given_names", "traveller_document_number"})
            require(session.setField(pathOf(*content.definition, QString::fromLatin1(name)),
                                     QStringLiteral("SENTINEL")));
        require(session.setField(pathOf(*content.definition, QStringLiteral("post")),
                                 QStringLiteral("PE-DES-01")));
        if (content.formId == QStringLiteral("amparo-second-line"))
            answer(session, QStringLiteral("a3_may_go_on"), QStringLiteral("no"));
        answer(session, QStringLiteral("decision"), QStringLiteral("clear"));
        require(session.setField(pathOf(*content.definition, QStringLiteral("recommendation")),
                                 QStringLiteral("clear")));
        const form::Submission submission = require(session.finalise());
        CHECK_FALSE(submission.instanceName.contains(QStringLiteral("SENTINEL")));
        CHECK(submission.instanceName.contains(QStringLiteral("PE-DES-01")));
        CHECK(submission.xml.contains("SENTINEL"));
    }
}

TEST_CASE("every item that a form names is on its model's lists, and every sign of a score has its weight",
          "[content]")
{
    static const QRegularExpression id(
        QStringLiteral("^([A-Z]{3}-[0-9]{2}|NEED-[A-Z]+|[A-Z]{2}\\.[a-z_]+)$"));
    for (const Content &content : builtinContent()) {
        for (const bool child : {false, true}) {
            form::Session session = begin(content, child);
            for (const char *gate : {"a3_may_go_on", "e1_worked", "m5_worked"}) {
                const QStringList fields = content.definition->fields();
                const auto path = std::find_if(fields.begin(), fields.end(), [&](const QString &field) {
                    return field.endsWith(QLatin1Char('/') + QLatin1String(gate));
                });
                if (path != fields.end() && session.isRelevant(*path))
                    require(session.setAnswer(*path, QStringLiteral("yes")));
            }
            const auto *delphi = std::get_if<risk::DelphiRules>(&content.model.rules);
            for (const risk::Observation &observation : risk::observe(session)) {
                CAPTURE(content.formId, observation.indicator, observation.item);
                for (const QString &one : observation.indicator.split(QLatin1Char(' ')))
                    CHECK(id.match(one).hasMatch());
                CHECK_FALSE(observation.label.isEmpty());
                if (!delphi) {
                    CHECK(observation.strength.has_value());
                    continue;
                }
                const bool listed = std::any_of(delphi->profiles.begin(), delphi->profiles.end(),
                                                [&](const risk::Profile &profile) {
                                                    return profile.strengths.contains(observation.item);
                                                });
                const bool apart =
                    QStringList{QStringLiteral("SM"), QStringLiteral("DF"), QStringLiteral("NEED"), QString()}
                        .contains(observation.dimension);
                CHECK(listed != apart);
            }
        }
    }
}
