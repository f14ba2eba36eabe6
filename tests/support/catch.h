#pragma once

// The only place that includes Catch2, so that its version is one line's business.
#include <catch2/catch.hpp>

#include "base/result.h"

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QString>
#include <QStringList>

namespace Catch {

template <> struct StringMaker<QString> {
    static std::string convert(const QString &text) { return '"' + text.toStdString() + '"'; }
};
template <> struct StringMaker<QByteArray> {
    static std::string convert(const QByteArray &bytes) { return '"' + bytes.toStdString() + '"'; }
};
template <> struct StringMaker<QStringList> {
    static std::string convert(const QStringList &list)
    {
        return '[' + list.join(QLatin1String(", ")).toStdString() + ']';
    }
};
template <> struct StringMaker<QDate> {
    static std::string convert(QDate date) { return date.toString(Qt::ISODate).toStdString(); }
};
template <> struct StringMaker<QDateTime> {
    static std::string convert(const QDateTime &time)
    {
        return time.toString(Qt::ISODateWithMs).toStdString();
    }
};
template <> struct StringMaker<amparo::ErrorCode> {
    static std::string convert(amparo::ErrorCode code) { return amparo::codeName(code).toStdString(); }
};

}  // namespace Catch

namespace amparo::test {

/// The error code of a result, or nullopt where it succeeded.
template <class T> std::optional<ErrorCode> errorOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

/// The value of a result that must have succeeded; the test fails with the error's detail otherwise.
template <class T> T require(Result<T> result)
{
    if (!result)
        FAIL(codeName(result.error().code).toStdString() << ": " << result.error().detail.toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

}  // namespace amparo::test
