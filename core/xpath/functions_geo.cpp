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

    bool operator==(const Point &) const = default;
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

/// Which way `c` lies of the line from `a` to `b`: 1 left, -1 right, 0 on it.
int side(const Point &a, const Point &b, const Point &c)
{
    const double turn = (b.longitude - a.longitude) * (c.latitude - a.latitude) -
                        (b.latitude - a.latitude) * (c.longitude - a.longitude);
    return (turn > 0) - (turn < 0);
}

/// Whether `c`, which lies on the line through `a` and `b`, is between them.
bool isBetween(const Point &a, const Point &b, const Point &c)
{
    return std::min(a.latitude, b.latitude) <= c.latitude && c.latitude <= std::max(a.latitude, b.latitude) &&
           std::min(a.longitude, b.longitude) <= c.longitude &&
           c.longitude <= std::max(a.longitude, b.longitude);
}

bool doMeet(const Point &a, const Point &b, const Point &c, const Point &d)
{
    const int abc = side(a, b, c);
    const int abd = side(a, b, d);
    const int cda = side(c, d, a);
    const int cdb = side(c, d, b);
    return (abc != abd && cda != cdb) || (abc == 0 && isBetween(a, b, c)) ||
           (abd == 0 && isBetween(a, b, d)) || (cda == 0 && isBetween(c, d, a)) ||
           (cdb == 0 && isBetween(c, d, b));
}

// Whether a line meets itself other than where one piece goes on from the one before; a shape's last piece
// goes on to its first. What is no line does not, as in ODK Collect.
Value intersects(Arguments &in)
{
    const auto points = parsePoints({in.string(0)});
    if (!points || points->size() < 3)
        return false;
    const auto &p = *points;
    const auto pieces = p.size() - 1;
    const bool isClosed = p.front() == p.back();
    for (std::size_t i = 0; i < pieces; ++i) {
        if (i + 1 < pieces && side(p[i], p[i + 1], p[i + 2]) == 0 &&
            (isBetween(p[i], p[i + 1], p[i + 2]) || isBetween(p[i + 1], p[i + 2], p[i])))
            return true;  // it turns back on itself
        for (auto j = i + 2; j < pieces && in.evaluator().step(); ++j) {
            const bool isJoint = isClosed && i == 0 && j + 1 == pieces;
            if (!isJoint && doMeet(p[i], p[i + 1], p[j], p[j + 1]))
                return true;
        }
    }
    return false;
}

const Function list[] = {
    {QLatin1String("area"), 1, 1, area},
    {QLatin1String("enclosed-area"), 1, 1, area},  // JavaRosa's old name
    {QLatin1String("distance"), 1, Function::anyNumber, distance},
    {QLatin1String("geofence"), 2, 2, geofence},
    {QLatin1String("intersects"), 1, 1, intersects},
};

}  // namespace

std::span<const Function> geoFunctions() { return list; }

}  // namespace amparo::xpath
