#pragma once

#include "support/catch.h"
#include "traveller/mrz.h"

#include <QDate>
#include <QList>
#include <QStringList>

namespace amparo::test {

/// Zones with sound check digits: the specimens of ICAO Doc 9303, parts 4 to 7 and 11, and some made after
/// the same rules for what those leave out.
inline const QList<QStringList> mrzVectors{
    // TD3, the specimen of part 4
    {QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
     QStringLiteral("L898902C36UTO7408122F1204159ZE184226B<<<<<10")},
    // TD1, the specimen of part 5
    {QStringLiteral("I<UTOD231458907<<<<<<<<<<<<<<<"), QStringLiteral("7408122F1204159UTO<<<<<<<<<<<6"),
     QStringLiteral("ERIKSSON<<ANNA<MARIA<<<<<<<<<<")},
    // TD2, the specimen of part 6
    {QStringLiteral("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"),
     QStringLiteral("D231458907UTO7408122F1204159<<<<<<<6")},
    // visas, the specimens of part 7
    {QStringLiteral("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"),
     QStringLiteral("L8988901C4XXX4009078F96121096ZE184226B<<<<<<")},
    {QStringLiteral("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<"),
     QStringLiteral("L8988901C4XXX4009078F9612109<<<<<<<<")},
    // document numbers of more than nine characters, part 11 appendix D
    {QStringLiteral("I<UTOD23145890<7349<<<<<<<<<<<"), QStringLiteral("3407127M9507122UTO<<<<<<<<<<<2"),
     QStringLiteral("STEVENSON<<PETER<JOHN<<<<<<<<<")},
    {QStringLiteral("I<UTOSTEVENSON<<PETER<JOHN<<<<<<<<<<"),
     QStringLiteral("D23145890<UTO3407127M95071227349<<<8")},
    // a State of one letter
    {QStringLiteral("P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<"),
     QStringLiteral("C01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4")},
    // a long number whose digit differs with and without the filler
    {QStringLiteral("I<UTOK00000012<128<<<<<<<<<<<<"), QStringLiteral("9001011F3512311UTO<<<<<<<<<<<4"),
     QStringLiteral("MAMANI<QUISPE<<ROSA<<<<<<<<<<<")},
    // two surnames
    {QStringLiteral("P<UTONUNEZ<PENA<<JOSE<MARIA<<<<<<<<<<<<<<<<<"),
     QStringLiteral("A0000001<3UTO8501019M3501014<<<<<<<<<<<<<<<6")},
    // 29 February
    {QStringLiteral("P<UTOSOUZA<E<SILVA<<MARIA<DA<CONCEICAO<<<<<<"),
     QStringLiteral("FZ000001<3UTO1202292F3002289<<<<<<<<<<<<<<<8")},
    // a refugee: one name, birth date unknown, sex unspecified
    {QStringLiteral("P<UTODOE<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<"),
     QStringLiteral("X000000023XXB0000000<2912316<<<<<<<<<<<<<<<4")},
};

inline const QDate mrzToday(2026, 3, 2);

inline traveller::Mrz readText(const QString &text) { return require(traveller::parseMrz(text, mrzToday)); }

}  // namespace amparo::test
