#include "sync/schedules/trail.h"

#include "support/catch.h"
#include "support/files.h"
#include "sync/bundle/bundle_export.h"
#include "sync/bundle/receipts.h"
#include "sync/schedules/patience.h"

#include <QDir>
#include <QDirIterator>

namespace amparo::test {

Trail::Trail(bundle::Carrier carrier, QByteArray sealKey, const Clock &clock)
    : m_carrier(std::move(carrier)), m_sealKey(std::move(sealKey)), m_clock(clock)
{}

// Whoever carries has the clock.
Trail::~Trail()
{
    if (m_isCarrying)
        QThreadPool::globalInstance()->waitForDone();
}

// That nothing waits, or that a post which was set back counts its bundles anew, is no trouble.
void Trail::exportFrom(StorePost &post, Done done)
{
    auto *work = new bundle::BundleExport(post.queue(), m_stick.path(), m_sealKey, m_clock,
                                          bundle::PartSize{2, 1024 * 1024});
    work->setParent(this);
    work->start([work, done = std::move(done)](const Result<bundle::ExportedBundle> &) {
        work->deleteLater();
        done();
    });
}

void Trail::carry(Done done)
{
    m_isCarrying = true;
    runInPool(
        this,
        [place = m_stick.path(), carrier = m_carrier, &clock = m_clock] {
            if (const auto stick = bundle::readStick(place))
                bundle::carry(stick->bundles, carrier, clock, {}, shortPatience);
            return true;
        },
        [this, done = std::move(done)](bool) {
            m_isCarrying = false;
            done();
        });
}

void Trail::takeReceipts(StorePost &post)
{
    const auto stick = bundle::readStick(m_stick.path());
    require(post.ask([&](store::Store &store) {
        return bundle::takeReceipts(
            store, bundle::receiptsOn(stick ? stick->bundles : QList<bundle::FoundBundle>()),
            {m_carrier.serverKey, m_carrier.server.address.toString()}, m_clock.utcNow());
    }));
}

QStringList Trail::bundles() const
{
    const QDir stick(m_stick.path());
    QStringList paths;
    for (const QString &name : stick.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        paths.append(stick.filePath(name));
    return paths;
}

QStringList Trail::files() const
{
    QStringList paths;
    QDirIterator it(m_stick.path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        paths.append(it.next());
    paths.sort();
    return paths;
}

void Trail::loseBundle(unsigned chance)
{
    if (const QStringList all = bundles(); !all.isEmpty())
        QDir(all[qsizetype(chance) % all.size()]).removeRecursively();
}

void Trail::cutFile(unsigned chance)
{
    const QStringList all = files();
    if (all.isEmpty())
        return;
    const QString &path = all[qsizetype(chance) % all.size()];
    const QByteArray bytes = contentOf(path);
    replaceContent(path, bytes.first(qsizetype(chance) % (bytes.size() + 1)));
}

void Trail::swapFiles(unsigned chance)
{
    const QStringList all = files();
    if (all.size() < 2)
        return;
    const qsizetype at = qsizetype(chance) % (all.size() - 1);
    const QByteArray bytes = contentOf(all[at]);
    replaceContent(all[at], contentOf(all[at + 1]));
    replaceContent(all[at + 1], bytes);
}

void Trail::copyAway()
{
    QDir copy(m_copy.path());
    copy.removeRecursively();
    copyFolder(m_stick.path(), m_copy.path());
}

void Trail::putBack()
{
    QDirIterator it(m_copy.path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString source = it.next();
        const QString target = m_stick.filePath(QDir(m_copy.path()).relativeFilePath(source));
        QDir().mkpath(QFileInfo(target).path());
        QFile::remove(target);
        QFile::copy(source, target);
    }
}

}  // namespace amparo::test
