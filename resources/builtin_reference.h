#pragma once

#include "reference/reference.h"

namespace amparo::resources {

/// The help cards and the directory that are compiled in. Read anew at each call, some milliseconds. Thread:
/// any.
reference::ReadReference builtinReference();

/// Their files as they stand, by path ("directory/laws.csv"): what a delivered set is laid over.
QMap<QString, QByteArray> builtinReferenceFiles();

}  // namespace amparo::resources
