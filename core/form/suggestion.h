#pragma once

#include <QStringList>

namespace amparo::form {

/// "; did you mean “age”?" where one of `known` is close to what was written, else "".
QString didYouMean(const QString &written, const QStringList &known);

}  // namespace amparo::form
