#pragma once

#include "bench/bench_post.h"
#include "support/fixed_clock.h"

#include <QDate>
#include <QStringList>

#include <vector>

namespace amparo::bench {

/// The store of a post that has worked for years: day after day a shift with 1,000 final screenings of the
/// built-in primary form.
///
/// Closed again, so that it can be opened as an officer does.
struct Archive {
    QString folder;
    std::vector<ScreeningId> screenings;
    QStringList surnames;  ///< that its travellers bear
    double secondsToMake = 0;
    QDate lastDay;  ///< has `perDay` screenings, or all of them where there are fewer

    static constexpr int perDay = 1000;
};

/// Makes one with the store's own repositories, but lets the disk take its time meanwhile: durable writes
/// would take an hour.
[[nodiscard]] Result<Archive> makeArchive(const QString &folder, int records);

}  // namespace amparo::bench
