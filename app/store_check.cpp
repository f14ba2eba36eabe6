#include "app/store_check.h"

#include <utility>

namespace amparo::app {

namespace {

constexpr qint64 checkedPagesAStep = 1000;  // 4 MB: some milliseconds

}  // namespace

StoreCheck::StoreCheck(store::StoreQueue &queue)
    : m_queue(queue), m_isCancelled(std::make_shared<std::atomic_bool>(false))
{}

StoreCheck::~StoreCheck() { *m_isCancelled = true; }

void StoreCheck::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    *m_isCancelled = false;
    checkPages(1);
}

void StoreCheck::cancel() { *m_isCancelled = m_isRunning; }

void StoreCheck::checkPages(qint64 first)
{
    struct Step {
        std::optional<qint64> next;
        double done = 1;
    };
    m_queue.run(
        this,
        [first, isCancelled = m_isCancelled](store::Store &store) -> Result<Step> {
            if (*isCancelled)
                return failure(ErrorCode::Cancelled, QStringLiteral("stopped by a person"));
            const auto pages = store.pageCount();
            const auto next = store.checkPages(first, checkedPagesAStep);
            if (!pages || !next)
                return tl::make_unexpected(pages ? next.error() : pages.error());
            return Step{*next, *next ? double(**next - 1) / double(*pages) : 1};
        },
        [this](const Result<Step> &step) {
            if (!step)
                return end(tl::make_unexpected(step.error()));
            Q_EMIT pagesChecked(step->done);
            step->next ? checkPages(*step->next) : checkStructure();
        });
}

void StoreCheck::checkStructure()
{
    Q_EMIT structureBegan();
    m_queue.run(
        this,
        [isCancelled = m_isCancelled](store::Store &store) {
            return store.checkIntegrity(store::Database::Check::Full,
                                        [isCancelled] { return !*isCancelled; });
        },
        [this](const Result<> &checked) { end(checked); });
}

void StoreCheck::end(const Result<> &outcome)
{
    m_isRunning = false;
    if (outcome)
        Q_EMIT finished();
    else
        Q_EMIT failed(outcome.error());
}

}  // namespace amparo::app
