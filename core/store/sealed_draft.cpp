#include "store/sealed_draft.h"

#include "crypto/random.h"
#include "crypto/secret_stream.h"
#include "crypto/subkey.h"
#include "record/transfer.h"

namespace amparo::store {

SealedDraft sealDraft(const UnsavedDraft &draft, const crypto::SecretBytes &key, QByteArrayView context)
{
    UnsavedDraft copy = draft;  // an archive takes its values for both directions
    WriteArchive archive;
    archive(copy.screening, copy.answers);
    const QByteArray salt = crypto::randomBytes(16);
    return {draft.screening.id, salt,
            crypto::encryptStream(std::move(archive).bytes(), crypto::saltedKey(key, salt), context)};
}

Result<UnsavedDraft> openDraft(const SealedDraft &draft, const crypto::SecretBytes &key,
                               QByteArrayView context)
{
    return crypto::decryptStream(draft.sealed, crypto::saltedKey(key, draft.salt), context)
        .map([](const QByteArray &bytes) {
            UnsavedDraft opened;
            ReadArchive archive(bytes);
            archive(opened.screening, opened.answers);
            return opened;
        });
}

}  // namespace amparo::store
