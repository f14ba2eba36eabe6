// Drafts that the store could not take, while the session is locked.

#include "store/store.h"

#include "crypto/subkey.h"

namespace amparo::store {

/// When the store is opened, since it is wanted when the disk does not answer.
void Store::readDraftKey()
{
    if (const auto ownKey = m_officers.ownKey(m_officer.id))
        m_draftKey = crypto::subkey(*ownKey, crypto::Purpose::Drafts);
}

Result<> Store::checkDraftKey() const
{
    return m_draftKey.isEmpty()
               ? Result<>(failure(ErrorCode::Unavailable, QStringLiteral("the officer's key was not read")))
               : Result<>();
}

QByteArray Store::draftContext() const
{
    return "amparo draft" + m_storeId.value().toRfc4122() + m_officer.id.value().toRfc4122();
}

Result<SealedDraft> Store::sealDraft(const UnsavedDraft &draft) const
{
    return checkDraftKey().map([&] { return store::sealDraft(draft, m_draftKey, draftContext()); });
}

Result<UnsavedDraft> Store::openDraft(const SealedDraft &draft) const
{
    return checkDraftKey().and_then([&] { return store::openDraft(draft, m_draftKey, draftContext()); });
}

}  // namespace amparo::store
