// One function an object of the file, in the file's order; what spans several objects is checked at the end.

#include "risk/model_reader.h"

#include "base/json_reader.h"
#include "risk/explanation.h"
#include "risk/protected_characteristics.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace amparo::risk {

namespace {

constexpr qsizetype largestFile = 1024 * 1024;

/// Belonging to a group that suffers discrimination: on the ILO list, and never scored.
const QString personalCharacteristics = QStringLiteral("VD.personal");

QString key(const char *name) { return QString::fromLatin1(name); }
QStringList keyList(const char *names) { return key(names).split(QLatin1Char(' ')); }

Recommendation readRecommendation(const JsonReader &json)
{
    const auto found = recommendationFromName(json.text());
    if (!found)
        json.fail(key("clear, second_line or urgent_protection is expected"));
    return found.value_or(Recommendation::Clear);
}

Strength readStrength(const JsonReader &json)
{
    const auto found = strengthFromName(json.text());
    if (!found)
        json.fail(key("weak, medium or strong is expected"));
    return found.value_or(Strength::Weak);
}

/// An item or indicator that a model names.
QString readSign(const JsonReader &json)
{
    const QString sign = json.text();
    if (!isCatalogueId(sign) && namesProtectedCharacteristic(sign))
        json.fail(QStringLiteral("\"%1\" names a protected characteristic, which must never enter a result")
                      .arg(sign));
    return sign;
}

QStringList readSigns(const JsonReader &json)
{
    QStringList signs;
    for (const JsonReader &element : json.elements())
        signs.append(readSign(element));
    return signs;
}

Band readBand(const JsonReader &json, const QStringList &furtherKeys = {})
{
    json.allow(keyList("code level recommend label action child") + furtherKeys);
    Band band;
    band.code = json.at(key("code")).text();
    band.level = json.at(key("level")).number(0, 3);
    if (json.has(key("recommend")))
        band.recommend = readRecommendation(json.at(key("recommend")));
    band.label = json.at(key("label")).translated();
    band.action = json.at(key("action")).translated();
    if (json.has(key("child"))) {
        const JsonReader child = json.at(key("child"));
        child.allow(keyList("recommend action"));
        band.childRecommend = readRecommendation(child.at(key("recommend")));
        band.childAction = child.at(key("action")).translated();
    }
    return band;
}

QList<Band> readBands(const JsonReader &json)
{
    QList<Band> bands;
    for (const JsonReader &element : json.elements()) {
        const Band band = readBand(element);
        (void)element.at(key("recommend"));
        if (std::any_of(bands.begin(), bands.end(),
                        [&](const Band &other) { return other.code == band.code; }))
            element.at(key("code")).fail(key("this code stands twice"));
        bands.append(band);
    }
    if (bands.isEmpty())
        json.fail(key("at least one band is expected"));
    return bands;
}

QList<Trigger> readTriggers(const JsonReader &json)
{
    QList<Trigger> triggers;
    for (const JsonReader &element : json.elements()) {
        element.allow(keyList("indicators recommend band because"));
        Trigger trigger;
        if (element.has(key("indicators")))
            trigger.indicators = readSigns(element.at(key("indicators")));
        trigger.recommend = readRecommendation(element.at(key("recommend")));
        if (element.has(key("band")))
            trigger.band = element.at(key("band")).text();
        trigger.because = element.at(key("because")).translated();
        triggers.append(trigger);
    }
    return triggers;
}

QList<Track> readTracks(const JsonReader &json)
{
    QList<Track> tracks;
    for (const JsonReader &element : json.elements()) {
        element.allow(keyList("code label results"));
        Track track{element.at(key("code")).text(), element.at(key("label")).translated(), {}};
        for (const JsonReader &result : element.at(key("results")).elements()) {
            Track::Row row;
            row.band = readBand(result, keyList("items at_least"));
            row.items = readSigns(result.at(key("items")));
            row.atLeast = readStrength(result.at(key("at_least")));
            row.advises = result.has(key("recommend"));
            track.rows.append(row);
        }
        tracks.append(track);
    }
    return tracks;
}

PointsRules readPoints(const JsonReader &json)
{
    json.allow(keyList("kind weights steps apart recorded_without_points because"));
    PointsRules rules;
    const JsonReader weights = json.at(key("weights"));
    weights.allow(keyList("strong medium weak"));
    rules.weak = weights.at(key("weak")).number(0, 1000);
    rules.medium = weights.at(key("medium")).number(rules.weak, 1000);
    rules.strong = weights.at(key("strong")).number(rules.medium, 1000);
    for (const JsonReader &element : json.at(key("steps")).elements()) {
        element.allow(keyList("from band"));
        const int lowest = rules.steps.isEmpty() ? 0 : rules.steps.last().from + 1;
        rules.steps.append({element.at(key("from")).number(lowest, rules.steps.isEmpty() ? 0 : 1'000'000),
                            element.at(key("band")).text()});
    }
    if (rules.steps.isEmpty())
        json.at(key("steps")).fail(key("at least one step is expected"));
    rules.apart = json.at(key("apart")).texts();
    rules.recordedWithoutPoints = json.at(key("recorded_without_points")).text();
    rules.because = json.at(key("because")).translated();
    return rules;
}

QList<Dimension> readDimensions(const JsonReader &json)
{
    QList<Dimension> dimensions;
    for (const JsonReader &element : json.elements()) {
        element.allow(keyList("code element label"));
        const Dimension dimension{readSign(element.at(key("code"))), element.at(key("element")).text(),
                                  element.at(key("label")).translated()};
        if (!keyList("means purpose means_kept").contains(dimension.element))
            element.at(key("element")).fail(key("means, purpose or means_kept is expected"));
        dimensions.append(dimension);
    }
    return dimensions;
}

/// The strengths of one profile out of the list of all items.
QMap<QString, Strength> strengthsOf(const JsonReader &items, const QString &profile)
{
    QMap<QString, Strength> strengths;
    for (const QString &item : items.keys()) {
        if (items.at(item).has(profile))
            strengths.insert(item, readStrength(items.at(item).at(profile)));
    }
    return strengths;
}

/// A profile whose list was not published: another's, but for some items.
QMap<QString, Strength> derivedStrengths(const JsonReader &json, const QList<Profile> &earlier)
{
    json.allow(keyList("from except"));
    const QString from = json.at(key("from")).text();
    const auto source = std::find_if(earlier.begin(), earlier.end(),
                                     [&](const Profile &profile) { return profile.code == from; });
    if (source == earlier.end()) {
        json.at(key("from")).fail(key("no profile above has this code"));
        return {};
    }
    QMap<QString, Strength> strengths = source->strengths;
    const JsonReader except = json.at(key("except"));
    for (const QString &item : except.keys()) {
        if (!strengths.contains(item))
            except.at(item).fail(QStringLiteral("profile %1 has no such item").arg(from));
        strengths.insert(item, readStrength(except.at(item)));
    }
    return strengths;
}

QList<Profile> readProfiles(const JsonReader &json, const JsonReader &items)
{
    QList<Profile> profiles;
    for (const JsonReader &element : json.elements()) {
        element.allow(keyList("code person exploitation label derived"));
        Profile profile;
        profile.code = element.at(key("code")).text();
        const QString person = element.at(key("person")).text();
        if (person != key("adult") && person != key("child"))
            element.at(key("person")).fail(key("adult or child is expected"));
        profile.child = person == key("child");
        const auto exploitation = exploitationFromName(element.at(key("exploitation")).text());
        if (!exploitation || exploitation == Person::Exploitation::Unknown)
            element.at(key("exploitation")).fail(key("labour or sexual is expected"));
        profile.exploitation = exploitation.value_or(Person::Exploitation::Unknown);
        profile.label = element.at(key("label")).translated();
        profile.strengths = element.has(key("derived"))
                                ? derivedStrengths(element.at(key("derived")), profiles)
                                : strengthsOf(items, profile.code);
        profiles.append(profile);
    }
    for (const bool child : {false, true}) {
        if (std::none_of(profiles.begin(), profiles.end(),
                         [&](const Profile &p) { return p.child == child; }))
            json.fail(
                QStringLiteral("a profile for a %1 is missing").arg(child ? key("child") : key("adult")));
    }
    return profiles;
}

/// Items that stay on the list and count nowhere. A protected characteristic may be there, and only there.
QStringList readNeverScored(const JsonReader &items, const QList<Dimension> &dimensions,
                            const QStringList &profiles)
{
    QStringList never;
    for (const QString &name : items.keys()) {
        const JsonReader item = items.at(name);
        const QString prefix = name.section(QLatin1Char('.'), 0, 0);
        if (std::none_of(dimensions.begin(), dimensions.end(),
                         [&](const Dimension &d) { return d.code == prefix; }))
            item.fail(QStringLiteral("no dimension has the code \"%1\"").arg(prefix));
        item.allow(profiles + keyList("scored"));
        const bool scored = !item.has(key("scored")) || item.at(key("scored")).flag();
        if (!scored)
            never.append(name);
        else if (name == personalCharacteristics || namesProtectedCharacteristic(name))
            item.fail(key("a protected characteristic must never enter a result; say \"scored\": false"));
    }
    return never;
}

QList<TableRow> readTable(const JsonReader &json, const QStringList &facts)
{
    QList<TableRow> rows;
    for (const JsonReader &element : json.elements()) {
        element.allow(keyList("any_of band because"));
        TableRow row{{}, element.at(key("band")).text(), element.at(key("because")).translated()};
        for (const JsonReader &set : element.at(key("any_of")).elements()) {
            for (const JsonReader &fact : set.elements()) {
                if (!facts.contains(fact.text()))
                    fact.fail(QStringLiteral("unknown fact; known are %1").arg(facts.join(key(", "))));
            }
            row.anyOf.append(set.texts());
            if (row.anyOf.last().isEmpty())
                set.fail(key("an empty set always holds; use \"otherwise\""));
        }
        rows.append(row);
    }
    return rows;
}

DelphiRules readDelphi(const JsonReader &json)
{
    json.allow(keyList("kind dimensions profiles items table otherwise"));
    DelphiRules rules;
    rules.dimensions = readDimensions(json.at(key("dimensions")));
    const JsonReader items = json.at(key("items"));
    rules.profiles = readProfiles(json.at(key("profiles")), items);
    QStringList profiles;
    for (const Profile &profile : std::as_const(rules.profiles))
        profiles.append(profile.code);
    rules.neverScored = readNeverScored(items, rules.dimensions, profiles);

    QStringList facts = keyList("child any_item");
    for (const Dimension &dimension : std::as_const(rules.dimensions))
        facts.append(dimension.code);
    rules.table = readTable(json.at(key("table")), facts);
    const JsonReader otherwise = json.at(key("otherwise"));
    otherwise.allow(keyList("band because"));
    rules.otherwise = {{}, otherwise.at(key("band")).text(), otherwise.at(key("because")).translated()};
    return rules;
}

QMap<QString, Translated> readPhrases(const JsonReader &json)
{
    json.allow(phraseKeys());
    QMap<QString, Translated> phrases;
    for (const QString &name : phraseKeys())
        phrases.insert(name, json.at(name).translated());
    return phrases;
}

/// Codes of bands that the score can give, from the most to the least.
QStringList bandsInOrder(const std::variant<DelphiRules, PointsRules> &rules)
{
    QStringList codes;
    if (const auto *delphi = std::get_if<DelphiRules>(&rules)) {
        for (const TableRow &row : delphi->table)
            codes.append(row.band);
        codes.append(delphi->otherwise.band);
    } else {
        const auto &points = std::get<PointsRules>(rules);
        for (const PointsRules::Step &step : points.steps)
            codes.prepend(step.band);
    }
    return codes;
}

/// Every band that is named exists, and a further indicator can only raise level and advice.
void checkBands(const Model &model, const JsonReader &json)
{
    const auto known = [&](const QString &code) {
        if (!model.band(code))
            json.at(key("bands")).fail(QStringLiteral("\"%1\" is missing, which the rules name").arg(code));
        return model.band(code) != nullptr;
    };
    const Band *above = nullptr;
    for (const QString &code : bandsInOrder(model.rules)) {
        if (!known(code))
            return;
        const Band *band = model.band(code);
        if (above && (band->level > above->level || band->recommendFor(false) > above->recommendFor(false) ||
                      band->recommendFor(true) > above->recommendFor(true)))
            json.at(key("rules"))
                .fail(QStringLiteral("\"%1\" asks for more than \"%2\", which stands above it")
                          .arg(code, above->code));
        above = band;
    }
    if (const auto *points = std::get_if<PointsRules>(&model.rules)) {
        if (known(points->recordedWithoutPoints) && points->steps.size() > 1 &&
            model.band(points->recordedWithoutPoints)->level > model.band(points->steps[1].band)->level)
            json.at(key("rules")).fail(key("recorded_without_points asks for more than the first points do"));
    }
    for (const Trigger &trigger : model.triggers) {
        if (!trigger.band.isEmpty() && known(trigger.band) &&
            model.band(trigger.band)->recommend > trigger.recommend)
            json.at(key("triggers"))
                .fail(QStringLiteral("\"%1\" asks for more than its trigger").arg(trigger.band));
    }
}

Model readRoot(const JsonReader &json)
{
    json.allow(
        keyList("id version title status notice basis sources rules bands triggers tracks presumes_child "
                "phrases"));
    Model model;
    model.id = json.at(key("id")).text();
    model.version = json.at(key("version")).text();
    model.title = json.at(key("title")).translated();
    model.status = json.at(key("status")).translated();
    model.notice = json.at(key("notice")).translated();
    model.basis = json.at(key("basis")).text();
    model.sources = json.at(key("sources")).texts();
    const JsonReader rules = json.at(key("rules"));
    const QString kind = rules.at(key("kind")).text();
    if (kind == key("delphi"))
        model.rules = readDelphi(rules);
    else if (kind == key("points"))
        model.rules = readPoints(rules);
    else
        rules.at(key("kind")).fail(key("delphi or points is expected"));
    model.bands = readBands(json.at(key("bands")));
    model.triggers = readTriggers(json.at(key("triggers")));
    model.tracks = readTracks(json.at(key("tracks")));
    model.presumesChild = readSigns(json.at(key("presumes_child")));
    model.phrases = readPhrases(json.at(key("phrases")));
    return model;
}

}  // namespace

Result<Model> readModel(const QByteArray &json)
{
    if (json.size() > largestFile)
        return failure(ErrorCode::InvalidInput, key("$: larger than 1 MB"));
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parsed);
    if (parsed.error != QJsonParseError::NoError)
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("$: byte %1: %2").arg(parsed.offset).arg(parsed.errorString()));
    const JsonReader root(document.isObject() ? QJsonValue(document.object()) : QJsonValue());
    Model model = readRoot(root);
    if (root.error().isEmpty())
        checkBands(model, root);
    if (!root.error().isEmpty())
        return failure(ErrorCode::InvalidInput, root.error());
    return model;
}

}  // namespace amparo::risk
