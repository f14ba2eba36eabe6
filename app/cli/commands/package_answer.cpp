#include "app/cli/commands/package_answer.h"

namespace amparo::cli {

void addPackages(const app::PackageIntake &intake, int damaged, Answer &answer)
{
    QJsonArray taken;
    QJsonArray refused;
    for (const exchange::Package &package : intake.taken) {
        const QString channel = exchange::channelName(package.channel);
        taken.append(QJsonObject{{QStringLiteral("channel"), channel},
                                 {QStringLiteral("number"), qint64(package.version)}});
        answer.text += QStringLiteral("%1 %2 taken up\n").arg(channel).arg(package.version);
    }
    if (intake.keyLists > 0)
        answer.text += QStringLiteral("headquarters' keys have changed\n");
    if (intake.known > 0)
        answer.text += QStringLiteral("%1 packages were here already, or newer ones\n").arg(intake.known);
    for (const app::RefusedPackage &package : intake.refused) {
        refused.append(QJsonObject{{QStringLiteral("package"), package.what},
                                   {QStringLiteral("code"), codeName(package.why.code)},
                                   {QStringLiteral("why"), package.why.detail}});
        answer.text += QStringLiteral("not taken: %1 (%2)\n").arg(package.what, package.why.detail);
    }
    if (damaged > 0)
        answer.text += QStringLiteral("%1 package files are damaged\n").arg(damaged);
    answer.json.insert(QStringLiteral("packages"), taken);
    answer.json.insert(QStringLiteral("keyLists"), intake.keyLists);
    answer.json.insert(QStringLiteral("knownPackages"), intake.known);
    answer.json.insert(QStringLiteral("refusedPackages"), refused);
    answer.json.insert(QStringLiteral("damagedPackages"), damaged);
    if (damaged > 0 || !intake.refused.isEmpty())
        answer.exitCode = ExitCode::Refused;
}

}  // namespace amparo::cli
