#pragma once

#include <QString>

#include <functional>

namespace amparo::test {

/// A folder that takes long to make, made once for all processes of a test program, of which each test case
/// is one, and kept beside it. `key` says what it was made of: with another one it is made anew, and the
/// former goes. Nobody changes what is in it. Errors fail the test.
QString keptFolder(const QString &name, const QString &key,
                   const std::function<void(const QString &folder)> &make);

/// For a key: when a program was built. Empty path: this one.
QString buildOf(const QString &program = {});

/// For a key, where what is made tells the time: the hour.
QString thisHour();

}  // namespace amparo::test
