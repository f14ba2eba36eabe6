// Numbers: XPath 1.0 (section 4.4), the mathematics of XPath 3.0, and ODK's additions.

#include "xpath/functions.h"

#include <cmath>
#include <numbers>

namespace amparo::xpath {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

Value toNumber(Arguments &in)
{
    return in.count() == 0 ? in.evaluator().number(in.evaluator().text(in.focus().node)) : in.number(0);
}

Value toInt(Arguments &in) { return std::trunc(in.number(0)); }

/// Half goes up (XPath 1.0: the integer closer to positive infinity). Decimals are told by the shortest
/// digits of the number: 1.005 is a half at two decimals, though its double is a trace below.
double rounded(double number, double decimals)
{
    constexpr double most = 30;
    if (std::isnan(number) || std::isinf(number) || number == 0)
        return number;
    if (!(std::abs(decimals) <= most))
        return notANumber;
    const double scale = std::pow(10.0, std::abs(std::trunc(decimals)));
    const double shifted = decimals < 0 ? number / scale : number * scale;
    if (!std::isfinite(shifted) || std::abs(shifted) >= 0x1p52)
        return number;
    const double trace = decimals == 0 ? 0 : std::abs(shifted) * std::numeric_limits<double>::epsilon();
    const double whole = std::floor(shifted + 0.5 + trace);
    return std::copysign(decimals < 0 ? whole * scale : whole / scale, whole == 0 ? number : whole);
}

// JavaRosa also reads a comma as the decimal point, as people type it.
Value round(Arguments &in)
{
    const auto value = in.value(0);
    double number = in.evaluator().number(value);
    if (std::isnan(number) && !value.isNumber())
        number = in.evaluator().number(value.toString().replace(u',', u'.'));
    return rounded(number, in.count() == 2 ? in.number(1) : 0);
}

Value sum(Arguments &in)
{
    // A question that is still open counts nothing (JavaRosa); a text that is no number spoils the sum
    // (XPath 1.0).
    double total = 0;
    for (const auto &node : in.nodes(0)) {
        if (!in.evaluator().step())
            return {};
        const auto text = in.evaluator().text(node);
        if (!text.isEmpty())
            total += in.evaluator().number(text);
    }
    return total;
}

template <class Better> double extreme(Arguments &in, Better isBetter)
{
    double best = notANumber;
    const auto take = [&](double number) {
        if (std::isnan(number))
            return false;
        if (std::isnan(best) || isBetter(number, best))
            best = number;
        return true;
    };
    for (qsizetype i = 0; i < in.count(); ++i) {
        const auto value = in.value(i);
        if (!value.isNodeSet()) {
            if (!take(in.evaluator().number(value)))
                return notANumber;
            continue;
        }
        for (const auto &node : value.nodes()) {
            const auto text = in.evaluator().text(node);
            if (!text.isEmpty() && !take(in.evaluator().number(text)))
                return notANumber;
        }
    }
    return best;
}

Value max(Arguments &in)
{
    return extreme(in, [](double a, double b) { return a > b; });
}

Value min(Arguments &in)
{
    return extreme(in, [](double a, double b) { return a < b; });
}

template <double (*function)(double)> Value apply(Arguments &in) { return function(in.number(0)); }

double ceiling(double number) { return std::ceil(number); }
double floorOf(double number) { return std::floor(number); }
double absolute(double number) { return std::abs(number); }
double sine(double number) { return std::sin(number); }
double cosine(double number) { return std::cos(number); }
double tangent(double number) { return std::tan(number); }
double arcSine(double number) { return std::asin(number); }
double arcCosine(double number) { return std::acos(number); }
double arcTangent(double number) { return std::atan(number); }
double squareRoot(double number) { return std::sqrt(number); }
double exponential(double number) { return std::exp(number); }
double powerOfTen(double number) { return std::pow(10.0, number); }
double logarithm(double number) { return std::log(number); }
double decimalLogarithm(double number) { return std::log10(number); }

Value arcTangent2(Arguments &in) { return std::atan2(in.number(0), in.number(1)); }
Value power(Arguments &in) { return std::pow(in.number(0), in.number(1)); }
Value pi(Arguments &) { return std::numbers::pi; }
Value random(Arguments &in) { return in.environment().random(); }

const Function list[] = {
    {QLatin1String("number"), 0, 1, toNumber, Function::FocusWithoutArguments},
    {QLatin1String("int"), 1, 1, toInt},
    {QLatin1String("round"), 1, 2, round},
    {QLatin1String("floor"), 1, 1, apply<floorOf>},
    {QLatin1String("ceiling"), 1, 1, apply<ceiling>},
    {QLatin1String("sum"), 1, 1, sum},
    {QLatin1String("max"), 1, Function::anyNumber, max},
    {QLatin1String("min"), 1, Function::anyNumber, min},
    {QLatin1String("abs"), 1, 1, apply<absolute>},
    {QLatin1String("sin"), 1, 1, apply<sine>},
    {QLatin1String("cos"), 1, 1, apply<cosine>},
    {QLatin1String("tan"), 1, 1, apply<tangent>},
    {QLatin1String("asin"), 1, 1, apply<arcSine>},
    {QLatin1String("acos"), 1, 1, apply<arcCosine>},
    {QLatin1String("atan"), 1, 1, apply<arcTangent>},
    {QLatin1String("atan2"), 2, 2, arcTangent2},
    {QLatin1String("sqrt"), 1, 1, apply<squareRoot>},
    {QLatin1String("exp"), 1, 1, apply<exponential>},
    {QLatin1String("exp10"), 1, 1, apply<powerOfTen>},
    {QLatin1String("log"), 1, 1, apply<logarithm>},
    {QLatin1String("log10"), 1, 1, apply<decimalLogarithm>},
    {QLatin1String("pow"), 2, 2, power},
    {QLatin1String("pi"), 0, 0, pi},
    {QLatin1String("random"), 0, 0, random, Function::Volatile},
};

}  // namespace

std::span<const Function> numberFunctions() { return list; }

}  // namespace amparo::xpath
