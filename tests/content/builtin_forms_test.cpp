#include "content_support.h"

#include "record/interview_form.h"
#include "resources/builtin_forms.h"
#include "risk/observe.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace amparo;
using namespace amparo::test;

namespace {

const QString indicator = QStringLiteral("indicator");

/// Answers what must be answered, as simply as it can be.
void answerRequired(form::Session &session)
{
    for (int round = 0; round < 3; ++round) {
        for (const form::Item &item : session.items()) {
            if (!item.required || item.answered)
                continue;
            const QList<form::Choice> choices = session.choices(item.path);
            require(session.setAnswer(item.path,
                                      choices.isEmpty() ? QStringLiteral("0") : choices.first().value));
        }
    }
}

}  // namespace

TEST_CASE("the built-in forms are read without a single remark", "[content]")
{
    const QStringList officers{QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR")};
    const QStringList travellers =
        officers + QStringList{QStringLiteral("fr"), QStringLiteral("ht"), QStringLiteral("ar")};
    const QStringList shownToTravellers{QStringLiteral("amparo-second-line"), QStringLiteral("amparo-minors"),
                                        QStringLiteral("amparo-smuggling"),
                                        QStringLiteral("amparo-protection-referral")};
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        for (const form::Problem &problem : content.problems)
            UNSCOPED_INFO(problem.place.toText().toStdString() << ": " << problem.message.toStdString());
        CHECK(content.problems.isEmpty());
        CHECK(content.definition->languages() ==
              (shownToTravellers.contains(content.formId) ? travellers : officers));
    }
}

TEST_CASE("each form has a purpose of its own, and tells its sources and what was reviewed", "[content]")
{
    QList<record::Purpose> purposes;
    for (const form::FormPackage &package : resources::builtinForms()) {
        CAPTURE(package.formId);
        const auto form = require(record::readInterviewForm(package));
        CHECK_FALSE(purposes.contains(form->purpose));
        purposes.append(form->purpose);
        CHECK(form->definition->instanceAttribute(form::amparoNamespace, QStringLiteral("sources"))
                  .has_value());
        CHECK_FALSE(form->definition->version().isEmpty());
        CHECK(form->reviewedLanguages.isEmpty());  // no native speaker has read any of them yet
    }
    for (const record::Purpose purpose :
         {record::Purpose::Primary, record::Purpose::Second, record::Purpose::Minors,
          record::Purpose::Smuggling, record::Purpose::Documents, record::Purpose::Vehicle,
          record::Purpose::Protection, record::Purpose::Handover})
        CHECK(purposes.contains(purpose));
}

TEST_CASE("the checklist's longest way is twelve key presses", "[content]")
{
    // How the person travels, one key for each sign that is there, the decision, and Ctrl+Enter: the worst
    // case sees every sign. The desktop's tests press these keys.
    const bool child = GENERATE(false, true);
    const QString travels = GENERATE(as<QString>(), QStringLiteral("alone"), QStringLiteral("family"),
                                     QStringLiteral("others"), QStringLiteral("led_group"));
    CAPTURE(child, travels);
    form::Session session = begin(content("amparo-primary-line"), child);
    answer(session, QStringLiteral("travels"), travels);
    const auto signs = risk::observe(session);
    CHECK(signs.size() >= 7);
    CHECK(1 + signs.size() + 1 + 1 <= 12);
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
    CHECK(keys.size() == 14);
}

TEST_CASE("unknown age gives the child's path", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        const form::Session session = require(form::Session::start(content.definition, {}));
        if (hasField(*content.definition, QStringLiteral("traveller_child")))
            CHECK(session.value(pathOf(*content.definition, QStringLiteral("traveller_child"))) ==
                  QStringLiteral("yes"));
    }
    const form::Session primary =
        require(form::Session::start(content("amparo-primary-line").definition, {}));
    CHECK(primary.isRelevant(pathOf(primary.definition(), QStringLiteral("doc_09"))));
}

TEST_CASE("the talk with an adult waits until age is beyond doubt", "[content]")
{
    const Content &second = content("amparo-second-line");
    form::Session session = require(form::Session::start(second.definition, {}));
    const auto isAsked = [&](const char *name) {
        return session.isRelevant(pathOf(*second.definition, QString::fromLatin1(name)));
    };
    answer(session, QStringLiteral("a3_may_go_on"), QStringLiteral("yes"));
    CHECK_FALSE(isAsked("b1_route"));
    CHECK(isAsked("child_note"));

    answer(session, QStringLiteral("a0_adult"), QStringLiteral("no"));
    CHECK_FALSE(isAsked("d3_threats"));
    answer(session, QStringLiteral("a0_adult"), QStringLiteral("yes"));
    CHECK(isAsked("b1_route"));
    CHECK(isAsked("d3_threats"));
    CHECK_FALSE(isAsked("child_note"));

    // A known birth date settles it: nobody can declare a child an adult.
    form::Session ofChild = begin(second, true);
    answer(ofChild, QStringLiteral("a3_may_go_on"), QStringLiteral("yes"));
    CHECK_FALSE(ofChild.isRelevant(pathOf(*second.definition, QStringLiteral("a0_adult"))));
    CHECK_FALSE(ofChild.isRelevant(pathOf(*second.definition, QStringLiteral("b1_route"))));
}

TEST_CASE("without consent nothing is asked, and what was seen can still be noted", "[content]")
{
    struct Talk {
        const char *form;
        const char *consent;
        bool child;
        QString asked;  ///< groups that speak to the traveller
    };
    const auto talk = GENERATE(values<Talk>({
        {"amparo-second-line", "a3_may_go_on", false, QStringLiteral("b c d e f g")},
        {"amparo-minors", "a2_may_go_on", true, QStringLiteral("b c d e")},
    }));
    const Content &form = content(talk.form);
    form::Session session = begin(form, talk.child);
    answer(session, QString::fromLatin1(talk.consent), QStringLiteral("no"));
    for (const form::Item &item : session.items()) {
        CAPTURE(item.path);
        CHECK_FALSE(talk.asked.split(QLatin1Char(' ')).contains(item.path.section(QLatin1Char('/'), 2, 2)));
    }
    answer(session, QStringLiteral("need_safety"), QStringLiteral("yes"));
    CHECK(assessed(form, session).recommendation == risk::Recommendation::UrgentProtection);
}

TEST_CASE("every question to a traveller can be declined", "[content]")
{
    // Groups that speak to the traveller; what an officer notes there has "not asked" or "not clear" instead.
    const QMap<QString, QString> spoken{{QStringLiteral("amparo-second-line"), QStringLiteral("b c d e f g")},
                                        {QStringLiteral("amparo-minors"), QStringLiteral("c d e")}};
    for (auto it = spoken.begin(); it != spoken.end(); ++it) {
        form::Session session =
            begin(content(it.key().toLatin1().constData()), it.key() == QStringLiteral("amparo-minors"));
        openGates(session);
        int questions = 0;
        for (const QString &path : session.fieldPaths()) {
            const QList<form::Choice> choices = session.choices(path);
            const QString group = path.section(QLatin1Char('/'), 2, 2);
            if (choices.isEmpty() || !it->split(QLatin1Char(' ')).contains(group))
                continue;
            CAPTURE(it.key(), path);
            ++questions;
            for (const char *way : {"declined", "not_asked"})
                CHECK(std::any_of(choices.begin(), choices.end(), [&](const form::Choice &choice) {
                    return choice.value == QLatin1String(way);
                }));
            CHECK_FALSE(session.isRequired(path));
        }
        CHECK(questions >= 14);
    }
}

TEST_CASE("without consent to a recipient, only a named law lets anything be sent", "[content]")
{
    const Content &referral = content("amparo-protection-referral");
    form::Session session = begin(referral);
    const QString recipient = QStringLiteral("/data/recipient[1]/");
    const auto isOpen = [&](const char *name) { return session.isRelevant(recipient + QLatin1String(name)); };
    const auto set = [&](const char *name, const char *value) {
        require(session.setAnswer(recipient + QLatin1String(name), QString::fromLatin1(value)));
    };
    set("d7_agrees", "yes");
    CHECK(isOpen("d8_given"));
    CHECK_FALSE(isOpen("d11_duty"));

    set("d7_agrees", "no");
    CHECK_FALSE(isOpen("d8_given"));
    CHECK(session.validate(recipient + QStringLiteral("d11_duty")).has_value());
    set("d11_duty", "none");
    CHECK(isOpen("d14_not_sent"));
    CHECK_FALSE(isOpen("d12_rule"));
    set("d11_duty", "child");
    CHECK(session.validate(recipient + QStringLiteral("d12_rule")).has_value());
    CHECK(session.validate(recipient + QStringLiteral("d13_authorised")).has_value());

    // Each recipient has a consent of its own.
    const QString second = require(session.addRepeat(QStringLiteral("/data/recipient")));
    CHECK(session.value(second + QStringLiteral("/d7_agrees")).value_or(QString()).isEmpty());
}

TEST_CASE("a departure from the advice asks for its reason", "[content]")
{
    for (const Content &content : advisingContent()) {
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
        const bool ofPerson = hasField(*content.definition, QStringLiteral("traveller_surname"));
        for (const char *name : {"traveller_surname", "traveller_given_names", "traveller_document_number"}) {
            if (ofPerson)
                require(session.setField(pathOf(*content.definition, QString::fromLatin1(name)),
                                         QStringLiteral("SENTINEL")));
        }
        require(session.setField(pathOf(*content.definition, QStringLiteral("post")),
                                 QStringLiteral("PE-DES-01")));
        answerRequired(session);
        if (hasField(*content.definition, QStringLiteral("recommendation")))
            require(session.setField(
                pathOf(*content.definition, QStringLiteral("recommendation")),
                session.value(pathOf(*content.definition, QStringLiteral("decision"))).value_or(QString())));
        const form::Submission submission = require(session.finalise());
        CHECK_FALSE(submission.instanceName.contains(QStringLiteral("SENTINEL")));
        CHECK(submission.instanceName.contains(QStringLiteral("PE-DES-01")));
        CHECK(submission.xml.contains("SENTINEL") == ofPerson);
    }
}

TEST_CASE("every item that a form names is on its model's lists, and every sign of a score has its weight",
          "[content]")
{
    static const QRegularExpression id(
        QStringLiteral("^([A-Z]{3}-[0-9]{2}|NEED-[A-Z]+|[A-Z]{2}\\.[a-z_]+)$"));
    for (const Content &content : advisingContent()) {
        for (const bool child : {false, true}) {
            form::Session session = begin(content, child);
            openGates(session);
            const auto *delphi = std::get_if<risk::DelphiRules>(&content.model->rules);
            for (const risk::Observation &observation : risk::observe(session)) {
                CAPTURE(content.formId, observation.indicator, observation.item);
                for (const QString &one : observation.indicator.split(QLatin1Char(' ')))
                    CHECK(id.match(one).hasMatch());
                CHECK_FALSE(observation.label.isEmpty());
                if (!delphi) {
                    CHECK((observation.strength.has_value() || observation.trigger));
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
