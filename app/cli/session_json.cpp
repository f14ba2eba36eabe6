#include "app/cli/session_json.h"

namespace amparo::cli {

QString kindName(form::Violation::Kind kind)
{
    switch (kind) {
    case form::Violation::Kind::Required:
        return QStringLiteral("required");
    case form::Violation::Kind::Constraint:
        return QStringLiteral("constraint");
    case form::Violation::Kind::Type:
        return QStringLiteral("type");
    }
    Q_UNREACHABLE();
}

static QString controlName(form::Control control)
{
    switch (control) {
    case form::Control::Input:
        return QStringLiteral("input");
    case form::Control::Select:
        return QStringLiteral("select");
    case form::Control::Select1:
        return QStringLiteral("select1");
    case form::Control::Rank:
        return QStringLiteral("rank");
    case form::Control::Upload:
        return QStringLiteral("upload");
    case form::Control::Trigger:
        return QStringLiteral("trigger");
    case form::Control::Range:
        return QStringLiteral("range");
    case form::Control::Secret:
        return QStringLiteral("secret");
    case form::Control::Group:
        return QStringLiteral("group");
    case form::Control::Repeat:
        return QStringLiteral("repeat");
    }
    Q_UNREACHABLE();
}

QJsonObject itemToJson(const form::Session &session, const form::Item &item)
{
    return {{QStringLiteral("path"), item.path},
            {QStringLiteral("control"), controlName(item.control)},
            {QStringLiteral("label"), item.label},
            {QStringLiteral("hint"), item.hint},
            {QStringLiteral("guidance"), item.guidance},
            {QStringLiteral("image"), item.image},
            {QStringLiteral("audio"), item.audio},
            {QStringLiteral("video"), item.video},
            {QStringLiteral("appearance"), item.appearance},
            {QStringLiteral("value"), session.written(item.path).value_or(item.value)},
            {QStringLiteral("required"), item.required},
            {QStringLiteral("readonly"), item.readonly},
            {QStringLiteral("relevant"), item.relevant}};
}

}  // namespace amparo::cli
