#include "store/quick_unlock.h"

#include "base/names.h"
#include "store/lock_time.h"
#include "store/sign_in_throttle.h"
#include "store/store_opening.h"

namespace amparo::store {

namespace {

constexpr std::chrono::milliseconds pinCost{200};

constexpr Names<PinEnd, 8> pinEndNames{{
    {PinEnd::ShiftClosed, QLatin1StringView("shift-closed")},
    {PinEnd::Expired, QLatin1StringView("expired")},
    {PinEnd::WrongPins, QLatin1StringView("wrong-pins")},
    {PinEnd::AccountChanged, QLatin1StringView("account-changed")},
    {PinEnd::KeyChanged, QLatin1StringView("key-changed")},
    {PinEnd::SignedOut, QLatin1StringView("signed-out")},
    {PinEnd::Replaced, QLatin1StringView("replaced")},
    {PinEnd::NotAllowed, QLatin1StringView("not-allowed")},
}};

/// A clock that was set back does not prolong it, nor does one that stood still.
bool isOver(const FullSignIn &signIn, const Clock &clock)
{
    return clock.monotonic() - signIn.monotonic >= QuickUnlock::longest ||
           signIn.at.msecsTo(clock.utcNow()) >= std::chrono::milliseconds(QuickUnlock::longest).count();
}

QString at(const Clock &clock)
{
    return QStringLiteral("at=") + clock.utcNow().toUTC().toString(Qt::ISODate);
}

}  // namespace

QString pinEndName(PinEnd end) { return nameOf(pinEndNames, end); }

QuickUnlock::QuickUnlock(const record::Officer &officer, const FullSignIn &signIn, ShiftId shift,
                         const KeyFile &keys, crypto::PinWrappedKey key)
    : m_officer(officer),
      m_signIn(signIn),
      m_shift(shift),
      m_keyNumber(keys.keyNumber),
      m_slot(*keys.find(officer.loginName)),
      m_key(std::move(key))
{}

QByteArray QuickUnlock::context(const KeyFile &keys, const KeySlot &slot, ShiftId shift)
{
    return "amparo pin" + slotContext(keys.store, slot.officer, slot.loginName) + shift.value().toRfc4122();
}

void QuickUnlock::wipe(PinEnd why, const Clock &clock)
{
    if (m_end)
        return;
    m_key.wipe();
    m_end = why;
    m_events.append({AuditAction::PinWiped, m_officer.id,
                     QStringLiteral("reason=%1 %2").arg(pinEndName(why), at(clock))});
}

void QuickUnlock::review(const QString &folder, const Clock &clock)
{
    if (const auto keys = readKeyFile(folder))
        review(*keys, clock);
    else if (isOver(m_signIn, clock))
        wipe(PinEnd::Expired, clock);
}

void QuickUnlock::review(const KeyFile &keys, const Clock &clock)
{
    const KeySlot *slot = keys.find(m_officer.loginName);
    if (isOver(m_signIn, clock))
        wipe(PinEnd::Expired, clock);
    else if (keys.keyNumber != m_keyNumber)
        wipe(PinEnd::KeyChanged, clock);
    else if (slot == nullptr || *slot != m_slot)
        wipe(PinEnd::AccountChanged, clock);
}

Result<crypto::SecretBytes> QuickUnlock::open(const KeyFile &keys, const crypto::Passphrase &pin,
                                              const Clock &clock)
{
    auto key = m_key.open(pin, context(keys, m_slot, m_shift));
    if (key) {
        m_triesLeft = maximumTries;
    } else if (key.error().code == ErrorCode::Denied) {
        m_events.append({AuditAction::PinFailed, m_officer.id, at(clock)});
        if (--m_triesLeft == 0)
            wipe(PinEnd::WrongPins, clock);
    }
    return key;
}

Result<QuickUnlock> Store::setPin(const crypto::Passphrase &pin)
{
    if (crypto::pinFlaw(pin))
        return failure(ErrorCode::InvalidInput,
                       QStringLiteral("the PIN is too short, too long or too common"));
    const auto isAllowed = isPinAllowed(m_settings);
    if (!isAllowed)
        return tl::make_unexpected(isAllowed.error());
    if (!*isAllowed)
        return failure(ErrorCode::Denied, QStringLiteral("the post allows no PIN"));
    if (isOver(m_fullSignIn, m_clock))
        return failure(ErrorCode::Denied, QStringLiteral("the sign-in with the passphrase is too long ago"));
    const auto shift = m_shifts.current();
    if (!shift)
        return tl::make_unexpected(shift.error());
    if (!*shift)
        return failure(ErrorCode::Conflict, QStringLiteral("no shift is open"));
    const auto keys = readKeyFile(m_folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    const KeySlot *slot = keys->find(m_officer.loginName);
    if (slot == nullptr)
        return failure(ErrorCode::Denied, QStringLiteral("the officer has no key any more"));
    auto wrapped = crypto::PinWrappedKey::wrap(m_key, pin, crypto::calibratedKdf(pinCost),
                                               QuickUnlock::context(*keys, *slot, (*shift)->id));
    if (!wrapped)
        return tl::make_unexpected(wrapped.error());
    return m_audit.record(AuditAction::PinSet, m_officer.id.toText()).map([&] {
        return QuickUnlock(m_officer, m_fullSignIn, (*shift)->id, *keys, std::move(*wrapped));
    });
}

Result<std::unique_ptr<Store>> Store::unlock(const QString &folder, QuickUnlock &quick,
                                             const crypto::Passphrase &pin, const Clock &clock)
{
    const auto keys = readKeyFile(folder);
    if (!keys)
        return tl::make_unexpected(keys.error());
    auto lock = FolderLock::take(folder);
    if (!lock)
        return tl::make_unexpected(lock.error());
    quick.review(*keys, clock);
    if (quick.end())
        return failure(ErrorCode::Denied, QStringLiteral("the PIN is gone: ") + pinEndName(*quick.end()));
    // Counted before it is made, and with those of the passphrase: who ends the program to try again, or goes
    // on with the passphrase, waits for it, and the next sign-in tells.
    SignInThrottle throttle(folder, clock);
    if (const auto counted = throttle.countTry(quick.officer().loginName); !counted)
        return tl::make_unexpected(counted.error());
    auto key = quick.open(*keys, pin, clock);
    if (!key)
        return tl::make_unexpected(key.error());
    if (const auto forgotten = throttle.forget(quick.officer().loginName); !forgotten)
        return tl::make_unexpected(forgotten.error());
    auto store = openWith(folder, *keys, std::move(*lock), std::move(*key), quick.officer().id, clock);
    if (!store)
        return store;
    (*store)->m_fullSignIn = quick.m_signIn;
    const auto shift = (*store)->m_shifts.current();
    if (!shift)
        return tl::make_unexpected(shift.error());
    if (!*shift || (*shift)->id != quick.m_shift) {
        quick.wipe(PinEnd::ShiftClosed, clock);
        return failure(ErrorCode::Denied, QStringLiteral("the PIN is gone: its shift is closed"));
    }
    const auto isAllowed = isPinAllowed((*store)->m_settings);
    if (!isAllowed)
        return tl::make_unexpected(isAllowed.error());
    if (!*isAllowed) {
        quick.wipe(PinEnd::NotAllowed, clock);
        return failure(ErrorCode::Denied, QStringLiteral("the PIN is gone: the post allows none any more"));
    }
    const auto told = inTransaction(*(*store)->m_database, [&] {
        return (*store)->appendPinEvents(quick.m_events).and_then([&] {
            return (*store)->m_audit.append(AuditAction::Unlocked, quick.officer().id.toText());
        });
    });
    if (!told)
        return tl::make_unexpected(told.error());
    quick.takeEvents();
    return store;
}

Result<> Store::recordPinEvents(const QList<PinEvent> &events)
{
    return inTransaction(*m_database, [&] { return appendPinEvents(events); });
}

Result<> Store::appendPinEvents(const QList<PinEvent> &events)
{
    for (const PinEvent &event : events) {
        if (const auto told = m_audit.append(event.action, event.officer.toText(), event.detail); !told)
            return told;
    }
    return {};
}

}  // namespace amparo::store
