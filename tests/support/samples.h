#pragma once

#include "crypto/passphrase.h"
#include "record/screening.h"

/// What tests fill a store with. Free of the test framework, so that a test's child process can use it.
namespace amparo::test {

/// What the officers of a TestStore type.
crypto::Passphrase aPassphrase();

/// The specimen passport's holder (ICAO Doc 9303-4, appendix A).
traveller::Traveller aTraveller();

/// A primary screening of aTraveller() with the form "checklist" 1.
record::Screening aDraft(ShiftId shift, OfficerId officer, const QDateTime &startedAt);

/// The same, advised and decided a minute later: what finalise() is given.
record::Screening decided(record::Screening draft);

/// The form "sealed" 1, whose records are encrypted to this key (base64 of DER).
QByteArray sealedForm(const QByteArray &publicKey);

/// For QTemporaryDir: in memory where there is such a folder. What is tested is the store, not how fast a
/// disk syncs.
QString quickFolder();

}  // namespace amparo::test
