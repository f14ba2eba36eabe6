#include "app/key_change.h"

#include <utility>

namespace amparo::app {

namespace {

constexpr int keyPagesAStep = 256;  // 1 MiB

}  // namespace

KeyChange::KeyChange(store::StoreQueue &queue)
    : m_queue(queue), m_copy(std::make_shared<std::optional<store::StoreCopy>>())
{}

// The copy borrows the store's database and goes where that is used.
KeyChange::~KeyChange()
{
    m_queue.run(
        this,
        [copy = m_copy](store::Store &) {
            copy->reset();
            return true;
        },
        [](bool) {});
}

void KeyChange::start()
{
    if (std::exchange(m_isRunning, true))
        return;
    m_isCancelled = false;
    Q_EMIT runningChanged(true);
    m_queue.run(
        this,
        [copy = m_copy](store::Store &store) {
            return store.beginKeyRotation().map(
                [&](store::StoreCopy begun) { copy->emplace(std::move(begun)); });
        },
        [this](const Result<> &begun) { begun ? step() : end(begun); });
}

void KeyChange::cancel() { m_isCancelled = m_isRunning; }

void KeyChange::step()
{
    struct Step {
        Result<bool> isCopied;
        double done = 0;
    };
    m_queue.run(
        this,
        [copy = m_copy, isCancelled = m_isCancelled](store::Store &) {
            Step step{isCancelled ? failure(ErrorCode::Cancelled, QStringLiteral("stopped by a person"))
                                  : (*copy)->step(keyPagesAStep)};
            step.done = (*copy)->done();
            if (!step.isCopied)
                copy->reset();
            return step;
        },
        [this](const Step &step) {
            if (!step.isCopied)
                return end(tl::make_unexpected(step.isCopied.error()));
            Q_EMIT copied(step.done);
            *step.isCopied && !m_isCancelled ? finish() : this->step();
        });
}

void KeyChange::finish()
{
    Q_EMIT lastStepBegan();
    m_queue.run(
        this,
        [copy = m_copy](store::Store &store) {
            const auto finished = store.finishKeyRotation(std::move(**copy));
            copy->reset();
            return finished;
        },
        [this](const Result<> &finished) { end(finished); });
}

void KeyChange::end(const Result<> &outcome)
{
    m_isRunning = false;
    Q_EMIT runningChanged(false);
    if (outcome)
        Q_EMIT finished();
    else
        Q_EMIT failed(outcome.error());
}

}  // namespace amparo::app
