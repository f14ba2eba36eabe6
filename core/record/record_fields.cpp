#include "record/record_fields.h"

namespace amparo::record {

namespace {

const QString exploitation = QStringLiteral("exploitation");  // asked in the interview, only read by Amparo

}  // namespace

RecordFields::RecordFields(const form::FormDefinition &definition)
{
    const QString attribute = QStringLiteral("record");
    for (const QString &path : definition.fieldsWith(form::amparoNamespace, attribute))
        m_paths.insert(*definition.bindAttribute(path, form::amparoNamespace, attribute), path);
    for (const QString &path : definition.fields()) {
        const QString name = path.section(QLatin1Char('/'), -1);
        if (name.startsWith(QLatin1String("risk_")) && !m_paths.contains(name.mid(5)))
            m_paths.insert(name.mid(5), path);
    }
}

bool RecordFields::isSupplied(const QString &path) const
{
    const QString part = m_paths.key(path);
    return !part.isEmpty() && part != exploitation;
}

Result<> RecordFields::write(form::Session &session, const QString &part, const QString &value) const
{
    const QString path = m_paths.value(part);
    if (path.isEmpty() || session.value(path) == value)
        return {};
    return session.setField(path, value);
}

QString RecordFields::read(const form::Session &session, const QString &part) const
{
    const QString path = m_paths.value(part);
    return path.isEmpty() ? QString() : session.value(path).value_or(QString());
}

}  // namespace amparo::record
