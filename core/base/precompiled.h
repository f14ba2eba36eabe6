#pragma once

// What nearly every source includes anyway; nothing here may be relied on without its own #include.
#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QHash>
#include <QList>
#include <QLoggingCategory>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QUuid>
#include <QVariant>
#include <functional>
#include <memory>
#include <optional>
#include <tl/expected.hpp>
#include <variant>
#include <vector>
