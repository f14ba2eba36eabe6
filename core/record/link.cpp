#include "record/link.h"

#include "base/names.h"
#include "traveller/name_folding.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QXmlStreamReader>

#include <algorithm>

namespace amparo::record {

namespace {

constexpr Names<LinkKind, 6> linkKindNames{{
    {LinkKind::Phone, QLatin1StringView("phone")},
    {LinkKind::Address, QLatin1StringView("address")},
    {LinkKind::Employer, QLatin1StringView("employer")},
    {LinkKind::Vehicle, QLatin1StringView("vehicle")},
    {LinkKind::Companion, QLatin1StringView("companion")},
    {LinkKind::Minor, QLatin1StringView("minor")},
}};

const QString linkAttribute = QStringLiteral("link");
const QString stateSuffix = QStringLiteral("-state");

bool isDocument(LinkKind kind) { return kind == LinkKind::Companion || kind == LinkKind::Minor; }

QString linkOf(const form::FormDefinition &definition, const QString &path)
{
    return definition.bindAttribute(path, form::amparoNamespace, linkAttribute).value_or(QString()).trimmed();
}

/// The kind of document whose issuing State such a field holds.
std::optional<LinkKind> stateOf(const QString &attribute)
{
    const auto kind = attribute.endsWith(stateSuffix)
                          ? linkKindFromName(QStringView(attribute).chopped(stateSuffix.size()))
                          : std::nullopt;
    return kind && isDocument(*kind) ? kind : std::nullopt;
}

QString groupOf(const QString &path) { return path.section(QLatin1Char('/'), 0, -2); }

/// Letters and digits in upper case.
QString compact(QStringView text)
{
    QString kept;
    for (const QChar c : text.toString().normalized(QString::NormalizationForm_KC).toUpper()) {
        if (c.isLetterOrNumber() || c.isSurrogate())
            kept += c;
    }
    return kept;
}

/// Country codes of ITU-T E.164 for the States from which most travellers and their calls come.
QString callingCode(const QString &country)
{
    static const QHash<QString, QString> codes{
        {QStringLiteral("ARG"), QStringLiteral("54")},  {QStringLiteral("BOL"), QStringLiteral("591")},
        {QStringLiteral("BRA"), QStringLiteral("55")},  {QStringLiteral("CHL"), QStringLiteral("56")},
        {QStringLiteral("COL"), QStringLiteral("57")},  {QStringLiteral("CRI"), QStringLiteral("506")},
        {QStringLiteral("CUB"), QStringLiteral("53")},  {QStringLiteral("DOM"), QStringLiteral("1")},
        {QStringLiteral("ECU"), QStringLiteral("593")}, {QStringLiteral("SLV"), QStringLiteral("503")},
        {QStringLiteral("GTM"), QStringLiteral("502")}, {QStringLiteral("GUY"), QStringLiteral("592")},
        {QStringLiteral("HTI"), QStringLiteral("509")}, {QStringLiteral("HND"), QStringLiteral("504")},
        {QStringLiteral("MEX"), QStringLiteral("52")},  {QStringLiteral("NIC"), QStringLiteral("505")},
        {QStringLiteral("PAN"), QStringLiteral("507")}, {QStringLiteral("PRY"), QStringLiteral("595")},
        {QStringLiteral("PER"), QStringLiteral("51")},  {QStringLiteral("SUR"), QStringLiteral("597")},
        {QStringLiteral("URY"), QStringLiteral("598")}, {QStringLiteral("VEN"), QStringLiteral("58")}};
    return codes.value(country);
}

QString withoutLeadingZeros(QString digits)
{
    while (digits.startsWith(QLatin1Char('0')))
        digits.remove(0, 1);
    return digits;
}

/// Mobiles of Argentina and Mexico are called from abroad with a digit more after the country's code.
QString withoutMobilePrefix(const QString &international)
{
    const std::pair<QLatin1StringView, int> prefixes[] = {{QLatin1StringView("549"), 13},
                                                          {QLatin1StringView("521"), 13}};
    for (const auto &[prefix, length] : prefixes) {
        if (international.startsWith(prefix) && international.size() == length)
            return international.first(2) + international.sliced(3);
    }
    return international;
}

QString normalisedPhone(const QString &given, const QString &country)
{
    constexpr qsizetype shortest = 6;  // shorter ones are services, which many people name
    QString digits;
    for (const QChar c : given.normalized(QString::NormalizationForm_KC)) {
        if (c.isDigit())
            digits += QString::number(c.digitValue());
    }
    const QString national = withoutLeadingZeros(digits);
    if (national.size() < shortest)
        return {};
    if (given.trimmed().startsWith(QLatin1Char('+')) || digits.startsWith(QLatin1String("00")))
        return withoutMobilePrefix(national);
    return withoutMobilePrefix(callingCode(country) + national);
}

/// Words that some write and others leave out.
bool isFiller(const QString &word)
{
    static const QStringList words =
        QStringLiteral(
            "A AV AVENIDA CALLE CLL C RUA R RUE JR JIRON PASAJE PJE N NO NRO NUM NUMERO ESQ ESQUINA "
            "DE DEL DA DO DOS DAS LA LAS LOS EL LE LES Y E SA SRL LTDA LTD EIRL SAC SAS CIA ME EPP")
            .split(QLatin1Char(' '));
    static const QSet<QString> fillers(words.begin(), words.end());
    return fillers.contains(word);
}

QString normalisedWords(const QString &given)
{
    constexpr qsizetype shortest = 4;
    QStringList words = traveller::folded(given).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    words.removeIf(isFiller);
    words.sort();
    words.removeDuplicates();
    const QString text = words.join(QLatin1Char(' '));
    return text.size() < shortest ? QString() : text;
}

QString normalisedPlate(const QString &given)
{
    constexpr qsizetype shortest = 4;
    const QString plate = compact(given);
    return plate.size() < shortest ? QString() : plate;
}

/// Links as they are met, each to have the State that stands in its group.
class LinkCollection {
public:
    void add(const QString &attribute, const QString &group, const QString &text)
    {
        const QString value = text.trimmed();
        if (attribute.isEmpty() || value.isEmpty())
            return;
        if (const auto document = stateOf(attribute)) {
            m_states.insert({*document, group}, value);
        } else if (const auto kind = linkKindFromName(attribute)) {
            m_links.append({*kind, value, {}});
            m_groups.append(group);
        }
    }

    QList<Link> all() &&
    {
        for (qsizetype i = 0; i < m_links.size(); ++i)
            m_links[i].state = m_states.value({m_links[i].kind, m_groups[i]});
        return std::move(m_links);
    }

private:
    QList<Link> m_links;
    QStringList m_groups;  // of each link
    QMap<std::pair<LinkKind, QString>, QString> m_states;
};

form::Problem linkProblem(const QString &path, const QString &message)
{
    return {form::Severity::Error, {{}, 0, {}, path}, message};
}

}  // namespace

QString linkKindName(LinkKind kind) { return nameOf(linkKindNames, kind); }
std::optional<LinkKind> linkKindFromName(QStringView name) { return valueOf(linkKindNames, name); }

QList<Link> linksOf(const form::Session &session)
{
    const form::FormDefinition &definition = session.definition();
    if (definition.fieldsWith(form::amparoNamespace, linkAttribute).isEmpty())
        return {};
    LinkCollection links;
    for (const QString &path : session.fieldPaths()) {
        if (session.isRelevant(path))
            links.add(linkOf(definition, path), groupOf(path), session.value(path).value_or(QString()));
    }
    return std::move(links).all();
}

QList<Link> linksOfSubmission(const QByteArray &xml, const form::FormDefinition &definition)
{
    if (definition.fieldsWith(form::amparoNamespace, linkAttribute).isEmpty())
        return {};
    LinkCollection links;
    QXmlStreamReader reader(xml);
    QString path;
    QStringList groups{QString()};  // numbered, so that each round of a repeat is one of its own
    QString text;
    for (int number = 0; !reader.atEnd();) {
        reader.readNext();
        if (reader.isStartElement()) {
            path += QLatin1Char('/') + reader.name().toString();
            groups.append(QString::number(++number));
            text.clear();
        } else if (reader.isCharacters()) {
            text += reader.text();
        } else if (reader.isEndElement()) {
            groups.removeLast();
            links.add(linkOf(definition, path), groups.last(), text);
            path.truncate(path.lastIndexOf(QLatin1Char('/')));
            text.clear();
        }
    }
    return std::move(links).all();
}

form::Problems lintLinks(const form::FormDefinition &definition)
{
    form::Problems problems;
    const QStringList paths = definition.fieldsWith(form::amparoNamespace, linkAttribute);
    for (const QString &path : paths) {
        const QString attribute = linkOf(definition, path);
        const auto document = stateOf(attribute);
        if (!document && !linkKindFromName(attribute))
            problems.append(linkProblem(
                path, QStringLiteral("amparo:link is none of phone, address, employer, vehicle, companion, "
                                     "companion-state, minor, minor-state")));
        if (document && std::none_of(paths.begin(), paths.end(), [&](const QString &other) {
                return groupOf(other) == groupOf(path) &&
                       linkOf(definition, other) == linkKindName(*document);
            }))
            problems.append(
                linkProblem(path, QStringLiteral("amparo:link=\"%1\" stands in no group with a %2")
                                      .arg(attribute, linkKindName(*document))));
        const auto control = definition.control(path);
        if (!document && control && form::isSelection(*control))
            problems.append(linkProblem(
                path, QStringLiteral("a choice says nothing about records that belong together: amparo:link "
                                     "needs a text")));
        if (definition.bindAttribute(path, form::amparoNamespace, QStringLiteral("indicator")))
            problems.append(linkProblem(
                path,
                QStringLiteral("what links records can be no indicator: it must never enter a result")));
    }
    return problems;
}

QString normalisedDocumentNumber(QStringView number) { return compact(number); }

QString normalised(const Link &link, const QString &country)
{
    switch (link.kind) {
    case LinkKind::Phone:
        return normalisedPhone(link.value, country);
    case LinkKind::Address:
    case LinkKind::Employer:
        return normalisedWords(link.value);
    case LinkKind::Vehicle:
        return normalisedPlate(link.value);
    case LinkKind::Companion:
    case LinkKind::Minor:
        return normalisedDocumentNumber(link.value);
    }
    Q_UNREACHABLE();
}

}  // namespace amparo::record
