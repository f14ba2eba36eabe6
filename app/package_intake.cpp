#include "app/package_intake.h"

#include "app/managed_settings.h"
#include "record/interview_form.h"
#include "reference/notice.h"
#include "resources/builtin_reference.h"

#include <functional>
#include <map>

// How a channel's files are laid out: core/exchange/README.md.

namespace amparo::app {

using exchange::Channel;
using exchange::Package;
using exchange::PackageFile;

namespace {

const QString noticesFile = QStringLiteral("notices.json");
const QString policyFile = QStringLiteral("policy.json");

tl::unexpected<Error> unusable(const QString &why) { return failure(ErrorCode::InvalidInput, why); }

/// Each folder is a form: `NAME/form.xml` or `NAME/form.xlsx`, and `NAME/media/FILE`.
Result<QMap<QString, form::FormPackage>> formsByFolder(const Package &package)
{
    QMap<QString, form::FormPackage> forms;
    for (const PackageFile &file : package.files) {
        const QStringList steps = file.name.split(u'/');
        form::FormPackage &form = forms[steps.first()];
        if (steps.size() == 2 &&
            (steps[1] == QLatin1String("form.xml") || steps[1] == QLatin1String("form.xlsx")))
            form.definition = file.content;
        else if (steps.size() == 3 && steps[1] == QLatin1String("media"))
            form.media.insert(steps[2], file.content);
        else
            return unusable(
                QStringLiteral("%1: forms have form.xml or form.xlsx and media/ in a folder of their own")
                    .arg(file.name));
    }
    return forms;
}

/// Read as an interview would read them: a post must not be left with a form that it cannot use.
Result<QList<store::StoredForm>> formsIn(const Package &package)
{
    const auto folders = formsByFolder(package);
    if (!folders)
        return tl::make_unexpected(folders.error());
    QList<store::StoredForm> forms;
    for (auto folder = folders->cbegin(); folder != folders->cend(); ++folder) {
        const auto form = record::readInterviewForm(*folder);
        if (!form)
            return unusable(QStringLiteral("%1: %2").arg(folder.key(), form.error().detail));
        if (!record::saysPurpose(*(*form)->definition))
            return unusable(QStringLiteral("%1: the form does not say what it is for").arg(folder.key()));
        forms.append({(*form)->definition->formId(), (*form)->definition->version(), folder->definition,
                      folder->media});
    }
    return forms;
}

QMap<QString, QByteArray> laidOver(QMap<QString, QByteArray> files, const Package &package)
{
    for (const PackageFile &file : package.files)
        files.insert(file.name, file.content);
    return files;
}

Result<> checkLists(const Package &package)
{
    const auto builtin = resources::builtinReferenceFiles();
    for (const PackageFile &file : package.files) {
        if (!file.name.startsWith(QLatin1String("directory/")) &&
            !file.name.startsWith(QLatin1String("cards/")))
            return unusable(QStringLiteral("%1: lists are directory/… and cards/…").arg(file.name));
    }
    const auto problems = reference::readReference(laidOver(builtin, package)).problems;
    return problems.isEmpty() ? Result<>() : unusable(problems.first().toText());
}

/// The one file that a package of notices or policies is.
Result<QByteArray> onlyFile(const Package &package, const QString &name)
{
    if (package.files.size() != 1 || package.files.first().name != name)
        return unusable(QStringLiteral("such a package has one file, %1").arg(name));
    return package.files.first().content;
}

QString nameOf(const Package &package)
{
    return QStringLiteral("%1 %2").arg(exchange::channelName(package.channel)).arg(package.version);
}

/// The forms in it that the post gets, after all of it was found to be usable; none but on their channel.
Result<QList<store::StoredForm>> usableForms(const Package &package)
{
    const auto none = [](const auto &...) { return QList<store::StoredForm>(); };
    switch (package.channel) {
    case Channel::Forms:
        return formsIn(package);
    case Channel::Lists:
        return checkLists(package).map(none);
    case Channel::Notices:
        return onlyFile(package, noticesFile).and_then(reference::readNotices).map(none);
    case Channel::Policy:
        return onlyFile(package, policyFile).and_then(checkPolicies).map(none);
    }
    Q_UNREACHABLE();
}

/// Whether the error says something of the bytes, and nothing of the store.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::InvalidInput || error.code == ErrorCode::Denied ||
           error.code == ErrorCode::TooNew || error.code == ErrorCode::Unavailable ||
           error.code == ErrorCode::Conflict;
}

class Intake {
public:
    explicit Intake(store::Store &store) : m_store(store) {}

    // What is not newer is known, also where its signer counts no more by now.
    Result<> takeKeys(const QByteArray &bytes, quint64 version)
    {
        const auto floor = m_store.packages().floor();
        if (!floor)
            return tl::make_unexpected(floor.error());
        if (!floor->keys.keys.isEmpty() && version <= floor->keys.version) {
            ++m_intake.known;
            return {};
        }
        const auto keys = m_store.packages().takeKeys(bytes);
        if (!keys)
            return judge(keys.error(), QStringLiteral("keys %1").arg(version));
        ++m_intake.keyLists;
        return {};
    }

    Result<> takePackage(const QByteArray &bytes, const Package &package)
    {
        const auto floor = m_store.packages().floor();
        if (!floor)
            return tl::make_unexpected(floor.error());
        if (package.version <= floor->versions.value(package.channel)) {
            ++m_intake.known;
            return {};
        }
        const auto taken =
            m_store.packages()
                .examine(bytes)
                .and_then(usableForms)
                .and_then([&](const QList<store::StoredForm> &forms) { return receive(forms); })
                .and_then([&] { return m_store.packages().take(bytes); });
        if (!taken)
            return judge(taken.error(), nameOf(package));
        m_intake.taken.append(*taken);
        if (taken->channel == Channel::Policy)
            applyManaged(m_store);  // what is wrong in the station's own is not said of the package
        return {};
    }

    void refuse(const QString &name, const Error &error) { m_intake.refused.append({name, error}); }

    const PackageIntake &intake() const { return m_intake; }

private:
    Result<> receive(const QList<store::StoredForm> &forms)
    {
        for (const store::StoredForm &form : forms) {
            if (const auto received = m_store.forms().receive(form); !received)
                return failure(ErrorCode::InvalidInput, received.error().detail);
        }
        return {};
    }

    Result<> judge(const Error &error, const QString &name)
    {
        if (!isRefusal(error))
            return tl::make_unexpected(error);
        refuse(name, error);
        return {};
    }

    store::Store &m_store;
    PackageIntake m_intake;
};

}  // namespace

Result<> checkContent(const Package &package)
{
    return usableForms(package).map([](const auto &) {});
}

Result<PackageIntake> takeIn(store::Store &store, const QList<QByteArray> &signedBytes)
{
    Intake intake(store);
    std::multimap<quint64, QByteArray> keys;  // each list is signed with a key of the one before
    std::multimap<quint64, std::pair<Package, QByteArray>, std::greater<>> packages;
    for (const QByteArray &bytes : signedBytes) {
        if (const auto version = exchange::readKeysVersion(bytes))
            keys.emplace(*version, bytes);
        else if (const auto package = exchange::readPackage(bytes))
            packages.emplace(package->version, std::pair(*package, bytes));
        else
            intake.refuse({}, package.error());
    }
    for (const auto &[version, bytes] : keys) {
        if (const auto taken = intake.takeKeys(bytes, version); !taken)
            return tl::make_unexpected(taken.error());
    }
    for (const auto &[version, package] : packages) {
        if (const auto taken = intake.takePackage(package.second, package.first); !taken)
            return tl::make_unexpected(taken.error());
    }
    return intake.intake();
}

}  // namespace amparo::app
