#include "app/setting_up.h"

#include "app/enrolling.h"
#include "app/installed_forms.h"
#include "store/store.h"
#include "sync/server_repository.h"

#include <QDir>
#include <QFile>

namespace amparo::app {

namespace {

constexpr std::chrono::milliseconds newKeyCost{
    500};  ///< what opening a key is meant to take on this computer

/// Server and rules. A store that has none yet asks for no second person.
Result<> prepare(store::Store &store, const NewPost &post, const std::optional<sync::ServerSettings> &server)
{
    const auto nobody = [] { return Result<std::optional<store::Approval>>(std::nullopt); };
    return installBuiltinForms(store).and_then([&]() -> Result<> {
        if (post.enrolment)
            return takeUp(store, *post.enrolment, nobody);
        return server ? sync::ServerRepository(store.settings()).set(*server) : Result<>();
    });
}

/// Takes back what Store::create() has made: it makes none where there is anything of a store.
void discardStore(const QString &folder)
{
    const QDir place(folder);
    const QStringList made = place.entryList(
        {QStringLiteral("store.amparo*"), QStringLiteral("keys.amparo*"), QStringLiteral("signin.amparo*"),
         QStringLiteral("mark.amparo*"), QStringLiteral("reserve.amparo")},
        QDir::Files);
    for (const QString &name : made)
        QFile::remove(place.filePath(name));
}

}  // namespace

Result<sync::Enrolment> readEnrolmentFile(const QString &path)
{
    constexpr qint64 most = 1024 * 1024;  // readEnrolment() refuses far less
    QFile file(path);
    if (!file.exists() || !QFileInfo(path).isFile())
        return failure(ErrorCode::NotFound, QStringLiteral("there is no such file"));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::ReadOnly, QStringLiteral("the enrolment file may not be read"));
    QByteArray text = file.read(most);
    auto enrolment = sync::readEnrolment(text);
    text.fill('\0');  // it holds the post's token
    return enrolment;
}

Result<> setUpPost(const QString &folder, const NewPost &post, const crypto::Passphrase &passphrase,
                   const Clock &clock)
{
    std::optional<sync::ServerSettings> server;
    if (!post.enrolment && !post.serverUrl.isEmpty()) {
        const auto parsed = sync::parseServerAddress(post.serverUrl);
        if (!parsed)
            return tl::make_unexpected(parsed.error());
        server = *parsed;
    }
    const record::Officer first{OfficerId::create(), post.loginName,
                                post.displayName.trimmed().isEmpty() ? post.loginName : post.displayName,
                                record::Role::Administrator};
    auto store = store::Store::create(folder, post.enrolment ? post.enrolment->post : post.post, first,
                                      passphrase, clock, crypto::calibratedKdf(newKeyCost));
    if (!store)
        return tl::make_unexpected(store.error());
    const auto prepared = prepare(**store, post, server);
    if (!prepared) {
        store->reset();
        discardStore(folder);
    }
    return prepared;
}

}  // namespace amparo::app
