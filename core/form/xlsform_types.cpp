#include "form/xlsform_types.h"

#include <QHash>
#include <QRegularExpression>

namespace amparo::form {

namespace {

/// One line a type: all its spellings, separated by "|", the first one being its name. The spellings with
/// "add … prompt", "q …" and "get …" are those of forms written before 2015, which ODK still converts.
struct TypeLine {
    const char *spellings;
    const char *control;
    const char *dataType;
    const char *first = "";   ///< media type of uploads; kind of a preload; action
    const char *second = "";  ///< parameter of a preload; event of an action
};

constexpr TypeLine askedTypes[] = {
    {"text|string|add text prompt|q string", "input", "string"},
    {"integer|int|add integer prompt|q int", "input", "int"},
    {"decimal|add decimal prompt|q decimal", "input", "decimal"},
    {"date|add date prompt|q date", "input", "date"},
    {"time", "input", "time"},
    {"dateTime|datetime|date time|add dateTime prompt|add date time prompt|q dateTime|q date time", "input",
     "dateTime"},
    {"geopoint|gps|location|add location prompt|q location|q geopoint", "input", "geopoint"},
    {"geotrace|q geotrace", "input", "geotrace"},
    {"geoshape|q geoshape", "input", "geoshape"},
    {"barcode|add barcode prompt|q barcode", "input", "barcode"},
    {"range", "range", "int"},
    {"acknowledge|add acknowledge prompt|q acknowledge", "trigger", "string"},
    {"trigger", "trigger", ""},
    {"password", "secret", "string"},
    {"background-geopoint", "trigger", "geopoint"},
    {"calculate|add calculate prompt|q calculate", "", "string"},
    {"hidden", "", "string"},
};

constexpr TypeLine uploadTypes[] = {
    {"image|photo|add image prompt|add photo prompt|q image|q picture", "upload", "binary", "image/*"},
    {"audio|add audio prompt|q audio", "upload", "binary", "audio/*"},
    {"video|add video prompt|q video", "upload", "binary", "video/*"},
    {"file|add file prompt", "upload", "binary", "application/*"},
    {"osm", "upload", "binary", "osm/*"},
};

constexpr TypeLine filledTypes[] = {
    {"start|start time|get start time", "", "dateTime", "timestamp", "start"},
    {"end|end time|get end time", "", "dateTime", "timestamp", "end"},
    {"today|get today", "", "date", "date", "today"},
    {"deviceid|imei|device id|get device id", "", "string", "property", "deviceid"},
    {"username", "", "string", "property", "username"},
    {"email", "", "string", "property", "email"},
    {"phonenumber|get phone number", "", "string", "property", "phonenumber"},
    {"simserial|sim id|get sim id", "", "string", "property", "simserial"},
    {"subscriberid|subscriber id|get subscriber id", "", "string", "property", "subscriberid"},
    {"uri:deviceid", "", "string", "property", "uri:deviceid"},
    {"uri:username", "", "string", "property", "uri:username"},
    {"uri:email", "", "string", "property", "uri:email"},
    {"uri:phonenumber", "", "string", "property", "uri:phonenumber"},
    {"uri:simserial", "", "string", "property", "uri:simserial"},
    {"uri:subscriberid", "", "string", "property", "uri:subscriberid"},
};

constexpr TypeLine actionTypes[] = {
    {"start-geopoint", "", "geopoint", "odk:setgeopoint", "odk-instance-first-load"},
    {"background-audio", "", "binary", "odk:recordaudio", "odk-instance-load"},
};

/// Types that bring a constraint and a hint: type, bind type, constraint, hint.
constexpr TypeLine checkedTypes[] = {
    {"phone number", "input", "string", "regex(., '^\\d*$')", "Enter numbers only."},
    {"percentage", "input", "int", "0 <= . and . <= 100", ""},
    {"number of days in last month", "input", "int", "0 <= . and . <= 31", "Enter a number 0-31."},
    {"number of days in last six months", "input", "int", "0 <= . and . <= 183", "Enter a number 0-183."},
    {"number of days in last year", "input", "int", "0 <= . and . <= 365", "Enter a number 0-365."},
};

class TypeTable {
public:
    TypeTable()
    {
        add(askedTypes, {});
        add(uploadTypes, {&XlsformType::mediaType});
        add(filledTypes, {&XlsformType::preload, &XlsformType::preloadParams});
        add(actionTypes, {&XlsformType::action, &XlsformType::actionEvent});
        add(checkedTypes, {&XlsformType::constraint, &XlsformType::hint});
        constexpr TypeLine note[] = {{"note|add note prompt|q note", "input", "string"}};
        add(note, {}, true);
    }

    const QHash<QString, XlsformType> &types() const { return m_types; }

private:
    template <size_t N>
    void add(const TypeLine (&lines)[N], const QList<QString XlsformType::*> &members,
             bool isReadonly = false)
    {
        for (const TypeLine &line : lines) {
            const QStringList spellings = QString::fromLatin1(line.spellings).split(u'|');
            XlsformType type;
            type.name = spellings.first();
            type.control = QString::fromLatin1(line.control);
            type.dataType = QString::fromLatin1(line.dataType);
            type.isReadonly = isReadonly;
            const char *const further[] = {line.first, line.second};
            for (qsizetype i = 0; i < members.size(); ++i)
                type.*members[i] = QString::fromLatin1(further[i]);
            for (const QString &spelling : spellings)
                m_types.insert(spelling, type);
        }
    }

    QHash<QString, XlsformType> m_types;
};

const QHash<QString, XlsformType> &types()
{
    static const TypeTable table;
    return table.types();
}

}  // namespace

std::optional<XlsformType> xlsformType(const QString &name)
{
    const auto found = types().constFind(name);
    return found == types().cend() ? std::nullopt : std::optional(*found);
}

std::optional<XlsformSelect> xlsformSelect(const QString &type)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?<one>select_one|select one|select1|select one from|add select one prompt using)?"
        "(?<many>select_multiple|select multiple|select all that apply|select all that apply from|"
        "select multiple from|add select multiple prompt using)?"
        "(?<rank>rank)?(?<file>_from_file| from file)?(?<external>_external| external)? "
        "(?<from>\\S+)(?<other> or_other| or other| or specify other)?$"));
    const auto match = pattern.match(type);
    const auto has = [&match](const char *part) { return !match.captured(QLatin1String(part)).isEmpty(); };
    const int kinds = int(has("one")) + int(has("many")) + int(has("rank"));
    if (!match.hasMatch() || kinds != 1 || (has("external") && !has("one")))
        return std::nullopt;
    XlsformSelect select;
    select.control = has("rank")   ? QStringLiteral("odk:rank")
                     : has("many") ? QStringLiteral("select")
                                   : QStringLiteral("select1");
    select.dataType = has("rank") ? select.control : QStringLiteral("string");
    select.from = match.captured(QStringLiteral("from"));
    select.isFromFile = has("file");
    select.isExternal = has("external");
    select.hasOther = has("other");
    return select;
}

std::optional<XlsformBracket> xlsformBracket(const QString &type)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^(?<edge>begin|end)[ _](?<kind>group|repeat|lgroup|looped group|loop)( (over )?(?<list>\\S+))?$"));
    const auto match = pattern.match(type);
    XlsformBracket bracket;
    bracket.isEnd = match.captured(QStringLiteral("edge")) == QLatin1String("end");
    bracket.list = match.captured(QStringLiteral("list"));
    if (!match.hasMatch() || (bracket.isEnd && !bracket.list.isEmpty()))
        return std::nullopt;
    const QString kind = match.captured(QStringLiteral("kind"));
    bracket.kind = kind == QLatin1String("group")  ? XlsformBracket::Kind::Group
                   : kind == QLatin1String("loop") ? XlsformBracket::Kind::Loop
                                                   : XlsformBracket::Kind::Repeat;
    return bracket;
}

QStringList xlsformTypeNames()
{
    QStringList names = types().keys();
    names += QStringLiteral("select_one select_multiple select_one_from_file select_multiple_from_file "
                            "select_one_external rank begin_group end_group begin_repeat end_repeat audit "
                            "csv-external xml-external")
                 .split(u' ');
    names.sort();
    return names;
}

}  // namespace amparo::form
