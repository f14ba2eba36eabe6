#include "app/post.h"

#include "app/post_sync.h"
#include "base/background.h"
#include "sync/server_repository.h"

namespace amparo::app {

struct Post::Content {
    std::unique_ptr<store::Store> store;
    std::optional<record::Shift> shift;
    QList<InterviewFormPtr> forms;
    std::optional<sync::ServerSettings> server;
};

Result<Post::Content> Post::read(const QString &folder, const QString &loginName,
                                 const crypto::Passphrase &passphrase, const Clock &clock)
{
    auto store = store::Store::open(folder, loginName, passphrase, clock);
    if (!store)
        return tl::make_unexpected(store.error());
    Content content;
    content.store = std::move(*store);
    const auto shift = content.store->shifts().current();
    if (!shift)
        return tl::make_unexpected(shift.error());
    content.shift = *shift;
    auto forms = readInstalledForms(*content.store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    content.forms = std::move(*forms);
    const auto server = sync::ServerRepository(content.store->settings()).find();
    if (!server)
        return tl::make_unexpected(server.error());
    content.server = *server;
    return content;
}

Post::Post(Content content, const Clock &clock)
    : m_clock(clock),
      m_description(content.store->post()),
      m_officer(content.store->officer()),
      m_shift(content.shift),
      m_forms(std::move(content.forms)),
      m_store(std::make_unique<store::StoreQueue>(std::move(content.store))),
      m_sync(makePostSync(*m_store, clock))
{
    connect(m_sync.get(), &sync::SyncThread::statusChanged, this, &Post::syncStatusChanged);
    connect(m_sync.get(), &sync::SyncThread::recordAcknowledged, this, &Post::recordAcknowledged);
    connect(this, &Post::recordsChanged, m_sync.get(), &sync::SyncThread::outboxChanged);
    m_sync->configure(content.server);
}

void Post::open(QObject *receiver, const QString &folder, const QString &loginName,
                crypto::Passphrase passphrase, const Clock &clock, Opened done)
{
    auto secret = std::make_shared<crypto::Passphrase>(std::move(passphrase));  // the pool copies its jobs
    runInPool(
        receiver, [secret, folder, loginName, &clock] { return read(folder, loginName, *secret, clock); },
        [&clock, done = std::move(done)](Result<Content> content) {
            if (!content)
                done(tl::make_unexpected(content.error()));
            else
                done(std::unique_ptr<Post>(new Post(std::move(*content), clock)));
        });
}

void Post::findForm(QObject *receiver, const QString &formId, const QString &version,
                    std::function<void(Result<InterviewFormPtr>)> done)
{
    for (const InterviewFormPtr &form : m_forms) {
        if (form->definition->formId() == formId && form->definition->version() == version)
            return done(form);
    }
    m_store->run(
        receiver,
        [formId, version](store::Store &store) { return readInstalledForm(store, formId, version); },
        std::move(done));
}

record::Setting Post::setting(const QString &language) const
{
    Q_ASSERT(m_shift);
    return {&m_clock, m_description, m_officer, m_shift->id, language};
}

void Post::openShift(QObject *receiver, std::function<void(Result<record::Shift>)> done)
{
    m_store->run(
        receiver, [](store::Store &store) { return store.shifts().open(); },
        [this, done = std::move(done)](const Result<record::Shift> &shift) {
            if (shift) {
                m_shift = *shift;
                Q_EMIT shiftChanged();
            }
            done(shift);
        });
}

void Post::closeShift(QObject *receiver, std::optional<int> peopleChecked, const QString &handoverNotes,
                      std::function<void(Result<record::Shift>)> done)
{
    Q_ASSERT(m_shift);
    m_store->run(
        receiver,
        [id = m_shift->id, peopleChecked, handoverNotes](store::Store &store) {
            return store.shifts().close(id, peopleChecked, handoverNotes);
        },
        [this, done = std::move(done)](const Result<record::Shift> &shift) {
            if (shift) {
                m_shift.reset();
                Q_EMIT shiftChanged();
            }
            done(shift);
        });
}

}  // namespace amparo::app
