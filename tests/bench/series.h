#pragma once

#include "bench/benchmarks.h"

#include <optional>
#include <utility>

namespace amparo::bench {

/// Where the same deed is done with one thing after the other; stops at the first error.
template <class Deed> Result<std::vector<double>> measure(int samples, Deed deed)
{
    std::vector<double> times;
    for (int i = 0; i < samples; ++i) {
        Result<> outcome;
        times.push_back(timed([&] { outcome = deed(i); }));
        if (!outcome)
            return tl::make_unexpected(outcome.error());
    }
    return times;
}

/// What was found is not looked at.
template <class T> Result<> onlyWhether(const Result<T> &result)
{
    return result.map([](const T &) {});
}

/// One after the other, each a figure about the same input.
class Series {
public:
    explicit Series(const QJsonObject &input) : m_input(input) {}

    template <class Deed> void add(const QString &name, int samples, Deed deed)
    {
        if (!m_error)
            take(name, measure(samples, deed));
    }

    void take(const QString &name, const Result<std::vector<double>> &times)
    {
        if (times)
            m_figures.append({name, m_input, *times});
        else
            m_error = times.error();
    }

    Figures figures() const
    {
        if (m_error)
            return tl::make_unexpected(*m_error);
        return m_figures;
    }

private:
    QJsonObject m_input;
    QList<Figure> m_figures;
    std::optional<Error> m_error;
};

}  // namespace amparo::bench
