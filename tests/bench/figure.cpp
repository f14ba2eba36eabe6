#include "bench/figure.h"

#include <algorithm>
#include <cmath>

namespace amparo::bench {

namespace {

/// Four significant digits: more would tell of the machine's noise.
double rounded(double value) { return QString::number(value, 'g', 4).toDouble(); }

QJsonObject summary(const QString &name, const QString &unit, const std::vector<double> &samples)
{
    return {{QStringLiteral("name"), name},
            {QStringLiteral("unit"), unit},
            {QStringLiteral("samples"), qint64(samples.size())},
            {QStringLiteral("median"), rounded(quantile(samples, 0.5))},
            {QStringLiteral("p95"), rounded(quantile(samples, 0.95))},
            {QStringLiteral("p99"), rounded(quantile(samples, 0.99))},
            {QStringLiteral("min"), rounded(quantile(samples, 0))}};
}

}  // namespace

double quantile(std::vector<double> samples, double share)
{
    Q_ASSERT(!samples.empty());
    const auto rank = std::size_t(std::ceil(share * double(samples.size())));
    const auto place = samples.begin() + std::ptrdiff_t(rank == 0 ? 0 : rank - 1);
    std::nth_element(samples.begin(), place, samples.end());
    return *place;
}

QJsonObject toJson(const Figure &figure)
{
    QJsonObject json = summary(figure.name, figure.unit, figure.samples);
    json.insert(QStringLiteral("input"), figure.input);
    if (!figure.compared.empty()) {
        QJsonObject compared = summary(figure.comparedName, figure.unit, figure.compared);
        compared.insert(QStringLiteral("ratio"),
                        rounded(quantile(figure.samples, 0.5) / quantile(figure.compared, 0.5)));
        json.insert(QStringLiteral("compared"), compared);
    }
    return json;
}

}  // namespace amparo::bench
