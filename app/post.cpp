#include "app/post.h"

#include "app/managed_settings.h"
#include "app/post_relay.h"
#include "app/post_sync.h"
#include "base/background.h"
#include "store/lock_time.h"
#include "sync/server_repository.h"

#include <QLoggingCategory>

namespace amparo::app {

namespace {

Q_LOGGING_CATEGORY(lcPost, "amparo.post")

constexpr std::chrono::minutes roomInterval{1};
constexpr qint64 pagesAtOnce = 500;  // 2 MB: some milliseconds

}  // namespace

struct Post::Policies {
    std::optional<sync::ServerSettings> server;
    sync::SyncPolicy sync;
    std::chrono::minutes lockTime{};
    bool isPinAllowed = true;
    std::optional<relay::RelaySettings> relay;
};

struct Post::Content {
    std::unique_ptr<store::Store> store;
    std::optional<record::Shift> shift;
    QList<InterviewFormPtr> forms;
    Policies policies;
    Health health;
};

Result<Post::Policies> Post::readPolicies(store::Store &store)
{
    for (const PolicyFault &fault : applyManaged(store))  // doctor tells which
        qCWarning(lcPost) << "a policy is not in force:" << codeName(fault.error.code);
    const auto server = sync::ServerRepository(store.settings()).find();
    if (!server)
        return tl::make_unexpected(server.error());
    const auto sync = sync::ServerRepository(store.settings()).rules();
    if (!sync)
        return tl::make_unexpected(sync.error());
    const auto lockTime = store::lockTime(store.settings());
    if (!lockTime)
        return tl::make_unexpected(lockTime.error());
    const auto relay = relay::RelayRepository(store.settings()).find();
    if (!relay)
        return tl::make_unexpected(relay.error());
    return store::isPinAllowed(store.settings()).map([&](bool isPinAllowed) {
        return Policies{*server, *sync, *lockTime, isPinAllowed, *relay};
    });
}

Result<Post::Content> Post::read(std::unique_ptr<store::Store> store)
{
    Content content;
    content.store = std::move(store);
    content.health = {content.store->isDamaged(), content.store->diskRoom()};
    const auto shift = content.store->shifts().current();
    if (!shift)
        return tl::make_unexpected(shift.error());
    content.shift = *shift;
    auto forms = readInstalledForms(*content.store);
    if (!forms)
        return tl::make_unexpected(forms.error());
    content.forms = std::move(*forms);
    const auto policies = readPolicies(*content.store);
    if (!policies)
        return tl::make_unexpected(policies.error());
    content.policies = *policies;
    return content;
}

Post::Post(Content content, const Clock &clock)
    : m_clock(clock),
      m_health(content.health),
      m_description(content.store->post()),
      m_officer(content.store->officer()),
      m_shift(content.shift),
      m_forms(std::move(content.forms)),
      m_lockTime(content.policies.lockTime),
      m_isPinAllowed(content.policies.isPinAllowed),
      m_store(std::make_unique<store::StoreQueue>(std::move(content.store))),
      m_upkeep(std::make_unique<Upkeep>(*m_store, clock)),
      m_keyChange(std::make_unique<KeyChange>(*m_store)),
      m_formUpdates(std::make_unique<FormUpdates>(*m_store, clock)),
      m_packageUpdates(std::make_unique<PackageUpdates>(*m_store, clock)),
      m_sync(makePostSync(*m_store, clock)),
      m_relay(makePostRelay(*m_store, clock))
{
    connect(m_sync.get(), &sync::SyncThread::statusChanged, this, &Post::syncStatusChanged);
    connect(m_sync.get(), &sync::SyncThread::recordAcknowledged, this, &Post::recordAcknowledged);
    connect(m_sync.get(), &sync::SyncThread::statusChanged, m_formUpdates.get(), &FormUpdates::heed);
    connect(m_sync.get(), &sync::SyncThread::statusChanged, m_packageUpdates.get(), &PackageUpdates::heed);
    connect(m_packageUpdates.get(), &PackageUpdates::fetched, this,
            [this](const QList<QByteArray> &signedBytes) {
                takePackages(this, signedBytes, [](const Result<PackageIntake> &intake) {
                    for (const RefusedPackage &refused : intake ? intake->refused : QList<RefusedPackage>())
                        qCWarning(lcPost)
                            << "package" << refused.what << "not taken up:" << codeName(refused.why.code);
                });
            });
    connect(m_upkeep.get(), &Upkeep::recordsErased, this, &Post::recordsChanged);
    connect(m_relay.get(), &relay::Relay::recordsArrived, this, &Post::recordsChanged);
    connect(m_relay.get(), &relay::Relay::changed, this, &Post::relayChanged);
    connect(this, &Post::recordsChanged, m_sync.get(), &sync::SyncThread::outboxChanged);
    goBy(content.policies);
    if (!m_health.isDamaged)
        indexEarlierEncounters();
    watchHealth();
}

void Post::goBy(const Policies &policies)
{
    m_lockTime = policies.lockTime;
    m_isPinAllowed = policies.isPinAllowed;
    if (m_health.isDamaged)
        return;  // a store that is only read cannot note what the server took
    m_sync->setPolicy(policies.sync);
    m_sync->configure(policies.server);
    serveLanes(policies.relay);
}

/// Anew only where something is different: lanes are connected.
void Post::serveLanes(const std::optional<relay::RelaySettings> &settings)
{
    if (std::exchange(m_relaySettings, settings) != settings)
        m_relay->configure(settings);
}

// Where they cannot be read, those before count until the next sign-in, which says so.
void Post::rereadPolicies()
{
    m_store->run(this, readPolicies, [this](const Result<Policies> &policies) {
        if (!policies)
            return;
        goBy(*policies);
        Q_EMIT policiesChanged();
    });
}

// Where it fails, the next start goes on; until then a look-up says that it is not complete.
void Post::indexEarlierEncounters()
{
    constexpr int step = 200;
    m_store->run(
        this, [](store::Store &store) { return store.encounterIndex().addEarlier(step); },
        [this](const Result<bool> &complete) {
            if (complete && !*complete)
                indexEarlierEncounters();
        });
}

// After what was queued: drafts first. An officer leaves also where the log cannot be written.
Post::~Post()
{
    const auto action = m_locked ? store::AuditAction::Locked : store::AuditAction::SignedOut;
    const QString why = m_locked ? lockReasonName(*m_locked) : QString();
    m_store->run(
        this,
        [action, officer = m_officer.id, why](store::Store &store) {
            return store.audit().record(action, officer.toText(), why);
        },
        [](const Result<> &) {});
}

Result<std::unique_ptr<Post>> Post::from(Result<Content> content, const Clock &clock)
{
    return std::move(content).map(
        [&](Content &&read) { return std::unique_ptr<Post>(new Post(std::move(read), clock)); });
}

// The seals of all pages are tried once after the sign-in, some at a time: what else the store has to do
// comes in between.
void Post::watchHealth()
{
    if (!m_health.isDamaged)
        examine(1);
    connect(&m_roomTimer, &QTimer::timeout, this, &Post::lookAtHealth);
    m_roomTimer.start(roomInterval);
}

void Post::lookAtHealth()
{
    m_store->run(
        this,
        [](store::Store &store) {
            return Health{store.isDamaged(), store.diskRoom()};
        },
        [this](const Health &health) { setHealth(health); });
}

void Post::examine(qint64 firstPage)
{
    m_store->run(
        this, [firstPage](store::Store &store) { return store.checkPages(firstPage, pagesAtOnce); },
        [this](const Result<std::optional<qint64>> &next) {
            if (next && *next)
                examine(**next);
            else if (!next && next.error().code == ErrorCode::Corrupt)
                setHealth({true, m_health.room});
        });
}

void Post::setHealth(const Health &health)
{
    if (health == m_health)
        return;
    m_health = health;
    if (m_health.isDamaged) {
        m_sync->configure(std::nullopt);
        serveLanes(std::nullopt);
    }
    Q_EMIT healthChanged(m_health);
}

void Post::setSendingPaused(bool isPaused)
{
    if (isPaused)
        m_sync->pause();
    else
        m_sync->resume();
}

void Post::sendAgain(QObject *receiver, ScreeningId record, std::function<void(Result<>)> done)
{
    change(
        receiver, [record](store::Store &store) { return store.outbox().retry(record); }, std::move(done));
}

void Post::takePackages(QObject *receiver, const QList<QByteArray> &signedBytes,
                        std::function<void(Result<PackageIntake>)> done)
{
    m_store->run(
        receiver, [signedBytes](store::Store &store) { return takeIn(store, signedBytes); },
        [this, done = std::move(done)](const Result<PackageIntake> &intake) {
            if (intake && !intake->taken.isEmpty()) {
                rereadPolicies();
                Q_EMIT packagesTaken();
            }
            done(intake);
        });
}

void Post::reloadSync()
{
    using Settings = std::pair<std::optional<sync::ServerSettings>, sync::SyncPolicy>;
    m_store->run(
        this,
        [](store::Store &store) -> Result<Settings> {
            const sync::ServerRepository repository(store.settings());
            const auto server = repository.find();
            if (!server)
                return tl::make_unexpected(server.error());
            return repository.rules().map(
                [&](const sync::SyncPolicy &policy) { return Settings(*server, policy); });
        },
        [this](const Result<Settings> &settings) {
            if (!settings || m_health.isDamaged)
                return;
            m_sync->setPolicy(settings->second);
            m_sync->configure(settings->first);
        });
}

void Post::open(QObject *receiver, const QString &folder, const QString &loginName,
                crypto::Passphrase passphrase, const Clock &clock, Opened done)
{
    auto secret = std::make_shared<crypto::Passphrase>(std::move(passphrase));  // the pool copies its jobs
    runInPool(
        receiver,
        [secret, folder, loginName, &clock] {
            return store::Store::open(folder, loginName, *secret, clock).and_then(read);
        },
        [&clock, done = std::move(done)](Result<Content> content) { done(from(std::move(content), clock)); });
}

void Post::unlock(QObject *receiver, const QString &folder, std::unique_ptr<store::QuickUnlock> quick,
                  crypto::Passphrase pin, const Clock &clock, std::function<void(Unlocked)> done)
{
    struct Try {
        std::unique_ptr<store::QuickUnlock> quick;
        crypto::Passphrase pin;
    };
    auto one = std::make_shared<Try>(Try{std::move(quick), std::move(pin)});
    runInPool(
        receiver,
        [one, folder, &clock] {
            return store::Store::unlock(folder, *one->quick, one->pin, clock).and_then(read);
        },
        [one, &clock, done = std::move(done)](Result<Content> content) {
            done({from(std::move(content), clock), std::move(one->quick)});
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
