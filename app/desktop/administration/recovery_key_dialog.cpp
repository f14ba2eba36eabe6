#include "app/desktop/administration/recovery_key_dialog.h"

#include "app/desktop/error_text.h"

namespace amparo::desktop {

QString fingerprintText(const QByteArray &publicKey)
{
    constexpr qsizetype group = 8;
    const QString digits = QString::fromLatin1(publicKey.toHex());
    QStringList groups;
    for (qsizetype at = 0; at < digits.size(); at += group)
        groups.append(digits.mid(at, group));
    return groups.join(u' ');
}

RecoveryKeyDialog::RecoveryKeyDialog(app::Post &post, const QByteArray &publicKey, QWidget *parent)
    : DeedDialog(tr("Headquarters' recovery key"), tr("&Set the key"), parent),
      m_post(post),
      m_publicKey(publicKey)
{
    addWords(tr("Whoever has the other half of this key can open the store without any passphrase. Call "
                "headquarters and compare, group by group:"));
    addWords(fingerprintText(publicKey))->setAccessibleName(tr("Fingerprint"));
    addWords(tr("Set it only if all of it is the same."));
}

void RecoveryKeyDialog::act()
{
    begin(tr("Setting the key…"));
    m_post.store().run(
        this, [key = m_publicKey](store::Store &store) { return store.setRecoveryKey(key); },
        [this](const Result<> &set) {
            set ? finish(tr("Headquarters can open this store if its passphrases are lost."))
                : fail(errorText(Act::ChangeKey, set.error()));
        });
}

}  // namespace amparo::desktop
