#include "sync/bundle/carrying.h"

#include "exchange/frame.h"
#include "exchange/receipt.h"
#include "exchange/seal.h"
#include "sync/thin/thin_client.h"

#include <QEventLoop>

namespace amparo::bundle {

using exchange::BundlePart;
using sync::Trouble;
using sync::Unsent;

namespace {

const QString damaged = QStringLiteral("damaged");

/// Waits until `begin` has called what it was given.
template <class Answer, class Begin> Answer waitFor(Begin begin)
{
    std::optional<Answer> answer;
    QEventLoop loop;
    begin([&](const Answer &given) {
        answer = given;
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

class Carriage {
public:
    Carriage(const Carrier &carrier, const Clock &clock, const std::function<bool(int)> &progress,
             std::chrono::milliseconds patience)
        : m_carrier(carrier), m_progress(progress), m_client(carrier.server, clock, patience)
    {}

    Carried run(const QList<FoundBundle> &bundles)
    {
        m_result.trouble = greet();
        for (const FoundBundle &found : bundles) {
            if (m_result.trouble || m_isEnded)
                break;
            bringForms(found);
            for (const BundlePart &part : found.bundle.parts) {
                if (part.kind == BundlePart::Kind::Batch && !bringBatch(found, part))
                    break;
            }
        }
        return m_result;
    }

private:
    std::optional<Unsent> greet()
    {
        using Greeting = std::variant<thin::Hello, Unsent>;
        const auto greeting = waitFor<Greeting>(
            [this](auto done) { m_client.hello(m_carrier.storeId, m_carrier.generation, {}, done); });
        const auto *hello = std::get_if<thin::Hello>(&greeting);
        if (!hello)
            return std::get<Unsent>(greeting);
        m_serverKey = hello->key;
        const QByteArray &known = m_carrier.serverKey;
        if (!known.isEmpty() && known != hello->key)
            return Unsent{Trouble::Untrusted, Unsent::Scope::Server, 200};
        return std::nullopt;
    }

    /// A form that does not arrive is missed at headquarters, not here.
    void bringForms(const FoundBundle &found)
    {
        for (const BundlePart &part : found.bundle.parts) {
            if (part.kind != BundlePart::Kind::Form)
                continue;
            const auto xform = readPart(found.folder, part).and_then([](const QByteArray &packed) {
                return exchange::unpack(packed);
            });
            if (xform && exchange::nameOf(*xform) == part.name)
                waitFor<bool>([&](auto done) { m_client.bringForm(*xform, done); });
        }
    }

    /// False: nothing more of this bundle, or at all.
    bool bringBatch(const FoundBundle &found, const BundlePart &part)
    {
        const auto frame = readPart(found.folder, part);
        const auto sealed = frame.and_then(
            [&](const QByteArray &bytes) { return exchange::readSealed(bytes, found.bundle.postKey); });
        if (!sealed || exchange::nameOf(*frame) != part.name ||
            sealed->manifest.storeId != found.bundle.storeId)
            return refuse(found, damaged), true;
        if (const auto receipt = readReceiptFile(found.folder, part.name);
            receipt && isGenuine(*receipt, sealed->manifest, part.name)) {
            ++m_result.known;
            return true;
        }
        const auto judgement =
            waitFor<thin::Judgement>([&](auto done) { m_client.bring(*frame, found.bundle.postKey, done); });
        if (const auto *unsent = std::get_if<Unsent>(&judgement)) {
            // The gateway has just greeted this station: it is the other post that is closed.
            if (unsent->message == QLatin1String("closed"))
                return refuse(found, unsent->message), false;
            return stop(*unsent), false;
        }
        if (const auto *refusal = std::get_if<thin::Refusal>(&judgement)) {
            refuse(found, refusal->code.isEmpty() ? QString::number(refusal->status) : refusal->code);
            return refusal->code != QLatin1String("need-key");  // the others fare the same
        }
        return keep(found, part, sealed->manifest, std::get<thin::Stored>(judgement).receipt);
    }

    bool keep(const FoundBundle &found, const BundlePart &part, const exchange::Manifest &manifest,
              const QByteArray &receipt)
    {
        if (!isGenuine(receipt, manifest, part.name))
            return stop({Trouble::Untrusted, Unsent::Scope::Server, 200}), false;
        if (!writeReceiptFile(found.folder, part.name, receipt))
            return refuse(found, QStringLiteral("not-written")), false;
        ++m_result.batches;
        m_result.records += int(manifest.entries.size());
        m_isEnded = m_progress && !m_progress(m_result.records);
        return !m_isEnded;
    }

    bool isGenuine(const QByteArray &receipt, const exchange::Manifest &manifest,
                   const QByteArray &name) const
    {
        return exchange::checkedReceipts(receipt, manifest, name, m_serverKey).has_value();
    }

    void stop(const Unsent &unsent) { m_result.trouble = unsent; }

    void refuse(const FoundBundle &found, const QString &why)
    {
        if (m_result.refused.isEmpty() || m_result.refused.last() != RefusedBundle{found.folder, why})
            m_result.refused.append({found.folder, why});
    }

    const Carrier &m_carrier;
    const std::function<bool(int)> &m_progress;
    thin::ThinClient m_client;
    QByteArray m_serverKey;
    Carried m_result;
    bool m_isEnded = false;
};

}  // namespace

Carried carry(const QList<FoundBundle> &bundles, const Carrier &carrier, const Clock &clock,
              const std::function<bool(int)> &progress, std::chrono::milliseconds patience)
{
    return Carriage(carrier, clock, progress, patience).run(bundles);
}

}  // namespace amparo::bundle
