#include "app/cli/commands/commands.h"
#include "app/cli/open_store.h"
#include "app/installation.h"
#include "app/installed_forms.h"
#include "app/managed_settings.h"
#include "store/disk_reserve.h"

#include <QFileInfo>
#include <QSysInfo>
#include <QUrl>

namespace amparo::cli {

namespace {

constexpr qint64 lowDiskInBytes = 500LL * 1000 * 1000;
const QString toExamine = QStringLiteral("sign in with --officer and --passphrase-file to examine the store");

/// Findings without personal data: codes, counts, versions.
class Findings {
public:
    void add(const QString &name, const QString &value, bool isSound = true)
    {
        keep(name, value);
        say(name, value, isSound);
    }

    /// For people alone, and the other for programs.
    void say(const QString &name, const QString &value, bool isSound)
    {
        m_lines.append(QStringLiteral("%1 %2 %3")
                           .arg(isSound ? QStringLiteral("ok  ") : QStringLiteral("LOOK"), name, value));
        m_isSound = m_isSound && isSound;
    }
    void keep(const QString &name, const QJsonValue &value) { m_json.insert(name, value); }

    /// What was not looked at: neither sound nor a finding.
    void leaveOut(const QString &name, const QString &why)
    {
        m_json.insert(name, why);
        m_lines.append(QStringLiteral("-    %1 %2").arg(name, why));
    }

    Answer answer() const
    {
        return {m_json, m_lines.join(u'\n'), m_isSound ? ExitCode::Done : ExitCode::Refused};
    }

private:
    QJsonObject m_json;
    QStringList m_lines;
    bool m_isSound = true;
};

QString pastName(store::PastTrouble::Kind kind)
{
    switch (kind) {
    case store::PastTrouble::Kind::OlderCopy:
        return QStringLiteral("an older copy was put back");
    case store::PastTrouble::Kind::OtherComputer:
        return QStringLiteral("last used on another computer");
    }
    Q_UNREACHABLE();
}

QString sourceText(const app::PolicyInForce &policy)
{
    return policy.source ? app::policySourceName(*policy.source) : QStringLiteral("built in");
}

void listPolicies(const QList<app::PolicyInForce> &policies, Findings &findings)
{
    QJsonObject json;
    for (const app::PolicyInForce &policy : policies) {
        const QString source = sourceText(policy);
        const QString words = policy.value ? policy.value->words : policy.value.error().detail;
        findings.say(QStringLiteral("policy ") + policy.key, QStringLiteral("%1 (%2)").arg(words, source),
                     policy.value.has_value());
        json.insert(policy.key,
                    QJsonObject{{QStringLiteral("value"), policy.value ? policy.value->json : QJsonValue()},
                                {QStringLiteral("source"), source}});
    }
    findings.keep(QStringLiteral("policies"), json);
}

/// `whose`: "station" or "headquarters".
void listFaults(const QString &whose, const QList<app::PolicyFault> &faults, Findings &findings)
{
    for (const app::PolicyFault &fault : faults)
        findings.add(fault.key.isEmpty() ? QStringLiteral("policies of ") + whose
                                         : QStringLiteral("policy %1 of %2").arg(fault.key, whose),
                     QStringLiteral("not in force: ") + fault.error.detail, false);
}

void examinePolicies(store::Store &store, const app::PolicyReading &station, Findings &findings)
{
    listFaults(app::policySourceName(app::PolicySource::Headquarters),
               app::headquartersPolicies(store).faults, findings);
    const auto policies = app::policiesInForce(store, station.values);
    if (policies)
        listPolicies(*policies, findings);
    else
        findings.add(QStringLiteral("policies"), codeName(policies.error().code), false);
}

void listPackages(store::Store &store, Findings &findings)
{
    const auto packages = store.packages().list();
    if (!packages)
        return;
    for (const store::TakenPackage &package : *packages) {
        const bool isOver = package.hasExpired(systemClock().utcNow());
        findings.add(
            QStringLiteral("package ") + exchange::channelName(package.channel),
            QStringLiteral("%1%2").arg(package.version).arg(isOver ? QStringLiteral(", expired") : QString()),
            !isOver);
    }
}

/// False: it does not open.
bool examineStore(const Arguments &arguments, const crypto::Passphrase &passphrase,
                  const app::PolicyReading &station, Findings &findings)
{
    const auto store = openStore(arguments, passphrase);
    if (!store) {
        findings.add(QStringLiteral("store"), codeName(store.error().code), false);
        return false;
    }
    const auto &trouble = (*store)->pastTrouble();
    findings.add(QStringLiteral("past"), trouble ? pastName(trouble->kind) : QStringLiteral("as it was left"),
                 !trouble);
    const auto integrity = (*store)->checkIntegrity(store::Database::Check::Full);
    findings.add(QStringLiteral("store"),
                 integrity ? QStringLiteral("sound") : codeName(integrity.error().code),
                 integrity.has_value());
    if ((*store)->isDamaged())
        findings.add(QStringLiteral("damage"), QStringLiteral("only read; see: amparoctl store salvage"),
                     false);
    const auto forms = app::readInstalledForms(**store);
    findings.add(QStringLiteral("forms"), forms ? QString::number(forms->size()) : forms.error().detail,
                 forms && !forms->isEmpty());
    const auto counts = (*store)->outbox().counts();
    if (counts) {
        findings.add(QStringLiteral("records waiting"), QString::number(counts->queued + counts->sending));
        findings.add(QStringLiteral("records held back"), QString::number(counts->quarantined),
                     counts->quarantined == 0);
    }
    examinePolicies(**store, station, findings);
    listPackages(**store, findings);
    return true;
}

/// No paths and no secrets: of an address its host.
void examineInstallation(Findings &findings)
{
    const app::Installation installation = app::readInstallation();
    if (!installation.postCode.isEmpty())
        findings.add(QStringLiteral("installed for post"), installation.postCode);
    if (!installation.serverUrl.isEmpty())
        findings.add(QStringLiteral("installed for server"), QUrl(installation.serverUrl).host());
    if (!installation.enrolmentFile.isEmpty()) {
        const bool isThere = QFileInfo(installation.enrolmentFile).isReadable();
        findings.add(QStringLiteral("enrolment file"),
                     isThere ? QStringLiteral("can be read") : QStringLiteral("gone"));
    }
}

Outcome run(const Arguments &arguments)
{
    Findings findings;
    findings.add(QStringLiteral("version"), QStringLiteral(AMPARO_VERSION));
    findings.add(QStringLiteral("system"), QSysInfo::prettyProductName());
    findings.add(QStringLiteral("qt"), QString::fromLatin1(qVersion()));
    const QString folder = storeFolder(arguments);
    const qint64 free = store::diskSpaceOf(folder)->bytesAvailable();
    findings.add(QStringLiteral("disk free"), QLocale::c().formattedDataSize(free), free > lowDiskInBytes);
    findings.add(QStringLiteral("time"), systemClock().utcNow().toString(Qt::ISODate));
    examineInstallation(findings);
    const app::PolicyReading station = app::stationPolicies();
    listFaults(app::policySourceName(app::PolicySource::Station), station.faults, findings);
    const auto answerWithoutStore = [&] {
        listPolicies(app::policiesInForce(station.values), findings);
        return findings.answer();
    };
    if (!store::Store::existsIn(folder)) {
        findings.add(QStringLiteral("store"), QStringLiteral("there is none in this folder"), false);
        return answerWithoutStore();
    }
    if (!signInName(arguments)) {
        // Who names a store wants it examined; else the installation was asked for alone.
        if (arguments.has(QStringLiteral("store")) || arguments.has(QStringLiteral("passphrase-file")))
            return usageError(toExamine);
        findings.leaveOut(QStringLiteral("store"), QStringLiteral("not examined; ") + toExamine);
        return answerWithoutStore();
    }
    const auto passphrase = signInPassphrase(arguments);
    if (!passphrase)
        return failed(passphrase.error());
    if (!examineStore(arguments, *passphrase, station, findings))
        return answerWithoutStore();
    return findings.answer();
}

}  // namespace

Command doctorCommand()
{
    return {QStringLiteral("doctor"),
            QStringLiteral("examine this installation and its store"),
            QStringLiteral("Says no names and no paths, so that its output can be sent to support. Ends with "
                           "1 on a finding.\nWithout --store and --officer it examines the installation "
                           "alone."),
            {},
            storeOptions(),
            run};
}

}  // namespace amparo::cli
