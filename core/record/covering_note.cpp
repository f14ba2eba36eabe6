#include "record/covering_note.h"

#include "base/names.h"
#include "record/record_fields.h"
#include "record/submitted.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace amparo::record {

namespace {

using traveller::Traveller;

constexpr int noteLayout = 1;
constexpr qsizetype mostHits = 1000;
constexpr qsizetype mostTextLength = 64 * 1024;
constexpr qsizetype mostWordLength = 255;

constexpr Names<Traveller::Source, 2> noteSources{{
    {Traveller::Source::Typed, QLatin1StringView("typed")},
    {Traveller::Source::Mrz, QLatin1StringView("mrz")},
}};

QJsonValue dateValue(const std::optional<QDate> &date)
{
    return date ? QJsonValue(date->toString(Qt::ISODate)) : QJsonValue();
}

QString timeText(const QDateTime &time) { return time.toUTC().toString(Qt::ISODateWithMs); }

QJsonObject travellerObject(const Traveller &who)
{
    return {{QStringLiteral("surname"), who.surname},
            {QStringLiteral("givenNames"), who.givenNames},
            {QStringLiteral("documentCode"), who.documentCode},
            {QStringLiteral("documentNumber"), who.documentNumber},
            {QStringLiteral("issuingState"), who.issuingState},
            {QStringLiteral("nationality"), who.nationality},
            {QStringLiteral("birthDate"), dateValue(who.birthDate)},
            {QStringLiteral("bornNoLaterThan"), dateValue(who.bornNoLaterThan)},
            {QStringLiteral("sex"), nameOf(traveller::sexNames, who.sex)},
            {QStringLiteral("expiryDate"), dateValue(who.expiryDate)},
            {QStringLiteral("source"), nameOf(noteSources, who.source)}};
}

QJsonObject adviceObject(const Advice &advice)
{
    QJsonArray hits;
    for (const IndicatorHit &hit : advice.hits)
        hits.append(QJsonArray{hit.indicator, hit.item, hit.dimension});
    return {{QStringLiteral("model"), advice.model},
            {QStringLiteral("band"), advice.band},
            {QStringLiteral("level"), advice.level},
            {QStringLiteral("recommended"), decisionName(advice.recommended)},
            {QStringLiteral("explanation"), advice.explanation},
            {QStringLiteral("unanswered"), advice.unanswered},
            {QStringLiteral("hits"), hits}};
}

/// Takes values out of an object, and remembers whether one was not what it has to be.
class Reader {
public:
    explicit Reader(const QJsonObject &object) : m_object(object) {}

    QString text(const char *name, qsizetype most = mostWordLength)
    {
        const QJsonValue value = m_object.value(QLatin1String(name));
        expect(value.isString() && value.toString().size() <= most);
        return value.toString();
    }
    QString filledText(const char *name)
    {
        const QString value = text(name);
        expect(!value.isEmpty());
        return value;
    }
    int number(const char *name, int most)
    {
        const int value = m_object.value(QLatin1String(name)).toInt(-1);
        expect(value >= 0 && value <= most);
        return value;
    }
    QDateTime time(const char *name)
    {
        const QDateTime value = QDateTime::fromString(text(name), Qt::ISODateWithMs);
        expect(value.isValid() && value.timeSpec() == Qt::UTC);
        return value;
    }
    std::optional<QDate> date(const char *name)
    {
        if (m_object.value(QLatin1String(name)).isNull())
            return std::nullopt;
        const QDate value = QDate::fromString(text(name), Qt::ISODate);
        expect(value.isValid());
        return value;
    }
    /// What `optional` holds.
    template <class Value> Value known(const std::optional<Value> &optional)
    {
        expect(optional.has_value());
        return optional.value_or(Value{});
    }
    void expect(bool isSo) { m_isSound = m_isSound && isSo; }
    bool isSound() const { return m_isSound; }
    QJsonValue value(const char *name) const { return m_object.value(QLatin1String(name)); }

private:
    QJsonObject m_object;
    bool m_isSound = true;
};

std::optional<Traveller> readTraveller(const QJsonObject &object)
{
    Reader reader(object);
    Traveller who;
    who.surname = reader.text("surname");
    who.givenNames = reader.text("givenNames");
    who.documentCode = reader.text("documentCode");
    who.documentNumber = reader.text("documentNumber");
    who.issuingState = reader.text("issuingState");
    who.nationality = reader.text("nationality");
    who.birthDate = reader.date("birthDate");
    who.bornNoLaterThan = reader.date("bornNoLaterThan");
    who.sex = reader.known(valueOf(traveller::sexNames, reader.text("sex")));
    who.expiryDate = reader.date("expiryDate");
    who.source = reader.known(valueOf(noteSources, reader.text("source")));
    return reader.isSound() ? std::optional(who) : std::nullopt;
}

std::optional<Advice> readAdvice(const QJsonObject &object)
{
    constexpr int highestLevel = 3;
    constexpr int mostIndicators = 10'000;
    Reader reader(object);
    Advice advice;
    advice.model = reader.text("model");
    advice.band = reader.text("band");
    advice.level = reader.number("level", highestLevel);
    advice.recommended = reader.known(decisionFromName(reader.text("recommended")));
    advice.explanation = reader.text("explanation", mostTextLength);
    advice.unanswered = reader.number("unanswered", mostIndicators);
    const QJsonArray hits = reader.value("hits").toArray();
    reader.expect(reader.value("hits").isArray() && hits.size() <= mostHits);
    for (const QJsonValue &each : hits) {
        const QJsonArray hit = each.toArray();
        reader.expect(hit.size() == 3 && !hit[0].toString().isEmpty());
        advice.hits.append({hit[0].toString(), hit[1].toString(), hit[2].toString()});
    }
    return reader.isSound() ? std::optional(advice) : std::nullopt;
}

}  // namespace

QByteArray toBytes(const CoveringNote &note)
{
    const Screening &screening = note.screening;
    QJsonObject object{{QStringLiteral("amparoNote"), noteLayout},
                       {QStringLiteral("encounter"), screening.encounter.toText()},
                       {QStringLiteral("line"), lineName(screening.line)},
                       {QStringLiteral("form"), screening.formId},
                       {QStringLiteral("version"), screening.formVersion},
                       {QStringLiteral("language"), screening.language},
                       {QStringLiteral("startedAt"), timeText(screening.startedAt)},
                       {QStringLiteral("traveller"), travellerObject(screening.traveller)},
                       {QStringLiteral("instance"), screening.instanceId},
                       {QStringLiteral("login"), note.officerLogin},
                       {QStringLiteral("officer"), note.officerName}};
    if (screening.finalisedAt)
        object.insert(QStringLiteral("finalisedAt"), timeText(*screening.finalisedAt));
    if (screening.verdict) {
        object.insert(QStringLiteral("decision"), decisionName(screening.verdict->decision));
        object.insert(QStringLiteral("reason"), screening.verdict->reason);
    }
    if (screening.advice)
        object.insert(QStringLiteral("advice"), adviceObject(*screening.advice));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<CoveringNote> coveringNoteFromBytes(const QByteArray &bytes)
{
    if (bytes.size() > mostNoteBytes)
        return failure(ErrorCode::InvalidInput, QStringLiteral("the note is too long"));
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (object.value(QLatin1String("amparoNote")).toInt() > noteLayout)
        return failure(ErrorCode::TooNew, QStringLiteral("the note is of a later version of the program"));
    Reader reader(object);
    reader.expect(object.value(QLatin1String("amparoNote")).toInt() == noteLayout);
    CoveringNote note;
    Screening &screening = note.screening;
    screening.encounter = reader.known(EncounterId::fromText(reader.text("encounter")));
    screening.line = reader.known(lineFromName(reader.text("line")));
    screening.formId = reader.filledText("form");
    screening.formVersion = reader.text("version");
    screening.language = reader.text("language");
    screening.startedAt = reader.time("startedAt");
    screening.finalisedAt = reader.time("finalisedAt");
    screening.traveller = reader.known(readTraveller(object.value(QLatin1String("traveller")).toObject()));
    screening.instanceId = reader.filledText("instance");
    screening.verdict = Verdict{reader.known(decisionFromName(reader.text("decision"))),
                                reader.text("reason", mostTextLength)};
    if (object.contains(QLatin1String("advice")))
        screening.advice = reader.known(readAdvice(object.value(QLatin1String("advice")).toObject()));
    note.officerLogin = reader.filledText("login");
    note.officerName = reader.filledText("officer");
    if (!reader.isSound())
        return failure(ErrorCode::InvalidInput, QStringLiteral("this is no note of a final record"));
    return note;
}

bool agrees(const CoveringNote &note, const QByteArray &submissionXml, const InterviewForm &form)
{
    const Screening &screening = note.screening;
    const auto name = nameOfSubmission(submissionXml);
    if (!name || name->formId != screening.formId || name->formVersion != screening.formVersion ||
        name->instanceId != screening.instanceId)
        return false;
    if (name->isEncrypted)
        return !form.definition->submission().publicKey.isEmpty();
    const Screening said = screeningFromSubmission(submissionXml, form, screening);
    const bool hasDocument =
        !RecordFields(*form.definition).path(QStringLiteral("traveller.documentNumber")).isEmpty();
    return said.line == screening.line && said.encounter == screening.encounter &&
           said.verdict->decision == screening.verdict->decision &&
           (!hasDocument || said.traveller.documentNumber == screening.traveller.documentNumber);
}

}  // namespace amparo::record
