#include "form/audit_log.h"

#include "form/model.h"

namespace amparo::form {

namespace {

const QString odkUri = QStringLiteral("http://www.opendatakit.org/xforms");

QString eventName(AuditLog::Event event)
{
    using Event = AuditLog::Event;
    switch (event) {
    case Event::FormStart:
        return QStringLiteral("form start");
    case Event::FormResume:
        return QStringLiteral("form resume");
    case Event::FormSave:
        return QStringLiteral("form save");
    case Event::FormExit:
        return QStringLiteral("form exit");
    case Event::FormFinalise:
        return QStringLiteral("form finalize");
    case Event::SaveError:
        return QStringLiteral("save error");
    case Event::FinaliseError:
        return QStringLiteral("finalize error");
    case Event::ConstraintError:
        return QStringLiteral("constraint error");
    case Event::Question:
        return QStringLiteral("question");
    case Event::GroupQuestions:
        return QStringLiteral("group questions");
    case Event::AddRepeat:
        return QStringLiteral("add repeat");
    case Event::DeleteRepeat:
        return QStringLiteral("delete repeat");
    case Event::Jump:
        return QStringLiteral("jump");
    case Event::EndScreen:
        return QStringLiteral("end screen");
    case Event::ChangeReason:
        return QStringLiteral("change reason");
    }
    Q_UNREACHABLE();
}

/// Quotes only where there is a comma or a line break, as the specification has it.
QString csvCell(const QString &text)
{
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('\n')) &&
        !text.contains(QLatin1Char('\r')))
        return text;
    QString quoted = text;
    return QLatin1Char('"') + quoted.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

QByteArray csvLine(const QStringList &cells)
{
    QStringList line;
    line.reserve(cells.size());
    for (const QString &cell : cells)
        line += csvCell(cell);
    return line.join(QLatin1Char(',')).toUtf8() + '\n';
}

}  // namespace

std::optional<AuditSettings> auditSettingsOf(const FormDefinition &definition)
{
    const Model &model = definition.model();
    const QString field = model.nodes[0].path + QLatin1String("/meta/audit");
    if (!definition.hasField(field))
        return std::nullopt;
    const auto attribute = [&](const char *name) {
        return definition.bindAttribute(field, odkUri, QLatin1String(name)).value_or(QString()).trimmed();
    };
    AuditSettings settings;
    settings.field = field;
    settings.tracksChanges = attribute("track-changes") == QLatin1String("true");
    settings.identifiesUser = attribute("identify-user") == QLatin1String("true");
    settings.asksForReasons = attribute("track-changes-reasons") == QLatin1String("on-form-edit");
    settings.tracksLocation = !attribute("location-priority").isEmpty() &&
                              !attribute("location-min-interval").isEmpty() &&
                              !attribute("location-max-age").isEmpty();
    return settings;
}

AuditLog::AuditLog(const AuditSettings &settings, const Clock &clock, const QString &user,
                   const LocationSource &location, const QByteArray &earlier)
    : m_settings(settings),
      m_clock(&clock),
      m_user(user),
      m_location(location),
      m_earlier(earlier),
      m_startedAt(clock.utcNow().toMSecsSinceEpoch()),
      m_startedMonotonic(clock.monotonic())
{}

qint64 AuditLog::now() const { return m_startedAt + (m_clock->monotonic() - m_startedMonotonic).count(); }

AuditLog::Row AuditLog::begun(Event event, const QString &node) const
{
    Row row;
    row.event = event;
    row.node = node;
    row.start = now();
    if (m_settings.tracksLocation && m_location) {
        // A geopoint is "latitude longitude altitude accuracy".
        if (const auto point = m_location()) {
            const QStringList parts = point->split(QLatin1Char(' '), Qt::SkipEmptyParts);
            row.location = {parts.value(0), parts.value(1), parts.value(3)};
        }
    }
    return row;
}

void AuditLog::note(Event event, const QString &node) { m_rows.push_back(begun(event, node)); }

void AuditLog::noteReason(const QString &reason)
{
    Row row = begun(Event::ChangeReason, {});
    row.reason = reason;
    m_rows.push_back(row);
}

void AuditLog::enter(Event event, const QString &node, const Answers &answers)
{
    if (m_open)
        leave(m_open->answers);
    m_open = Open{begun(event, node), answers};
}

void AuditLog::leave(const Answers &answers)
{
    if (!m_open)
        return;
    Row row = m_open->row;
    row.end = now();
    const bool isGroup = row.event == Event::GroupQuestions;
    if (!isGroup) {
        row.before = m_open->answers.value(row.node);
        row.after = answers.value(row.node);
    }
    m_rows.push_back(row);
    if (isGroup && m_settings.tracksChanges) {
        row.event = Event::Question;
        for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
            row.node = it.key();
            row.before = m_open->answers.value(it.key());
            row.after = it.value();
            if (row.before != row.after)
                m_rows.push_back(row);
        }
    }
    m_open.reset();
}

QStringList AuditLog::header() const
{
    QStringList columns = {QStringLiteral("event"), QStringLiteral("node"), QStringLiteral("start"),
                           QStringLiteral("end")};
    if (m_settings.tracksLocation)
        columns += {QStringLiteral("latitude"), QStringLiteral("longitude"), QStringLiteral("accuracy")};
    if (m_settings.tracksChanges)
        columns += {QStringLiteral("old-value"), QStringLiteral("new-value")};
    if (m_settings.identifiesUser)
        columns += QStringLiteral("user");
    if (m_settings.asksForReasons)
        columns += QStringLiteral("change-reason");
    return columns;
}

QStringList AuditLog::cells(const Row &row) const
{
    QStringList cells = {eventName(row.event), row.node, QString::number(row.start),
                         row.end ? QString::number(*row.end) : QString()};
    if (m_settings.tracksLocation)
        cells += {row.location.value(0), row.location.value(1), row.location.value(2)};
    if (m_settings.tracksChanges) {
        const bool isChange = row.before != row.after;
        cells += {isChange ? row.before : QString(), isChange ? row.after : QString()};
    }
    if (m_settings.identifiesUser)
        cells += m_user;
    if (m_settings.asksForReasons)
        cells += row.reason;
    return cells;
}

QByteArray AuditLog::toCsv() const
{
    QByteArray csv = m_earlier.isEmpty() ? csvLine(header()) : m_earlier;
    for (const Row &row : m_rows)
        csv += csvLine(cells(row));
    return csv;
}

}  // namespace amparo::form
