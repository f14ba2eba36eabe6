#include "reference/help_card.h"

#include "base/json_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::reference {

namespace {

constexpr Names<Audience, 3> audienceNames{{
    {Audience::All, QLatin1StringView("all")},
    {Audience::Adult, QLatin1StringView("adult")},
    {Audience::Child, QLatin1StringView("child")},
}};

constexpr int mostCards = 1000;

QString key(const char *name) { return QString::fromLatin1(name); }

template <class Value, size_t Count> Value valueAt(const JsonReader &json, const Names<Value, Count> &names)
{
    const auto value = valueOf(names, json.text());
    if (!value)
        json.fail(QStringLiteral("unknown word"));
    return value.value_or(names.front().first);
}

template <class Value, size_t Count>
QList<Value> valuesAt(const JsonReader &json, const Names<Value, Count> &names)
{
    QList<Value> values;
    for (const JsonReader &element : json.elements())
        values.append(valueAt(element, names));
    return values;
}

std::optional<QDate> reviewAt(const JsonReader &json)
{
    const QString text = json.text();
    if (text == QLatin1String("not yet"))
        return std::nullopt;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        json.fail(QStringLiteral("\"not yet\" or a date such as 2026-03-02 is expected"));
    return day;
}

HelpCard cardAt(const JsonReader &json)
{
    json.allow(
        {key("id"), key("version"), key("order"), key("for"), key("lines"), key("laws"), key("basis")});
    return {json.at(key("id")).text(),
            json.at(key("version")).text(),
            json.at(key("order")).number(0, mostCards),
            valueAt(json.at(key("for")), audienceNames),
            valuesAt(json.at(key("lines")), purposeNames),
            valuesAt(json.at(key("laws")), lawTopicNames),
            json.at(key("basis")).text(),
            {}};
}

CardText textAt(const JsonReader &json)
{
    json.allow({key("language"), key("native_review"), key("title"), key("intro"), key("parts")});
    CardText text{json.at(key("language")).text(),
                  reviewAt(json.at(key("native_review"))),
                  json.at(key("title")).text(),
                  json.at(key("intro")).text(),
                  {}};
    for (const JsonReader &part : json.at(key("parts")).elements()) {
        part.allow({key("heading"), key("points")});
        text.parts.append({part.at(key("heading")).text(), part.at(key("points")).texts()});
    }
    return text;
}

CardWords wordsAt(const JsonReader &json)
{
    json.allow({key("language"), key("native_review"), key("numbers"), key("laws"), key("free"),
                key("always"), key("anonymous"), key("inside"), key("unchecked"), key("old"), key("scan"),
                key("carry"), key("purposes"), key("countries")});
    const auto text = [&](const char *name) { return json.at(key(name)).text(); };
    CardWords words{text("language"),
                    reviewAt(json.at(key("native_review"))),
                    text("numbers"),
                    text("laws"),
                    text("free"),
                    text("always"),
                    text("anonymous"),
                    text("inside"),
                    text("unchecked"),
                    text("old"),
                    text("scan"),
                    text("carry"),
                    {},
                    {}};
    const JsonReader purposes = json.at(key("purposes"));
    for (const auto &[purpose, name] : purposeNames)
        words.purposes.insert(purpose, purposes.at(name).text());
    const JsonReader countries = json.at(key("countries"));
    for (const QString &code : countries.keys())
        words.countries.insert(code, countries.at(code).text());
    return words;
}

template <class Value, class Read>
std::optional<Value> readDocument(const QString &file, const QByteArray &json, Problems &problems, Read read)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line = int(json.left(error.offset).count('\n')) + 1;
        problems.append({file, line, {}, error.errorString()});
        return std::nullopt;
    }
    const JsonReader root{QJsonValue(document.object())};
    Value value = read(root);
    if (!root.error().isEmpty()) {
        const QString place = root.error().section(QLatin1String(": "), 0, 0);
        problems.append({file, 0, place, root.error().mid(place.size() + 2)});
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::optional<HelpCard> readHelpCard(const QString &file, const QByteArray &json, Problems &problems)
{
    return readDocument<HelpCard>(file, json, problems, cardAt);
}

std::optional<CardText> readCardText(const QString &file, const QByteArray &json, Problems &problems)
{
    return readDocument<CardText>(file, json, problems, textAt);
}

std::optional<CardWords> readCardWords(const QString &file, const QByteArray &json, Problems &problems)
{
    return readDocument<CardWords>(file, json, problems, wordsAt);
}

}  // namespace amparo::reference
