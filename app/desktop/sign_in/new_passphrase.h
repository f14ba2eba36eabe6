#pragma once

#include "crypto/passphrase.h"

#include <QString>

#include <optional>

class QFormLayout;
class QLabel;
class QLineEdit;

namespace amparo::desktop {

class Finding;

/// Why a passphrase cannot be chosen, and what to do.
QString passphraseFlawText(crypto::PassphraseFlaw flaw);

/// Where a passphrase is chosen: what makes a good one, and two fields that must agree. The fields belong to
/// the form's widget.
class NewPassphrase {
public:
    explicit NewPassphrase(QFormLayout *form);

    /// What was typed, gone from the fields; nullopt: it will not do, and `message` has been told why.
    std::optional<crypto::Passphrase> take(const QString &loginName, Finding *message);

    QLineEdit *first() const { return m_first; }
    QLineEdit *again() const { return m_again; }

    void clear();        ///< nothing typed is left
    void retranslate();  ///< after the language was changed

private:
    QFormLayout *m_form;
    QLabel *m_hint;
    QLineEdit *m_first;
    QLineEdit *m_again;
};

}  // namespace amparo::desktop
