#pragma once

#include "sync/transport.h"

namespace amparo::test {

inline sync::Parcel aParcel(int number, const QByteArray &answer = "yes")
{
    const QByteArray id =
        "uuid:00000000-0000-4000-8000-" + QByteArray::number(number).rightJustified(12, '0');
    return {QString::fromLatin1(id),
            QStringLiteral("second-line"),
            "<data><travels_alone>" + answer + "</travels_alone><meta><instanceID>" + id +
                "</instanceID></meta></data>",
            {},
            QStringLiteral("3")};
}

/// Those with the numbers from `from` on.
inline QList<sync::Parcel> parcels(int from, int count, const QByteArray &answer = "yes")
{
    QList<sync::Parcel> list;
    for (int i = from; i < from + count; ++i)
        list.append(aParcel(i, answer));
    return list;
}

}  // namespace amparo::test
