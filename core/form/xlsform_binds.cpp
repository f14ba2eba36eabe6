#include "form/xlsform_output.h"

namespace amparo::form {

namespace {

class BindWriter : public XlsformPart {
public:
    using XlsformPart::XlsformPart;

    void write();

private:
    void writeBind(int element);
    void writeMeta();
    void writeEntity();
    void writeActions();
    void bind(const QString &path, const XlsformAttributes &all);
};

void BindWriter::write()
{
    for (int element = 0; element < static_cast<int>(m_survey.elements.size()); ++element)
        writeBind(element);
    writeMeta();
    if (m_survey.entity)
        writeEntity();
    writeDefaults(-1);
    writeActions();
}

void BindWriter::bind(const QString &path, const XlsformAttributes &all)
{
    bool isEmpty = true;
    for (const auto &attribute : all)
        isEmpty = isEmpty && attribute.second.isEmpty();
    if (isEmpty)
        return;
    m_xml.writeEmptyElement(QStringLiteral("bind"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), path);
    attributes(all);
    newLine();
}

void BindWriter::writeBind(int element)
{
    const SurveyElement &from = at(element);
    const XlsformType &type = from.type;
    const auto orElse = [](const QString &given, const QString &other) {
        return given.isEmpty() ? other : given;
    };
    const bool isTriggered = from.row.has(QLatin1String("trigger"));
    const auto message = [&](const char *key, const char *attribute) {
        return m_texts.message(element, QString::fromLatin1(key), QString::fromLatin1(attribute));
    };
    XlsformAttributes all{
        {QStringLiteral("type"), type.dataType},
        {QStringLiteral("required"), expression(element, "required")},
        {QStringLiteral("relevant"), expression(element, "relevant")},
        {QStringLiteral("constraint"), orElse(expression(element, "constraint"), type.constraint)},
        {QStringLiteral("readonly"),
         orElse(expression(element, "read_only"), type.isReadonly ? QStringLiteral("true()") : QString())},
        {QStringLiteral("calculate"), isTriggered ? QString() : expression(element, "calculation")},
        {QStringLiteral("jr:constraintMsg"), message("constraint_message", "jr:constraintMsg")},
        {QStringLiteral("jr:requiredMsg"), message("required_message", "jr:requiredMsg")},
        {QStringLiteral("jr:noAppErrorString"), message("no_app_error_string", "jr:noAppErrorString")},
        {QStringLiteral("jr:preload"), type.preload},
        {QStringLiteral("jr:preloadParams"), type.preloadParams},
        {QStringLiteral("entities:saveto"), from.row.value(QLatin1String("save_to"))},
    };
    resolveInto(all, from.row.bindAttributes, element);
    bind(from.path, all);
}

void BindWriter::writeMeta()
{
    const QString meta = metaPath(-1);
    const QString text = QStringLiteral("string");
    if (m_survey.audit) {
        XlsformAttributes all{{QStringLiteral("type"), m_survey.audit->type.dataType}};
        all += m_survey.audit->row.bindAttributes;
        bind(meta + QLatin1String("/audit"), all);
    }
    const QString preload = setting("instance_id").isEmpty() ? QStringLiteral("uid") : setting("instance_id");
    if (!isYes(setting("omit_instanceid")))
        bind(meta + QLatin1String("/instanceID"), {{QStringLiteral("type"), text},
                                                   {QStringLiteral("readonly"), QStringLiteral("true()")},
                                                   {QStringLiteral("jr:preload"), preload}});
    if (setting("instance_name").isEmpty())
        return;
    const Place where = m_sheets.settings->place(m_survey.settings.number, QStringLiteral("instance_name"));
    bind(meta + QLatin1String("/instanceName"),
         {{QStringLiteral("type"), text},
          {QStringLiteral("calculate"), m_references.resolved(setting("instance_name"), {}, where)}});
}

void BindWriter::writeEntity()
{
    const XlsformEntity &entity = *m_survey.entity;
    const QString path = metaPath(entity.repeat) + QLatin1String("/entity");
    // What an entity computes stands three steps below its repeat: meta/entity/label.
    XlsformReferences::From from;
    from.element = entity.repeat;
    from.below = 3;
    const auto calculated = [&](const char *node, const char *key, const QString &expression) {
        const Place where = m_sheets.entities->place(entity.row.number, QString::fromLatin1(key));
        bind(path + QLatin1String(node),
             {{QStringLiteral("type"), QStringLiteral("string")},
              {QStringLiteral("readonly"), QStringLiteral("true()")},
              {QStringLiteral("calculate"), m_references.resolved(asExpression(expression), from, where)}});
    };
    if (!entity.createIf.isEmpty())
        calculated("/@create", "create_if", entity.createIf);
    calculated("/@id", "entity_id", entity.id);
    if (!entity.updateIf.isEmpty())
        calculated("/@update", "update_if", entity.updateIf);
    if (entity.updates()) {
        static const std::pair<const char *, const char *> versions[] = {{"/@baseVersion", "__version"},
                                                                         {"/@trunkVersion", "__trunkVersion"},
                                                                         {"/@branchId", "__branchId"}};
        for (const auto &[node, column] : versions)
            calculated(node, "entity_id",
                       QStringLiteral("instance('%1')/root/item[name=%2]/%3")
                           .arg(entity.list, entity.id, QLatin1String(column)));
    }
    if (!entity.label.isEmpty())
        calculated("/label", "label", entity.label);
    if (entity.id.isEmpty() || !entity.createIf.isEmpty())
        writeSetvalue(QStringLiteral("odk-instance-first-load"), path + QLatin1String("/@id"),
                      QStringLiteral("uuid()"));
}

void BindWriter::writeActions()
{
    for (const SurveyElement &element : m_survey.elements) {
        if (element.type.action.isEmpty())
            continue;
        m_xml.writeEmptyElement(element.type.action);
        m_xml.writeAttribute(QStringLiteral("event"), element.type.actionEvent);
        m_xml.writeAttribute(QStringLiteral("ref"), element.path);
        attributes(element.actionAttributes);
        newLine();
    }
}

}  // namespace

void writeBinds(XlsformOutput &output) { BindWriter(output).write(); }

}  // namespace amparo::form
