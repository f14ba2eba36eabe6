#include "form/xlsform_output.h"

#include <algorithm>

namespace amparo::form {

namespace {

class BindWriter : public XlsformPart {
public:
    using XlsformPart::XlsformPart;

    void write();

private:
    void writeBind(int element);
    void writeMetaBinds();
    void writeEntityBinds();
    void bind(const QString &path, const Attributes &all);
    QString root() const { return QLatin1Char('/') + m_survey.rootName; }
};

void BindWriter::write()
{
    for (int element = 0; element < static_cast<int>(m_survey.elements.size()); ++element)
        writeBind(element);
    writeMetaBinds();
    if (!m_survey.entities.isEmpty())
        writeEntityBinds();
    writeDefaults(-1);
}

void BindWriter::bind(const QString &path, const Attributes &all)
{
    m_xml.writeEmptyElement(QStringLiteral("bind"));
    m_xml.writeAttribute(QStringLiteral("nodeset"), path);
    for (const auto &[name, value] : all) {
        if (!value.isEmpty())
            m_xml.writeAttribute(name, value);
    }
    newLine();
}

void BindWriter::writeBind(int element)
{
    const SurveyElement &from = at(element);
    Attributes all;
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
    if (from.kind == SurveyElement::Kind::Question || saysAnything)
        bind(from.path, all);
}

void BindWriter::writeMetaBinds()
{
    const QString meta = root() + QLatin1String("/meta/");
    if (m_survey.hasAudit) {
        Attributes all{{QStringLiteral("type"), QStringLiteral("binary")}};
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

void BindWriter::writeEntityBinds()
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
    if (id.isEmpty())
        writeSetvalue(QStringLiteral("odk-instance-first-load"), path + QLatin1String("/@id"),
                      QStringLiteral("uuid()"));
}

}  // namespace

void writeBinds(XlsformOutput &output) { BindWriter(output).write(); }

}  // namespace amparo::form
