#include "bench/benchmarks.h"
#include "traveller/mrz.h"

#include <QDate>

namespace amparo::bench {

Figures measureMrz(const Plan &plan)
{
    // The specimen passport of ICAO Doc 9303-4, appendix A.
    const QString zone = QStringLiteral("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\n"
                                        "L898902C36UTO7408122F1204159ZE184226B<<<<<10");
    const QDate today(2026, 3, 2);
    if (const auto mrz = traveller::parseMrz(zone, today); !mrz)
        return tl::make_unexpected(mrz.error());

    Figure figure{QStringLiteral("parse an MRZ (TD3)"), {{QStringLiteral("characters"), zone.size()}}, {}};
    constexpr int together = 100;  // one alone is too short for the clock
    for (int i = 0; i < plan.samples; ++i) {
        figure.samples.push_back(timed([&] {
                                     for (int j = 0; j < together; ++j)
                                         (void)traveller::parseMrz(zone, today);
                                 }) /
                                 together);
    }
    return QList<Figure>{figure};
}

}  // namespace amparo::bench
