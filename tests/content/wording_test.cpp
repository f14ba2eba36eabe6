// Words that must not appear, and words that must not be taken for each other: Spanish "tráfico" is
// smuggling, Portuguese "tráfico de pessoas" is trafficking.

#include "content_support.h"

#include "resources/builtin_forms.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace amparo;
using namespace amparo::test;

namespace {

struct Wording {
    QString place;
    QString language;
    QString text;
};

const QStringList languages = {QStringLiteral("en"), QStringLiteral("es"), QStringLiteral("pt-BR")};

void collect(const QString &place, const QJsonValue &value, QList<Wording> &wordings)
{
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            collect(QStringLiteral("%1[%2]").arg(place).arg(i), array[i], wordings);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (languages.contains(it.key()) && it->isString())
            wordings.append({place, it.key(), it->toString()});
        else
            collect(place + QLatin1Char('.') + it.key(), *it, wordings);
    }
}

/// All that an officer or a traveller reads, from forms and models; a form's texts in all its languages.
QList<Wording> allWordings()
{
    QList<Wording> wordings;
    for (const form::FormPackage &package : resources::builtinForms()) {
        for (auto it = package.media.begin(); it != package.media.end(); ++it)
            collect(it.key(), QJsonDocument::fromJson(*it).object(), wordings);
    }
    for (const Content &content : builtinContent()) {
        for (const QString &language : content.definition->languages()) {
            form::SessionOptions options;
            options.language = language;
            const form::Session session = require(form::Session::start(content.definition, options));
            for (const QString &path : content.definition->fields()) {
                if (const auto item = session.item(path)) {
                    wordings.append({content.formId + path, language, item->label});
                    wordings.append({content.formId + path + QStringLiteral("?"), language, item->hint});
                    for (const form::Choice &choice : session.choices(path))
                        wordings.append({content.formId + path + QLatin1Char('=') + choice.value, language,
                                         choice.label});
                }
            }
        }
    }
    return wordings;
}

}  // namespace

TEST_CASE("every text is there in each language of its form", "[content]")
{
    QMap<QString, QStringList> languagesByPlace;
    for (const Wording &wording : allWordings()) {
        if (!wording.text.isEmpty())
            languagesByPlace[wording.place].append(wording.language);
    }
    CHECK(languagesByPlace.size() > 300);
    for (auto it = languagesByPlace.begin(); it != languagesByPlace.end(); ++it) {
        CAPTURE(it.key());
        const QString form = it.key().section(QLatin1Char('/'), 0, 0);
        const QStringList expected = it.key().contains(QLatin1Char('/'))
                                         ? content(form.toLatin1().constData()).definition->languages()
                                         : languages;
        for (const QString &language : expected)
            CHECK(it->contains(language));
    }
}

TEST_CASE("nothing promises that all is well or calls a person a victim", "[content]")
{
    static const QRegularExpression forbidden(
        QStringLiteral(
            "\\bno (trafficking|trata|tráfico)|\\bsem tráfico|\\bnot a victim|\\bno es (una )?víctima|"
            "\\bnão é (uma )?vítima|\\bthe victim|\\bla víctima|\\ba vítima|\\bla victime|\\bviktim "
            "nan|الضحية"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    for (const Wording &wording : allWordings()) {
        CAPTURE(wording.place, wording.text);
        CHECK_FALSE(forbidden.match(wording.text).hasMatch());
    }
}

TEST_CASE("trafficking and smuggling keep their own words in each language", "[content]")
{
    static const QMap<QString, QRegularExpression> alone = {
        {QStringLiteral("es"), QRegularExpression(QStringLiteral("tráfico(?! ilícito)"),
                                                  QRegularExpression::CaseInsensitiveOption)},
        {QStringLiteral("pt-BR"), QRegularExpression(QStringLiteral("tráfico(?! de pessoas)"),
                                                     QRegularExpression::CaseInsensitiveOption)},
        {QStringLiteral("fr"), QRegularExpression(QStringLiteral("trafic(?! illicite)"),
                                                  QRegularExpression::CaseInsensitiveOption)},
    };
    for (const Wording &wording : allWordings()) {
        CAPTURE(wording.place, wording.language, wording.text);
        if (alone.contains(wording.language))
            CHECK_FALSE(alone.value(wording.language).match(wording.text).hasMatch());
    }
}

TEST_CASE("every form says what it is not", "[content]")
{
    for (const Content &content : builtinContent()) {
        CAPTURE(content.formId);
        const auto item = begin(content).item(pathOf(*content.definition, QStringLiteral("what_this_is")));
        REQUIRE(item);
        CHECK(item->label.contains(QStringLiteral("does not identify a victim")));
    }
}
