#include "store/access.h"

namespace amparo::store {

Result<> Access::check(record::Permission permission) const
{
    if (reach(permission) != record::Reach::None)
        return {};
    return failure(ErrorCode::Denied, QStringLiteral("%1 is not for the role %2")
                                          .arg(record::permissionName(permission),
                                               record::roleName(m_actor.role)));
}

Result<> Approval::check(record::Permission permission) const
{
    if (permission == m_permission)
        return {};
    return failure(ErrorCode::Denied,
                   QStringLiteral("the second person approved %1").arg(record::permissionName(m_permission)));
}

}  // namespace amparo::store
