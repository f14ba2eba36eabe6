// Areas and distances on a sphere with the Earth's equatorial radius, without altitude, in metres to the
// centimetre, as ODK's clients compute them.

#include "xpath/functions.h"

#include <cmath>
#include <numbers>

namespace amparo::xpath {

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double earthRadius = 6'378'100;  // metres

struct Point {
    double latitude;  ///< radians
    double longitude;
};

double radians(double degrees) { return degrees * std::numbers::pi / 180; }
double toCentimetres(double metres) { return std::abs(std::round(metres * 100) / 100); }

std::optional<Point> parsePoint(const QString &text)
{
    const auto numbers = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (numbers.size() < 2 || numbers.size() > 4)
        return std::nullopt;
    const double latitude = parseNumber(numbers[0]);
    const double longitude = parseNumber(numbers[1]);
    if (!(std::abs(latitude) <= 90 && std::abs(longitude) <= 180))
        return std::nullopt;
    return Point{radians(latitude), radians(longitude)};
}

/// The points of geopoints, geotraces or geoshapes; nullopt where one is not a point, or there are none.
std::optional<std::vector<Point>> parsePoints(const QStringList &texts)
{
    std::vector<Point> points;
    for (const auto &text : texts) {
        for (const auto &one : text.split(u';')) {
            if (one.trimmed().isEmpty() && text.contains(u';'))
                continue;  // a trailing semicolon
            const auto point = parsePoint(one);
            if (!point)
                return std::nullopt;
            points.push_back(*point);
        }
    }
    return points.empty() ? std::nullopt : std::optional(points);
}

// Chamberlain and Duquette, "Some Algorithms for Polygons on a Sphere" (JPL 07-03).
Value area(Arguments &in)
{
    const auto points = parsePoints(in.strings(0));
    if (!points || points->size() < 2)
        return notANumber;
    double total = 0;
    for (std::size_t i = 0; i < points->size(); ++i) {
        const auto &from = (*points)[i];
        const auto &to = (*points)[(i + 1) % points->size()];
        total += (to.longitude - from.longitude) * (2 + std::sin(from.latitude) + std::sin(to.latitude));
    }
    return toCentimetres(total * earthRadius * earthRadius / 2);
}

// The spherical law of cosines; rounding may leave its sum a trace above 1.
double arc(const Point &a, const Point &b)
{
    const double cosine = std::sin(a.latitude) * std::sin(b.latitude) +
                          std::cos(a.latitude) * std::cos(b.latitude) * std::cos(a.longitude - b.longitude);
    return std::acos(std::clamp(cosine, -1.0, 1.0));
}

Value distance(Arguments &in)
{
    const auto points = parsePoints(in.strings(0));
    if (!points || points->size() < 2)
        return notANumber;
    double total = 0;
    for (std::size_t i = 1; i < points->size(); ++i)
        total += arc((*points)[i - 1], (*points)[i]);
    return toCentimetres(total * earthRadius);
}

// Even-odd rule: how often a line from the point to the east crosses the border.
Value geofence(Arguments &in)
{
    const auto point = parsePoint(in.string(0));
    const auto border = parsePoints({in.string(1)});
    if (!point || !border || border->size() < 3)
        return false;
    bool isInside = false;
    for (std::size_t i = 0; i < border->size(); ++i) {
        const auto &a = (*border)[i];
        const auto &b = (*border)[(i + 1) % border->size()];
        if ((a.latitude > point->latitude) == (b.latitude > point->latitude))
            continue;
        const double crossing = a.longitude + (point->latitude - a.latitude) / (b.latitude - a.latitude) *
                                                  (b.longitude - a.longitude);
        if (point->longitude < crossing)
            isInside = !isInside;
    }
    return isInside;
}

const Function list[] = {
    {QLatin1String("area"), 1, 1, area},
    {QLatin1String("distance"), 1, Function::anyNumber, distance},
    {QLatin1String("geofence"), 2, 2, geofence},
};

}  // namespace

std::span<const Function> geoFunctions() { return list; }

}  // namespace amparo::xpath
