#include "app/post_reference.h"

#include "app/managed_settings.h"
#include "resources/builtin_reference.h"

#include <QLoggingCategory>

namespace amparo::app {

using reference::Notice;

namespace {

Q_LOGGING_CATEGORY(lcReference, "amparo.reference")

Result<bool> hearsOfUpdates(store::Store &store)
{
    if (!record::may(store.officer().role, record::Permission::SetPolicies))
        return false;
    return tellsOfUpdates(store);
}

}  // namespace

Result<QMap<QString, QByteArray>> referenceFiles(store::Store &store)
{
    return store.packages()
        .files(exchange::Channel::Lists)
        .map([](const QMap<QString, QByteArray> &delivered) {
            QMap<QString, QByteArray> files = resources::builtinReferenceFiles();
            files.insert(delivered);
            return files;
        });
}

reference::Reference postReference(store::Store &store)
{
    const auto files = referenceFiles(store);
    if (!files)
        qCWarning(lcReference) << "headquarters' lists cannot be read:" << codeName(files.error().code);
    return files ? reference::readReference(*files).reference : resources::builtinReference().reference;
}

Result<QList<Notice>> noticesFor(store::Store &store, QDate day)
{
    return store.packages()
        .files(exchange::Channel::Notices)
        .and_then([&](const auto &files) -> Result<QList<Notice>> {
            if (files.isEmpty())
                return QList<Notice>();
            const auto hears = hearsOfUpdates(store);
            if (!hears)
                return tl::make_unexpected(hears.error());
            return reference::readNotices(files.first()).map([&](const QList<Notice> &all) {
                QList<Notice> notices = reference::noticesOf(all, day, QStringLiteral(AMPARO_VERSION));
                if (!*hears)
                    notices.removeIf(
                        [](const Notice &notice) { return notice.kind == Notice::Kind::Update; });
                return notices;
            });
        });
}

}  // namespace amparo::app
