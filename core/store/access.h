#pragma once

#include "base/result.h"
#include "record/permission.h"

namespace amparo::store {

/// Who acts in an open store. Every repository whose rows tell of people is made with it and asks it first.
///
/// Own records are those that the officer began; those of a first interview whose traveller the officer has
/// questioned since; and those of the open shift that were sent on to a second line, which anybody there may take
/// over. A colleague's second interview is not among them.
class Access {
public:
    explicit Access(record::Officer actor) : m_actor(std::move(actor)) {}

    const record::Officer &actor() const { return m_actor; }
    record::Reach reach(record::Permission permission) const
    {
        return record::reachOf(m_actor.role, permission);
    }

    /// Denied: the table gives this role nothing of it.
    [[nodiscard]] Result<> check(record::Permission permission) const;

private:
    record::Officer m_actor;
};

/// A second person's yes to one deed of the one who acts: Store::approve() gives it, the deed uses it up.
class Approval {
public:
    Approval(Approval &&) = default;
    Approval &operator=(Approval &&) = default;
    Approval(const Approval &) = delete;

    record::Permission permission() const { return m_permission; }
    OfficerId by() const { return m_by; }

    /// Denied: it was given for something else.
    [[nodiscard]] Result<> check(record::Permission permission) const;

private:
    friend class Store;
    Approval(record::Permission permission, OfficerId by) : m_permission(permission), m_by(by) {}

    record::Permission m_permission;
    OfficerId m_by;
};

}  // namespace amparo::store
