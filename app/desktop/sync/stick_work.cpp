#include "app/desktop/sync/stick_work.h"

#include "app/desktop/error_text.h"
#include "base/background.h"

#include <algorithm>
#include <utility>

namespace amparo::desktop {

namespace {

QString refusalText(const QString &why)
{
    if (why == QLatin1String("need-key"))
        return StickWork::tr(
            "The server does not know the post of this stick: nothing of it was taken. Tell IT support.");
    if (why == QLatin1String("closed"))
        return StickWork::tr("The server refuses the post of this stick. Tell IT support.");
    if (why == QLatin1String("not-written"))
        return StickWork::tr("The receipts cannot be written on the stick. It is full or locked.");
    return StickWork::tr("Part of the stick is damaged. The post has to make it again.");
}

QString writingErrorText(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return StickWork::tr("Nothing waits: there is nothing to put on a stick.");
    case ErrorCode::InvalidInput:
        return StickWork::tr(
            "It is not set to whom records are sealed, so none leave on a stick. Tell IT support.");
    case ErrorCode::DiskFull:
        return StickWork::tr("The stick is full. Use another, or make room on it.");
    case ErrorCode::ReadOnly:
        return StickWork::tr("Nothing can be written there. Choose another stick or folder.");
    default:
        return errorText(Act::ExportRecords, error);
    }
}

QString channelText(exchange::Channel channel)
{
    switch (channel) {
    case exchange::Channel::Forms:
        return StickWork::tr("New questionnaires of headquarters are here. They begin at the next sign-in.");
    case exchange::Channel::Lists:
        return StickWork::tr(
            "A newer directory of help lines and institutions is here. It begins at the next sign-in.");
    case exchange::Channel::Notices:
        return StickWork::tr("New notices of headquarters stand on the page Today.");
    case exchange::Channel::Policy:
        return StickWork::tr("The rules that headquarters sets for this post have changed.");
    }
    Q_UNREACHABLE();
}

QString refusedPackageText(const Error &why)
{
    if (why.code == ErrorCode::Denied)
        return StickWork::tr(
            "Something on the stick is not signed by headquarters: it was not taken. Tell IT support.");
    if (why.code == ErrorCode::TooNew)
        return StickWork::tr("Something on the stick needs a newer version of the program. Tell IT support.");
    if (why.code == ErrorCode::Unavailable)
        return StickWork::tr(
            "Something on the stick has expired: it was not taken. Ask headquarters for a newer one.");
    return StickWork::tr(
        "Something of headquarters on the stick cannot be used: it was not taken. Tell IT support.");
}

QList<std::pair<Tone, QString>> intakeSentences(const app::PackageIntake &intake)
{
    QList<std::pair<Tone, QString>> sentences;
    const auto say = [&](Tone tone, const QString &sentence) {
        if (!sentences.contains(std::pair(tone, sentence)))
            sentences.append({tone, sentence});
    };
    for (const exchange::Package &package : intake.taken)
        say(Tone::Good, channelText(package.channel));
    for (const app::RefusedPackage &package : intake.refused)
        say(package.why.code == ErrorCode::Denied ? Tone::Danger : Tone::Warning,
            refusedPackageText(package.why));
    if (sentences.isEmpty() && intake.keyLists == 0)
        say(Tone::Neutral, StickWork::tr("What headquarters sent on the stick is here already."));
    return sentences;
}

}  // namespace

StickWork::StickWork(app::Post &post) : m_post(post) {}

StickWork::~StickWork()
{
    if (m_isWanted)
        *m_isWanted = false;
}

void StickWork::begin(const QString &folder,
                      void (StickWork::*next)(const QString &, const app::StickSettings &))
{
    Q_ASSERT(!m_isBusy);
    m_isBusy = true;
    m_tone = Tone::Good;
    m_sentences.clear();
    m_post.store().run(
        this, [](store::Store &store) { return app::stickSettings(store); },
        [this, folder, next](const Result<app::StickSettings> &settings) {
            if (settings)
                return (this->*next)(folder, *settings);
            add(Tone::Danger, errorText(Act::ReadPolicies, settings.error()));
            end();
        });
}

void StickWork::toStick(const QString &folder) { begin(folder, &StickWork::write); }

void StickWork::fromStick(const QString &folder) { begin(folder, &StickWork::read); }

void StickWork::write(const QString &folder, const app::StickSettings &settings)
{
    m_export =
        std::make_unique<bundle::BundleExport>(m_post.store(), folder, settings.sealKey, m_post.clock());
    connect(m_export.get(), &bundle::BundleExport::progressed, this, [this](int records) {
        Q_EMIT said(Tone::Neutral,
                    tr("%n record(s) are on the stick so far. Leave it where it is.", nullptr, records));
    });
    m_export->start([this](const Result<bundle::ExportedBundle> &exported) {
        if (exported)
            add(Tone::Good,
                tr("%n record(s) are on the stick, sealed. They wait here until their receipts come back.",
                   nullptr, exported->records));
        else
            add(Tone::Warning, writingErrorText(exported.error()));
        if (exported && exported->unfit > 0)
            add(Tone::Warning,
                tr("%n record(s) are too large for a stick and wait here.", nullptr, exported->unfit));
        if (exported && exported->isFull)
            add(Tone::Warning, tr("The stick is full. Take another for the rest: that goes first onto it."));
        m_export.release()->deleteLater();
        end();
    });
}

void StickWork::read(const QString &folder, const app::StickSettings &settings)
{
    m_post.store().run(
        this, [](store::Store &store) { return store.id().value().toRfc4122(); },
        [this, folder, settings](const QByteArray &storeId) {
            runInPool(
                this,
                [folder, storeId] {
                    return std::pair(app::readStickFor(folder, storeId), bundle::readPackages(folder));
                },
                [this, settings](const auto &found) {
                    const auto &[content, packages] = found;
                    if (content && packages)
                        return takePackages(
                            *packages, [this, settings, content = *content] { takeIn(content, settings); });
                    add(Tone::Warning, tr("The stick cannot be read."));
                    end();
                });
        });
}

void StickWork::takePackages(const bundle::FoundPackages &packages, std::function<void()> next)
{
    if (packages.damaged > 0)
        add(Tone::Warning, tr("Part of what headquarters sent on the stick is damaged. Ask for it again."));
    if (packages.signedBytes.isEmpty())
        return next();
    m_post.takePackages(this, packages.signedBytes, [this, next](const Result<app::PackageIntake> &intake) {
        if (!intake) {
            add(Tone::Danger, errorText(Act::ReadPolicies, intake.error()));
            return end();
        }
        for (const auto &[tone, sentence] : intakeSentences(*intake))
            add(tone, sentence);
        next();
    });
}

void StickWork::takeIn(const app::StickContent &content, const app::StickSettings &settings)
{
    if (content.damaged > 0)
        add(Tone::Warning, refusalText({}));
    if (content.receipts.isEmpty()) {
        if (content.own > 0)
            add(Tone::Neutral, tr("No receipts have come back yet for what this post has given away."));
        return carryOn(content, settings);
    }
    if (settings.receipts.serverKey.isEmpty()) {
        add(Tone::Warning,
            tr("Receipts came, and the server's key to check them is not set. Tell IT support."));
        return carryOn(content, settings);
    }
    m_post.change(
        this,
        [receipts = content.receipts, origin = settings.receipts, now = m_post.clock().utcNow()](
            store::Store &store) { return bundle::takeReceipts(store, receipts, origin, now); },
        [this, content, settings](const Result<bundle::TakenReceipts> &taken) {
            if (!taken) {
                add(Tone::Danger, errorText(Act::ReadRecords, taken.error()));
                return end();
            }
            if (const int count = taken->records.acknowledged; count > 0)
                add(Tone::Good,
                    tr("The server has %n further record(s): the receipts are here now.", nullptr, count));
            else
                add(Tone::Neutral, tr("The stick brings no receipts that are not here already."));
            if (const int count = taken->records.quarantined; count > 0)
                add(Tone::Warning, tr("The server refused %n record(s): see Held back.", nullptr, count));
            if (taken->records.busy > 0)
                add(Tone::Neutral,
                    tr("Some are being sent at this moment: read the stick once more in a minute."));
            if (taken->forged > 0)
                add(Tone::Danger, tr("Some receipts prove nothing and changed nothing. Tell IT support."));
            carryOn(content, settings);
        });
}

void StickWork::carryOn(const app::StickContent &content, const app::StickSettings &settings)
{
    if (content.others.isEmpty()) {
        if (m_sentences.isEmpty())
            add(Tone::Neutral, tr("Nothing of Amparo's is on the stick."));
        return end();
    }
    if (!settings.carrier) {
        add(Tone::Warning,
            tr("This station has no server that takes sticks of other posts. Tell IT support."));
        return end();
    }
    Q_EMIT said(Tone::Neutral,
                tr("The records of another post go to the server. Leave the stick where it is."));
    m_isWanted = std::make_shared<std::atomic_bool>(true);
    runInPool(
        this,
        [bundles = content.others, carrier = *settings.carrier, isWanted = m_isWanted,
         &clock = m_post.clock()] {
            return bundle::carry(bundles, carrier, clock, [isWanted](int) { return isWanted->load(); });
        },
        [this](const bundle::Carried &carried) { note(carried); });
}

void StickWork::note(const bundle::Carried &carried)
{
    if (carried.records > 0)
        add(Tone::Good,
            tr("%n record(s) of another post are at the server now. Give the stick back: the receipts "
               "are on it.",
               nullptr, carried.records));
    else if (carried.known > 0)
        add(Tone::Good,
            tr("The server has all of this stick already. Give it back: the receipts are on it."));
    for (const bundle::RefusedBundle &refused : carried.refused) {
        if (const QString text = refusalText(refused.why); !m_sentences.contains(text))
            add(Tone::Warning, text);
    }
    if (carried.trouble)
        add(Tone::Warning,
            tr("The link or the server gave out. Read the stick in once more later: it goes on where "
               "it was."));
    m_post.store().run(
        this, [carried](store::Store &store) { return app::noteCarried(store, carried); },
        [this](const Result<> &noted) {
            if (!noted)
                add(Tone::Danger, errorText(Act::ReadRecords, noted.error()));
            end();
        });
}

void StickWork::add(Tone tone, const QString &sentence)
{
    m_tone = m_sentences.isEmpty() ? tone : std::max(m_tone, tone);
    m_sentences.append(sentence);
}

void StickWork::end()
{
    m_isBusy = false;
    Q_EMIT said(m_tone, m_sentences.join(QLatin1Char(' ')));
    Q_EMIT ended();
}

}  // namespace amparo::desktop
