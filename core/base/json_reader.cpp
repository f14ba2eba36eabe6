#include "base/json_reader.h"

#include <QJsonArray>
#include <QJsonObject>

namespace amparo {

JsonReader::JsonReader(const QJsonValue &root)
    : m_value(root), m_path(QStringLiteral("$")), m_error(std::make_shared<QString>())
{}

JsonReader::JsonReader(QJsonValue value, QString path, std::shared_ptr<QString> error)
    : m_value(std::move(value)), m_path(std::move(path)), m_error(std::move(error))
{}

void JsonReader::fail(const QString &why) const
{
    if (m_error->isEmpty())
        *m_error = QStringLiteral("%1: %2").arg(m_path, why);
}

void JsonReader::allow(const QStringList &keys) const
{
    if (!m_value.isObject())
        return fail(QStringLiteral("an object is expected"));
    for (const QString &key : m_value.toObject().keys()) {
        if (!keys.contains(key))
            at(key).fail(QStringLiteral("unknown key; known are %1").arg(keys.join(QLatin1String(", "))));
    }
}

bool JsonReader::has(const QString &key) const { return m_value.toObject().contains(key); }

JsonReader JsonReader::at(const QString &key) const
{
    const JsonReader child(m_value.toObject().value(key), m_path + QLatin1Char('.') + key, m_error);
    if (!has(key))
        child.fail(QStringLiteral("missing"));
    return child;
}

QStringList JsonReader::keys() const
{
    if (!m_value.isObject())
        fail(QStringLiteral("an object is expected"));
    return m_value.toObject().keys();
}

QList<JsonReader> JsonReader::elements() const
{
    if (!m_value.isArray())
        fail(QStringLiteral("a list is expected"));
    QList<JsonReader> found;
    const QJsonArray array = m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        found.append(JsonReader(array[i], QStringLiteral("%1[%2]").arg(m_path).arg(i), m_error));
    return found;
}

QString JsonReader::text() const
{
    const QString text = m_value.toString();
    if (text.isEmpty())
        fail(QStringLiteral("a text is expected"));
    return text;
}

int JsonReader::number(int lowest, int highest) const
{
    const double number = m_value.toDouble(lowest - 1.0);
    if (number < lowest || number > highest || number != static_cast<int>(number)) {
        fail(QStringLiteral("a whole number from %1 to %2 is expected").arg(lowest).arg(highest));
        return lowest;
    }
    return static_cast<int>(number);
}

bool JsonReader::flag() const
{
    if (!m_value.isBool())
        fail(QStringLiteral("true or false is expected"));
    return m_value.toBool();
}

QStringList JsonReader::texts() const
{
    QStringList found;
    for (const JsonReader &element : elements())
        found.append(element.text());
    return found;
}

Translated JsonReader::translated() const
{
    Translated found;
    for (const QString &language : keys())
        found.byLanguage.insert(language, at(language).text());
    if (found.isEmpty())
        fail(QStringLiteral("a text in at least one language is expected"));
    return found;
}

}  // namespace amparo
