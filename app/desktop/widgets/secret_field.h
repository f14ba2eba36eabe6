#pragma once

#include "crypto/passphrase.h"

class QLineEdit;

namespace amparo::desktop {

/// Makes a field one for a passphrase or PIN: nobody reads it, and no dictionary learns it.
void makeSecret(QLineEdit *field);

/// What was typed, gone from the field.
crypto::Passphrase taken(QLineEdit *field);

}  // namespace amparo::desktop
