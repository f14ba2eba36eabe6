#include "sync/schedules/store_post.h"

#include "crypto/random.h"
#include "store/backup.h"
#include "support/catch.h"
#include "support/files.h"
#include "sync/store_outbox.h"
#include "sync/thin/store_station.h"

#include <QDir>

namespace amparo::test {

using store::Store;

namespace {

QByteArray submissionOf(const record::Screening &screening, bool hasFile)
{
    return "<data id=\"checklist\" version=\"1\" xmlns:orx=\"http://openrosa.org/xforms\"><orx:meta>"
           "<orx:instanceID>" +
           screening.instanceId.toUtf8() + "</orx:instanceID></orx:meta><a>\xc3\xb1 \r\n</a>" +
           (hasFile ? "<picture>face.jpg</picture>" : "") + "</data>";
}

/// What the stores of all schedules are copies of; their keys to seal with are their own.
const TestStore &pattern()
{
    static const auto store = [] {
        auto made = std::make_unique<TestStore>();
        made->close();
        return made;
    }();
    return *store;
}

/// How the store's life began, and how far its log has come.
struct Life {
    store::Beginning beginning;
    qint64 lastEntry = 0;
    bool isTold = false;  // that it was set back
};

Result<Life> lifeOf(Store &store)
{
    const auto beginning = store.beginning();
    const auto head = store.audit().head();
    if (!beginning || !head)
        return tl::make_unexpected(beginning ? head.error() : beginning.error());
    return Life{*beginning, head->sequence, store.pastTrouble().has_value()};
}

}  // namespace

StorePost::StorePost(const Clock &clock) : m_clock(clock), m_pattern(pattern())
{
    m_folder = nextFolder();
    copyFolder(m_pattern.folder(), m_folder);
    open();
    sealingKey();  // of the whole post: a backup holds it
    backUp();
}

StorePost::~StorePost() = default;

QString StorePost::nextFolder() { return m_folders.filePath(QString::number(++m_count)); }

void StorePost::open()
{
    m_queue = std::make_unique<store::StoreQueue>(
        require(Store::open(m_folder, m_pattern.lead().loginName, aPassphrase(), m_clock)));
}

QByteArray StorePost::sealingKey()
{
    return require(ask([](Store &store) { return store.batches().sealingKey(); }));
}

void StorePost::addRecord(int fileBytes)
{
    const record::Screening screening =
        decided(aDraft(m_pattern.shift(), m_pattern.lead().id, m_clock.utcNow()));
    QMap<QString, QByteArray> files;
    if (fileBytes > 0)
        files.insert(QStringLiteral("face.jpg"), crypto::randomBytes(fileBytes));
    const QByteArray frozen = require(ask([&](Store &store) {
        return store.screenings()
            .create(screening, "answers")
            .and_then([&] {
                return store.screenings().finalise(screening, submissionOf(screening, fileBytes > 0), files);
            })
            .and_then([&] { return store.screenings().submission(screening.id); });
    }));
    m_made.append({screening.id,
                   {screening.instanceId, screening.formId, frozen, sync::attachmentsOf(files),
                    screening.formVersion}});
}

RecordCounts StorePost::counts()
{
    const auto counts = require(ask([](Store &store) { return store.outbox().counts(); }));
    return {counts.queued + counts.sending, counts.acknowledged, counts.quarantined};
}

QList<MadeRecord> StorePost::records()
{
    QList<MadeRecord> records;
    for (const Made &made : std::as_const(m_made)) {
        const auto item = require(ask([&](Store &store) { return store.outbox().find(made.id); }));
        if (item)
            records.append({made.id, made.parcel, item->receipt});
    }
    return records;
}

std::unique_ptr<sync::Outbox> StorePost::makeOutbox()
{
    return std::make_unique<sync::StoreOutbox>(*m_queue);
}

std::unique_ptr<thin::Station> StorePost::makeStation(const sync::ServerSettings &settings)
{
    return std::make_unique<thin::StoreStation>(*m_queue, settings.address.toString(), settings.sealKey);
}

void StorePost::copyTo(const QString &folder)
{
    ask([&](Store &) {
        copyFolder(m_folder, folder);
        return true;
    });
}

void StorePost::kill()
{
    const QString left = nextFolder();
    copyTo(left);
    close();
    QDir(m_folder).removeRecursively();
    m_folder = left;
    open();
}

void StorePost::backUp()
{
    m_image = nextFolder();
    copyTo(m_image);
    m_backup = nextFolder();
    require(ask([&](Store &store) {
        return store.beginBackup(m_backup).and_then(
            [&](store::StoreCopy &&copy) { return store.finishBackup(std::move(copy)); });
    }));
}

void StorePost::restore()
{
    const Life before = require(ask(lifeOf));
    close();
    QDir(m_folder).removeRecursively();
    m_folder = nextFolder();
    require(store::restoreBackup(m_backup, m_folder, m_pattern.lead().loginName, aPassphrase(), m_clock));
    open();
    const Life after = require(ask(lifeOf));
    if (after.beginning.why != store::AuditAction::StoreRestored ||
        after.beginning.generation == before.beginning.generation)
        m_flaw = QStringLiteral("the restored store goes on with its former life");
}

void StorePost::setBack(int how)
{
    const Life before = require(ask(lifeOf));
    close();
    const QString folder = nextFolder();
    copyFolder(m_image, folder);
    const bool isMarkOfNow = how % 2 == 1;
    if (isMarkOfNow)
        replaceContent(QDir(folder).filePath(QStringLiteral("mark.amparo")),
                       contentOf(QDir(m_folder).filePath(QStringLiteral("mark.amparo"))));
    QDir(m_folder).removeRecursively();
    m_folder = folder;
    open();
    const Life after = require(ask(lifeOf));
    if (isMarkOfNow && after.lastEntry < before.lastEntry && !after.isTold)
        m_flaw = QStringLiteral("an older database beside the mark of now was not noticed");
}

}  // namespace amparo::test
