#include "content_support.h"

#include "resources/builtin_forms.h"
#include "risk/model_reader.h"
#include "risk/observe.h"
#include "support/fixed_clock.h"

namespace amparo::test {

const QList<Content> &builtinContent()
{
    static const QList<Content> all = [] {
        QList<Content> list;
        for (const form::FormPackage &package : resources::builtinForms()) {
            form::ReadForm read = form::readForm(package.definition, package.media);
            REQUIRE(read.definition);
            const auto model =
                read.definition->instanceAttribute(form::amparoNamespace, QStringLiteral("model"));
            Content one{package.formId, read.problems, read.definition, std::nullopt};
            if (model)
                one.model = require(risk::readModel(package.media.value(*model)));
            list.append(one);
        }
        return list;
    }();
    return all;
}

const Content &content(const char *formId)
{
    for (const Content &candidate : builtinContent()) {
        if (candidate.formId == QLatin1String(formId))
            return candidate;
    }
    FAIL("no form " << formId);
    return builtinContent().first();
}

QList<Content> advisingContent()
{
    QList<Content> advising = builtinContent();
    advising.removeIf([](const Content &content) { return !content.model; });
    return advising;
}

form::Session begin(const Content &content, bool child)
{
    static const FixedClock clock;
    form::SessionOptions options;
    options.clock = &clock;
    form::Session session = require(form::Session::start(content.definition, options));
    if (hasField(*content.definition, QStringLiteral("traveller_child"))) {
        require(session.setField(pathOf(*content.definition, QStringLiteral("traveller_child")),
                                 child ? QStringLiteral("yes") : QStringLiteral("no")));
        require(session.setField(pathOf(*content.definition, QStringLiteral("traveller_birth_date")),
                                 child ? QStringLiteral("2015-03-04") : QStringLiteral("1990-03-04")));
    }
    return session;
}

bool hasField(const form::FormDefinition &definition, const QString &name)
{
    const QStringList fields = definition.fields();
    return std::any_of(fields.begin(), fields.end(),
                       [&](const QString &path) { return path.endsWith(QLatin1Char('/') + name); });
}

QString pathOf(const form::FormDefinition &definition, const QString &name)
{
    for (const QString &path : definition.fields()) {
        if (path.endsWith(QLatin1Char('/') + name))
            return path;
    }
    FAIL("no field " << name.toStdString());
    return {};
}

QString attribute(const form::FormDefinition &definition, const QString &path, const char *name)
{
    return definition.bindAttribute(path, form::amparoNamespace, QString::fromLatin1(name))
        .value_or(QString())
        .simplified();
}

void answer(form::Session &session, const QString &name, const QString &value)
{
    const QString path = pathOf(session.definition(), name);
    UNSCOPED_INFO(name.toStdString() << " = " << value.toStdString());
    REQUIRE(session.isRelevant(path));
    const QStringList values = value.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString &one : values) {
        const QList<form::Choice> choices = session.choices(path);
        const bool offered = std::any_of(choices.begin(), choices.end(),
                                         [&](const form::Choice &choice) { return choice.value == one; });
        REQUIRE((offered || choices.isEmpty()));
    }
    require(session.setAnswer(path, value));
    CHECK_FALSE(session.validate(path).has_value());
}

void openGates(form::Session &session)
{
    for (const char *name : {"a3_may_go_on", "a2_may_go_on", "may_go_on", "e1_worked"}) {
        const QString gate = QString::fromLatin1(name);
        if (hasField(session.definition(), gate) && session.isRelevant(pathOf(session.definition(), gate)))
            answer(session, gate, QStringLiteral("yes"));
    }
}

risk::Assessment assessed(const Content &content, const form::Session &session)
{
    const auto value = [&](const char *name) {
        for (const QString &path : content.definition->fields()) {
            if (path.endsWith(QLatin1Char('/') + QLatin1String(name)))
                return session.value(path).value_or(QString());
        }
        return QString();
    };
    QString kind;
    for (const QString &path :
         content.definition->fieldsWith(form::amparoNamespace, QStringLiteral("record"))) {
        if (content.definition->bindAttribute(path, form::amparoNamespace, QStringLiteral("record")) ==
            QStringLiteral("exploitation"))
            kind = session.value(path).value_or(QString());
    }
    const risk::Person person{value("traveller_child") != QLatin1String("no"),
                              risk::exploitationFromName(kind).value_or(risk::Person::Exploitation::Unknown)};
    return risk::assess(content.model.value(), risk::observe(session), person);
}

}  // namespace amparo::test
