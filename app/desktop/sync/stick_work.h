#pragma once

#include "app/bundle_exchange.h"
#include "app/desktop/widgets/theme.h"
#include "app/post.h"
#include "sync/bundle/bundle_export.h"
#include "sync/bundle/package_files.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace amparo::desktop {

/// A stick as people see it: what waits goes onto it, or what it brings is taken in. One at a time; the
/// store, the stick and the link are used in their own threads. What is said names nobody.
class StickWork : public QObject {
    Q_OBJECT

public:
    explicit StickWork(app::Post &post);  // borrowed
    ~StickWork() override;  ///< ends what is under way at the next batch; it goes on where it was

    void toStick(const QString &folder);
    void fromStick(const QString &folder);
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    /// How far it has come, and last what came of it.
    void said(amparo::desktop::Tone tone, const QString &sentence);
    void ended();

private:
    void write(const QString &folder, const app::StickSettings &settings);
    void read(const QString &folder, const app::StickSettings &settings);
    void takePackages(const bundle::FoundPackages &packages, std::function<void()> next);
    void takeIn(const app::StickContent &content, const app::StickSettings &settings);
    void carryOn(const app::StickContent &content, const app::StickSettings &settings);
    void note(const bundle::Carried &carried);
    void begin(const QString &folder, void (StickWork::*next)(const QString &, const app::StickSettings &));
    void add(Tone tone, const QString &sentence);
    void end();

    app::Post &m_post;
    bool m_isBusy = false;
    Tone m_tone = Tone::Neutral;
    QStringList m_sentences;
    std::unique_ptr<bundle::BundleExport> m_export;
    std::shared_ptr<std::atomic_bool> m_isWanted;  // shared with the pool, where it may outlive this
};

}  // namespace amparo::desktop
