#include "app/desktop/lock/locked_sessions.h"

#include <algorithm>
#include <utility>

namespace amparo::desktop {

namespace {

using namespace std::chrono_literals;

}  // namespace

LockedSessions::LockedSessions(QString storeFolder, const Clock &clock, QObject *parent)
    : QObject(parent), m_folder(std::move(storeFolder)), m_clock(clock)
{
    m_timer.setInterval(20s);
    connect(&m_timer, &QTimer::timeout, this, &LockedSessions::review);
}

LockedSessions::~LockedSessions() = default;

const LockedSessions::Session *LockedSessions::find(OfficerId officer) const
{
    const auto found = std::ranges::find_if(
        m_sessions, [&](const Session &session) { return session.officer.id == officer; });
    return found == m_sessions.end() ? nullptr : &*found;
}

LockedSessions::Session *LockedSessions::find(OfficerId officer)
{
    return const_cast<Session *>(std::as_const(*this).find(officer));
}

LockedSessions::Session &LockedSessions::sessionOf(const record::Officer &officer)
{
    if (Session *known = find(officer.id))
        return *known;
    return m_sessions.emplace_back(Session{officer, {}, {}, {}});
}

void LockedSessions::keep(const record::Officer &officer, const Standing &standing)
{
    sessionOf(officer).standing = standing;
}

std::optional<Standing> LockedSessions::resume(OfficerId officer)
{
    Session *session = find(officer);
    return session != nullptr ? std::exchange(session->standing, std::nullopt) : std::nullopt;
}

void LockedSessions::forget(OfficerId officer)
{
    if (Session *session = find(officer))
        end(*session, store::PinEnd::SignedOut);
    std::erase_if(m_sessions, [&](const Session &session) { return session.officer.id == officer; });
}

void LockedSessions::hold(OfficerId officer, const store::SealedDraft &draft)
{
    Session *session = find(officer);
    if (session == nullptr)
        return;
    session->held.removeIf([&](const store::SealedDraft &earlier) { return earlier.id == draft.id; });
    session->held.append(draft);
    Q_EMIT draftsHeld();
}

QList<store::SealedDraft> LockedSessions::held(OfficerId officer) const
{
    const Session *session = find(officer);
    return session != nullptr ? session->held : QList<store::SealedDraft>();
}

void LockedSessions::release(OfficerId officer)
{
    if (Session *session = find(officer))
        session->held.clear();
}

bool LockedSessions::holdsDrafts() const
{
    return std::ranges::any_of(m_sessions, [](const Session &session) { return !session.held.isEmpty(); });
}

const record::Officer *LockedSessions::locked(QStringView loginName) const
{
    const auto found = std::ranges::find_if(m_sessions, [&](const Session &session) {
        return session.standing && session.officer.loginName == store::foldedLoginName(loginName);
    });
    return found == m_sessions.end() ? nullptr : &found->officer;
}

void LockedSessions::setPin(Pin pin)
{
    Session &session = sessionOf(pin->officer());
    end(session, store::PinEnd::Replaced);
    session.pin = std::move(pin);
    m_timer.start();
}

LockedSessions::Pin LockedSessions::takePin(OfficerId officer)
{
    review();
    Session *session = find(officer);
    return session != nullptr ? std::move(session->pin) : nullptr;
}

void LockedSessions::returnPin(Pin pin)
{
    Session &session = sessionOf(pin->officer());
    session.pin = std::move(pin);
    if (session.pin->end()) {
        drop(session);
        Q_EMIT pinEnded();
    }
}

bool LockedSessions::hasPin(OfficerId officer) const
{
    return std::ranges::any_of(m_sessions, [&](const Session &session) {
        return session.officer.id == officer && session.pin != nullptr;
    });
}

void LockedSessions::end(Session &session, store::PinEnd why)
{
    if (!session.pin)
        return;
    session.pin->wipe(why, m_clock);
    drop(session);
}

void LockedSessions::drop(Session &session)
{
    m_events += session.pin->takeEvents();
    session.pin.reset();
}

void LockedSessions::endPins(store::PinEnd why)
{
    for (Session &session : m_sessions)
        end(session, why);
    Q_EMIT pinEnded();
}

QList<store::PinEvent> LockedSessions::takeEvents()
{
    for (Session &session : m_sessions) {
        if (session.pin)
            m_events += session.pin->takeEvents();
    }
    return std::exchange(m_events, {});
}

void LockedSessions::returnEvents(const QList<store::PinEvent> &events) { m_events = events + m_events; }

void LockedSessions::review()
{
    bool ended = false;
    for (Session &session : m_sessions) {
        if (!session.pin)
            continue;
        session.pin->review(m_folder, m_clock);
        if (session.pin->end()) {
            drop(session);
            ended = true;
        }
    }
    if (ended)
        Q_EMIT pinEnded();
    if (std::ranges::none_of(m_sessions, [](const Session &session) { return session.pin != nullptr; }))
        m_timer.stop();
}

}  // namespace amparo::desktop
