#pragma once

#include <QByteArray>
#include <QStringList>

namespace amparo::test {

/// Runs OpenSSL's program, independent of what the tests are about; gives what it writes. The test fails if
/// it fails.
QByteArray openssl(const QStringList &arguments, const QByteArray &input = {});

}  // namespace amparo::test
