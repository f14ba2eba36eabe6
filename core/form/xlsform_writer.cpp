#include "form/xlsform_writer.h"

#include "form/xlsform_texts.h"

#include <QRegularExpression>

#include <array>

namespace amparo::form {

namespace {

using Kind = SurveyElement::Kind;

struct NamedUri {
    const char *prefix;
    const char *uri;
};
constexpr std::array standardNamespaces{
    NamedUri{"h", "http://www.w3.org/1999/xhtml"},       NamedUri{"ev", "http://www.w3.org/2001/xml-events"},
    NamedUri{"xsd", "http://www.w3.org/2001/XMLSchema"}, NamedUri{"jr", "http://openrosa.org/javarosa"},
    NamedUri{"orx", "http://openrosa.org/xforms"},       NamedUri{"odk", "http://www.opendatakit.org/xforms"},
};
constexpr QLatin1String entitiesUri("http://www.opendatakit.org/xforms/entities");

/// "yes" and "no" in a column that takes an expression.
QString asExpression(const QString &text)
{
    static const QStringList yes{QStringLiteral("yes"), QStringLiteral("true"), QStringLiteral("true()")};
    static const QStringList no{QStringLiteral("no"), QStringLiteral("false"), QStringLiteral("false()")};
    if (yes.contains(text.toLower()))
        return QStringLiteral("true()");
    return no.contains(text.toLower()) ? QStringLiteral("false()") : text;
}

/// A default that is to be computed: it refers to something or calls a function.
bool isDynamic(const QString &text)
{
    static const QRegularExpression call(QStringLiteral("[A-Za-z][\\w:.-]*\\("));
    return text.contains(QLatin1String("${")) || call.match(text).hasMatch();
}

class Writer {
public:
    Writer(const XlsformSheets &sheets, const Survey &survey, Problems &problems)
        : m_sheets(sheets),
          m_survey(survey),
          m_problems(problems),
          m_references(survey, problems),
          m_texts(sheets, survey, m_references),
          m_xml(&m_bytes)
    {}

    QByteArray write();

private:
    void writeNamespaces();
    void writeModel();
    void writePrimary();
    void writeNodes(const std::vector<int> &elements);
    void writeNode(int element, bool isTemplate);
    void writeMeta();
    void writeEntityNode();
    void writeLists();
    void writeList(const ChoiceList &list);
    void writeExternal(const QString &id, const QString &source);
    void writeBinds();
    void writeBind(int element);
    void writeMetaBinds();
    void writeEntityBinds();
    void writeSubmission();
    void writeDefaults(int repeat);
    void writeSetvalue(const QString &event, int element, const QString &value);
    void writeControl(int element);
    void writeGroup(int element);
    void writeQuestion(int element);
    void writeItemset(int element);
    void writeTriggered(int element);
    void attribute(const char *name, const QString &value)
    {
        if (!value.isEmpty())
            m_xml.writeAttribute(QString::fromLatin1(name), value);
    }
    void attributes(const QList<std::pair<QString, QString>> &all, int element);
    void newLine() { m_xml.writeCharacters(QStringLiteral("\n")); }
    void bind(const QString &path, const QList<std::pair<QString, QString>> &all);

    const SurveyElement &at(int element) const { return m_survey.elements[element]; }
    QString setting(const char *key) const { return m_survey.settings.value(QLatin1String(key)); }
    QString root() const { return QLatin1Char('/') + m_survey.rootName; }
    int repeatAround(int element) const;
    Place place(int element, const char *key) const
    {
        Place where = m_sheets.survey->place(at(element).row.number, QString::fromLatin1(key));
        where.node = at(element).path;
        return where;
    }
    /// A cell as an expression, ${names} resolved; "" where the cell is empty.
    QString expression(int element, const char *key)
    {
        return m_references.resolved(asExpression(at(element).row.value(QLatin1String(key))), element,
                                     place(element, key));
    }

    const XlsformSheets &m_sheets;
    const Survey &m_survey;
    Problems &m_problems;
    XlsformReferences m_references;
    XlsformTexts m_texts;
    QByteArray m_bytes;
    QXmlStreamWriter m_xml;
};

QByteArray Writer::write()
{
    m_xml.writeStartDocument();
    newLine();
    m_xml.writeStartElement(QStringLiteral("h:html"));
    writeNamespaces();
    m_xml.writeStartElement(QStringLiteral("h:head"));
    m_xml.writeTextElement(QStringLiteral("h:title"),
                           setting("form_title").isEmpty() ? setting("form_id") : setting("form_title"));
    newLine();
    writeModel();
    m_xml.writeEndElement();
    newLine();
    m_xml.writeStartElement(QStringLiteral("h:body"));
    attribute("class", setting("style"));
    newLine();
    for (const int element : m_survey.top)
        writeControl(element);
    m_xml.writeEndDocument();
    return m_bytes;
}

void Writer::writeNamespaces()
{
    m_xml.writeAttribute(QStringLiteral("xmlns"), QStringLiteral("http://www.w3.org/2002/xforms"));
    QStringList known;
    for (const NamedUri &one : standardNamespaces) {
        m_xml.writeAttribute(QLatin1String("xmlns:") + QLatin1String(one.prefix),
                             QString::fromLatin1(one.uri));
        known += QString::fromLatin1(one.prefix);
    }
    if (!m_survey.entities.isEmpty())
        m_xml.writeAttribute(QStringLiteral("xmlns:entities"), entitiesUri);
    static const QRegularExpression pair(QStringLiteral("([\\w.-]+)\\s*=\\s*[\"“”']([^\"“”']+)[\"“”']"));
    for (auto it = pair.globalMatch(setting("namespaces")); it.hasNext();) {
        const auto match = it.next();
        if (known.contains(match.captured(1)))
            continue;
        known += match.captured(1);
        m_xml.writeAttribute(QLatin1String("xmlns:") + match.captured(1), match.captured(2));
    }
}

void Writer::writeModel()
{
    m_xml.writeStartElement(QStringLiteral("model"));
    m_xml.writeAttribute(QStringLiteral("odk:xforms-version"), QStringLiteral("1.0.0"));
    if (!m_survey.entities.isEmpty())
        m_xml.writeAttribute(QStringLiteral("entities:entities-version"), QStringLiteral("2023.1.0"));
    newLine();
    writeSubmission();
    if (!m_texts.isEmpty())
        m_texts.writeItext(m_xml);
    writePrimary();
    writeLists();
    writeBinds();
    writeDefaults(-1);
    m_xml.writeEndElement();
}

void Writer::writeSubmission()
{
    if (setting("submission_url").isEmpty() && setting("public_key").isEmpty() &&
        setting("auto_send").isEmpty() && setting("auto_delete").isEmpty())
        return;
    m_xml.writeEmptyElement(QStringLiteral("submission"));
    attribute("action", setting("submission_url"));
    if (!setting("submission_url").isEmpty())
        attribute("method", QStringLiteral("post"));
    attribute("base64RsaPublicKey", setting("public_key"));
    attribute("orx:auto-send", setting("auto_send"));
    attribute("orx:auto-delete", setting("auto_delete"));
    newLine();
}

// Primary instance

void Writer::writePrimary()
{
    m_xml.writeStartElement(QStringLiteral("instance"));
    m_xml.writeStartElement(m_survey.rootName);
    attribute("xmlns", setting("instance_xmlns"));
    attribute("id", setting("form_id").isEmpty() ? m_survey.rootName : setting("form_id"));
    attribute("version", setting("version"));
    for (const auto &[name, value] : m_survey.settings.settingAttributes)
        m_xml.writeAttribute(name, value);
    newLine();
    writeNodes(m_survey.top);
    writeMeta();
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

void Writer::attributes(const QList<std::pair<QString, QString>> &all, int element)
{
    for (const auto &[name, value] : all)
        m_xml.writeAttribute(name, m_references.resolved(value, element, place(element, "name")));
}

void Writer::writeNode(int element, bool isTemplate)
{
    const SurveyElement &from = at(element);
    m_xml.writeStartElement(from.name);
    if (isTemplate)
        m_xml.writeAttribute(QStringLiteral("jr:template"), QString());
    attributes(from.row.instanceAttributes, element);
    const QString given = from.row.value(QLatin1String("default"));
    if (from.kind == Kind::Question && !isDynamic(given))
        m_xml.writeCharacters(from.type.mediaType.startsWith(QLatin1String("image")) && !given.isEmpty()
                                  ? QLatin1String("jr://images/") + given
                                  : given);
    writeNodes(from.children);
    m_xml.writeEndElement();
    newLine();
}

/// A repeat is written twice: as the template of new instances, and as the one that every record begins with.
void Writer::writeNodes(const std::vector<int> &elements)
{
    for (const int element : elements) {
        if (at(element).kind == Kind::Repeat)
            writeNode(element, true);
        writeNode(element, false);
    }
}

void Writer::writeMeta()
{
    m_xml.writeStartElement(QStringLiteral("meta"));
    if (m_survey.hasAudit)
        m_xml.writeEmptyElement(QStringLiteral("audit"));
    m_xml.writeEmptyElement(QStringLiteral("instanceID"));
    if (!setting("instance_name").isEmpty())
        m_xml.writeEmptyElement(QStringLiteral("instanceName"));
    if (!m_survey.entities.isEmpty())
        writeEntityNode();
    m_xml.writeEndElement();
    newLine();
}

void Writer::writeEntityNode()
{
    const XlsformRow &entity = m_survey.entities.first();
    const bool isUpdate = !entity.value(QLatin1String("entity_id")).isEmpty();
    const bool isCreate = !isUpdate || !entity.value(QLatin1String("create_if")).isEmpty();
    m_xml.writeStartElement(QStringLiteral("entity"));
    m_xml.writeAttribute(QStringLiteral("dataset"), entity.value(QLatin1String("list_name")));
    m_xml.writeAttribute(QStringLiteral("id"), QString());
    if (isCreate)
        m_xml.writeAttribute(QStringLiteral("create"), QStringLiteral("1"));
    if (isUpdate) {
        m_xml.writeAttribute(QStringLiteral("update"), QStringLiteral("1"));
        m_xml.writeAttribute(QStringLiteral("baseVersion"), QString());
    }
    if (!entity.texts.isEmpty())
        m_xml.writeEmptyElement(QStringLiteral("label"));
    m_xml.writeEndElement();
}

// Lists

void Writer::writeLists()
{
    for (const ChoiceList &list : m_survey.lists) {
        if (list.isUsed)
            writeList(list);
    }
    QStringList written;
    for (const ExternalList &list : m_survey.externalLists) {
        writeExternal(list.id, list.source);
        written += list.id;
    }
    static const QRegularExpression pulled(QStringLiteral("pulldata\\(\\s*['\"]([^'\"]+)['\"]"));
    for (const SurveyElement &element : m_survey.elements) {
        for (const QString &cell : element.row.values) {
            for (auto it = pulled.globalMatch(cell); it.hasNext();) {
                const QString id = it.next().captured(1);
                if (!written.contains(id))
                    writeExternal(id, QStringLiteral("jr://file-csv/%1.csv").arg(id));
                written += id;
            }
            if (cell.contains(QLatin1String("${last-saved#")) &&
                !written.contains(QStringLiteral("__last-saved"))) {
                writeExternal(QStringLiteral("__last-saved"), QStringLiteral("jr://instance/last-saved"));
                written += QStringLiteral("__last-saved");
            }
        }
    }
}

void Writer::writeExternal(const QString &id, const QString &source)
{
    m_xml.writeEmptyElement(QStringLiteral("instance"));
    m_xml.writeAttribute(QStringLiteral("id"), id);
    m_xml.writeAttribute(QStringLiteral("src"), source);
    newLine();
}

void Writer::writeList(const ChoiceList &list)
{
    const bool usesItext = m_texts.usesItext(list);
    m_xml.writeStartElement(QStringLiteral("instance"));
    m_xml.writeAttribute(QStringLiteral("id"), list.name);
    m_xml.writeStartElement(QStringLiteral("root"));
    newLine();
    const auto item = [&](qsizetype index, const QString &name, const QString &label) {
        m_xml.writeStartElement(QStringLiteral("item"));
        if (usesItext)
            m_xml.writeTextElement(QStringLiteral("itextId"), m_texts.choiceTextId(list, index));
        m_xml.writeTextElement(QStringLiteral("name"), name);
        if (!usesItext)
            m_xml.writeTextElement(QStringLiteral("label"), label);
    };
    static const QRegularExpression elementName(QStringLiteral("^[A-Za-z_][\\w.-]*$"));
    for (qsizetype i = 0; i < list.choices.size(); ++i) {
        const XlsformRow &choice = list.choices[i];
        const QMap<QString, QString> labels = choice.texts.value(QStringLiteral("label"));
        item(i, choice.value(QLatin1String("name")), labels.isEmpty() ? QString() : labels.first());
        for (const auto &[name, value] : choice.extra) {
            if (elementName.match(name).hasMatch())
                m_xml.writeTextElement(name, value);
            else if (i == 0)
                m_problems.append(
                    {Severity::Warning,
                     {m_sheets.choices->name(), 1, name, {}},
                     QStringLiteral("the column “%1” is left out: as the name of an element it may "
                                    "have no blanks")
                         .arg(name)});
        }
        m_xml.writeEndElement();
        newLine();
    }
    if (list.hasOther) {
        item(list.choices.size(), QStringLiteral("other"), QStringLiteral("Other"));
        m_xml.writeEndElement();
    }
    m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

// Binds

void Writer::bind(const QString &path, const QList<std::pair<QString, QString>> &all)
{
    m_xml.writeEmptyElement(QStringLiteral("bind"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), path);
    for (const auto &[name, value] : all) {
        if (!value.isEmpty())
            m_xml.writeAttribute(name, value);
    }
    newLine();
}

void Writer::writeBinds()
{
    for (int element = 0; element < static_cast<int>(m_survey.elements.size()); ++element)
        writeBind(element);
    writeMetaBinds();
    if (!m_survey.entities.isEmpty())
        writeEntityBinds();
}

void Writer::writeBind(int element)
{
    const SurveyElement &from = at(element);
    QList<std::pair<QString, QString>> all;
    QString type = from.type.dataType;
    if (from.type.control == QLatin1String("range") &&
        (from.parameters.value(QStringLiteral("step")).contains(QLatin1Char('.')) ||
         from.parameters.value(QStringLiteral("start")).contains(QLatin1Char('.'))))
        type = QStringLiteral("decimal");
    all.append({QStringLiteral("type"), type});
    all.append({QStringLiteral("required"), expression(element, "required")});
    all.append({QStringLiteral("relevant"), expression(element, "relevant")});
    all.append({QStringLiteral("constraint"), expression(element, "constraint")});
    const QString readonly = expression(element, "read_only");
    all.append({QStringLiteral("readonly"),
                readonly.isEmpty() && from.type.isReadonly ? QStringLiteral("true()") : readonly});
    if (from.row.value(QLatin1String("trigger")).isEmpty())
        all.append({QStringLiteral("calculate"), expression(element, "calculation")});
    all.append(
        {QStringLiteral("jr:constraintMsg"),
         m_texts.message(element, QStringLiteral("constraint_message"), QStringLiteral("jr:constraintMsg"))});
    all.append({QStringLiteral("jr:requiredMsg"), m_texts.message(element, QStringLiteral("required_message"),
                                                                  QStringLiteral("jr:requiredMsg"))});
    all.append({QStringLiteral("jr:preload"), from.type.preload});
    all.append({QStringLiteral("jr:preloadParams"), from.type.preloadParams});
    all.append({QStringLiteral("orx:max-pixels"), from.parameters.value(QStringLiteral("max-pixels"))});
    all.append({QStringLiteral("entities:saveto"), from.row.value(QLatin1String("save_to"))});
    for (const auto &[name, value] : from.row.bindAttributes)
        all.append({name, m_references.resolved(value, element, place(element, "bind"))});
    const bool saysAnything =
        std::any_of(all.cbegin(), all.cend(), [](const auto &pair) { return !pair.second.isEmpty(); });
    if (from.kind == Kind::Question || saysAnything)
        bind(from.path, all);
}

void Writer::writeMetaBinds()
{
    const QString meta = root() + QLatin1String("/meta/");
    if (m_survey.hasAudit) {
        QList<std::pair<QString, QString>> all{{QStringLiteral("type"), QStringLiteral("binary")}};
        QStringList names = m_survey.auditParameters.keys();
        names.sort();
        for (const QString &name : std::as_const(names))
            all.append({QLatin1String("odk:") + name, m_survey.auditParameters.value(name)});
        bind(meta + QLatin1String("audit"), all);
    }
    bind(meta + QLatin1String("instanceID"), {{QStringLiteral("type"), QStringLiteral("string")},
                                              {QStringLiteral("readonly"), QStringLiteral("true()")},
                                              {QStringLiteral("jr:preload"), QStringLiteral("uid")}});
    if (setting("instance_name").isEmpty())
        return;
    const Place where = m_sheets.settings->place(m_survey.settings.number, QStringLiteral("instance_name"));
    bind(meta + QLatin1String("instanceName"),
         {{QStringLiteral("type"), QStringLiteral("string")},
          {QStringLiteral("calculate"), m_references.resolved(setting("instance_name"), -1, where)}});
}

void Writer::writeEntityBinds()
{
    const XlsformRow &entity = m_survey.entities.first();
    const auto cell = [&](const char *key) {
        return m_references.resolved(asExpression(entity.value(QLatin1String(key))), -1,
                                     m_sheets.entities->place(entity.number, QString::fromLatin1(key)));
    };
    const QString path = root() + QLatin1String("/meta/entity");
    const QString id = cell("entity_id");
    const auto calculated = [&](const QString &node, const QString &calculate) {
        bind(path + node, {{QStringLiteral("type"), QStringLiteral("string")},
                           {QStringLiteral("readonly"), QStringLiteral("true()")},
                           {QStringLiteral("calculate"), calculate}});
    };
    calculated(QStringLiteral("/@id"), id);
    if (!cell("create_if").isEmpty())
        calculated(QStringLiteral("/@create"), cell("create_if"));
    if (!cell("update_if").isEmpty())
        calculated(QStringLiteral("/@update"), cell("update_if"));
    if (!id.isEmpty())
        calculated(QStringLiteral("/@baseVersion"),
                   QStringLiteral("instance('%1')/root/item[name=%2]/__version")
                       .arg(entity.value(QLatin1String("list_name")), id));
    const QMap<QString, QString> labels = entity.texts.value(QStringLiteral("label"));
    if (!labels.isEmpty())
        calculated(QStringLiteral("/label"),
                   m_references.resolved(labels.first(), -1,
                                         m_sheets.entities->place(entity.number, QStringLiteral("label"))));
    if (id.isEmpty()) {
        m_xml.writeEmptyElement(QStringLiteral("setvalue"));
        m_xml.writeAttribute(QStringLiteral("event"), QStringLiteral("odk-instance-first-load"));
        m_xml.writeAttribute(QStringLiteral("ref"), path + QLatin1String("/@id"));
        m_xml.writeAttribute(QStringLiteral("value"), QStringLiteral("uuid()"));
        newLine();
    }
}

// Actions

int Writer::repeatAround(int element) const
{
    for (int around = at(element).parent; around >= 0; around = at(around).parent) {
        if (at(around).kind == Kind::Repeat)
            return around;
    }
    return -1;
}

void Writer::writeSetvalue(const QString &event, int element, const QString &value)
{
    m_xml.writeEmptyElement(QStringLiteral("setvalue"));
    m_xml.writeAttribute(QStringLiteral("event"), event);
    m_xml.writeAttribute(QStringLiteral("ref"), at(element).path);
    if (!value.isEmpty())
        m_xml.writeAttribute(QStringLiteral("value"), value);
    newLine();
}

/// Computed defaults: of the form when it is first loaded, of a repeat also when an instance is added.
void Writer::writeDefaults(int repeat)
{
    for (int element = 0; element < static_cast<int>(m_survey.elements.size()); ++element) {
        const QString given = at(element).row.value(QLatin1String("default"));
        if (!isDynamic(given) || repeatAround(element) != repeat)
            continue;
        writeSetvalue(repeat < 0 ? QStringLiteral("odk-instance-first-load")
                                 : QStringLiteral("odk-instance-first-load odk-new-repeat"),
                      element, m_references.resolved(given, element, place(element, "default")));
    }
}

/// Rows whose trigger is this question: computed when its value changes.
void Writer::writeTriggered(int element)
{
    static const QRegularExpression reference(QStringLiteral("\\$\\{\\s*([^}]+?)\\s*\\}"));
    for (int other = 0; other < static_cast<int>(m_survey.elements.size()); ++other) {
        const QString trigger = at(other).row.value(QLatin1String("trigger"));
        for (auto it = reference.globalMatch(trigger); it.hasNext();) {
            if (it.next().captured(1) == at(element).name)
                writeSetvalue(QStringLiteral("xforms-value-changed"), other,
                              expression(other, "calculation"));
        }
    }
}

// Body

void Writer::writeControl(int element)
{
    if (at(element).kind != Kind::Question)
        writeGroup(element);
    else if (!at(element).type.control.isEmpty())
        writeQuestion(element);
}

void Writer::writeGroup(int element)
{
    const SurveyElement &from = at(element);
    const bool isRepeat = from.kind == Kind::Repeat;
    m_xml.writeStartElement(QStringLiteral("group"));
    m_xml.writeAttribute(QStringLiteral("ref"), from.path);
    if (!isRepeat) {
        attribute("appearance", from.row.value(QLatin1String("appearance")));
        attributes(from.row.bodyAttributes, element);
    }
    m_texts.writeLabel(m_xml, element);
    newLine();
    if (isRepeat) {
        m_xml.writeStartElement(QStringLiteral("repeat"));
        m_xml.writeAttribute(QStringLiteral("nodeset"), from.path);
        attribute("appearance", from.row.value(QLatin1String("appearance")));
        attributes(from.row.bodyAttributes, element);
        attribute("jr:count", expression(element, "repeat_count"));
        if (!from.row.value(QLatin1String("repeat_count")).isEmpty())
            attribute("jr:noAddRemove", QStringLiteral("true()"));
        newLine();
        writeDefaults(element);
    }
    for (const int child : from.children)
        writeControl(child);
    if (isRepeat)
        m_xml.writeEndElement();
    m_xml.writeEndElement();
    newLine();
}

void Writer::writeQuestion(int element)
{
    const SurveyElement &from = at(element);
    m_xml.writeStartElement(from.type.control);
    m_xml.writeAttribute(QStringLiteral("ref"), from.path);
    attribute("mediatype", from.type.mediaType);
    attribute("appearance", from.row.value(QLatin1String("appearance")));
    attribute("autoplay", from.row.value(QLatin1String("autoplay")));
    attribute("rows", from.parameters.value(QStringLiteral("rows"), from.row.value(QLatin1String("rows"))));
    if (from.type.control == QLatin1String("range")) {
        attribute("start", from.parameters.value(QStringLiteral("start"), QStringLiteral("0")));
        attribute("end", from.parameters.value(QStringLiteral("end"), QStringLiteral("10")));
        attribute("step", from.parameters.value(QStringLiteral("step"), QStringLiteral("1")));
    }
    attributes(from.row.bodyAttributes, element);
    m_texts.writeLabel(m_xml, element);
    m_texts.writeHint(m_xml, element);
    if (!from.list.isEmpty() || !from.repeatList.isEmpty())
        writeItemset(element);
    writeTriggered(element);
    m_xml.writeEndElement();
    newLine();
}

void Writer::writeItemset(int element)
{
    const SurveyElement &from = at(element);
    const QString filter =
        m_references.resolved(from.row.value(QLatin1String("choice_filter")), element,
                              place(element, "choice_filter"), XlsformReferences::Where::ListFilter);
    QString nodes = QStringLiteral("instance('%1')/root/item").arg(from.list);
    QString value = from.parameters.value(QStringLiteral("value"), QStringLiteral("name"));
    QString label = from.parameters.value(QStringLiteral("label"), QStringLiteral("label"));
    if (!from.repeatList.isEmpty()) {
        const QString target =
            m_references
                .resolved(QStringLiteral("${%1}").arg(from.repeatList), element, place(element, "type"))
                .trimmed();
        nodes = target.section(QLatin1Char('/'), 0, -2) + QStringLiteral("[./%1 != '']").arg(from.repeatList);
        value = label = from.repeatList;
    } else if (!from.isFromFile) {
        for (const ChoiceList &list : m_survey.lists) {
            if (list.name == from.list && m_texts.usesItext(list))
                label = QStringLiteral("jr:itext(itextId)");
        }
    }
    if (!filter.isEmpty())
        nodes += QLatin1Char('[') + filter + QLatin1Char(']');
    if (from.parameters.value(QStringLiteral("randomize")) == QLatin1String("true")) {
        const QString seed = m_references.resolved(from.parameters.value(QStringLiteral("seed")), element,
                                                   place(element, "parameters"));
        nodes = seed.isEmpty() ? QStringLiteral("randomize(%1)").arg(nodes)
                               : QStringLiteral("randomize(%1,%2)").arg(nodes, seed);
    }
    m_xml.writeStartElement(QStringLiteral("itemset"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), nodes);
    m_xml.writeEmptyElement(QStringLiteral("value"));
    m_xml.writeAttribute(QStringLiteral("ref"), value);
    m_xml.writeEmptyElement(QStringLiteral("label"));
    m_xml.writeAttribute(QStringLiteral("ref"), label);
    m_xml.writeEndElement();
}

}  // namespace

QByteArray writeXForm(const XlsformSheets &sheets, const Survey &survey, Problems &problems)
{
    return Writer(sheets, survey, problems).write();
}

}  // namespace amparo::form
