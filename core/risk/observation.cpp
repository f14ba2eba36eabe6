#include "risk/observation.h"

namespace amparo::risk {

QString strengthName(Strength strength)
{
    switch (strength) {
    case Strength::Weak:
        return QStringLiteral("weak");
    case Strength::Medium:
        return QStringLiteral("medium");
    case Strength::Strong:
        return QStringLiteral("strong");
    }
    return {};
}

std::optional<Strength> strengthFromName(QStringView name)
{
    for (const auto candidate : {Strength::Weak, Strength::Medium, Strength::Strong}) {
        if (strengthName(candidate) == name)
            return candidate;
    }
    return std::nullopt;
}

QString howName(How how)
{
    switch (how) {
    case How::Asked:
        return QStringLiteral("asked");
    case How::Observed:
        return QStringLiteral("observed");
    case How::Document:
        return QStringLiteral("document");
    }
    return {};
}

std::optional<How> howFromName(QStringView name)
{
    for (const auto candidate : {How::Asked, How::Observed, How::Document}) {
        if (howName(candidate) == name)
            return candidate;
    }
    return std::nullopt;
}

std::optional<Person::Exploitation> exploitationFromName(QStringView name)
{
    if (name == QLatin1String("labour"))
        return Person::Exploitation::Labour;
    if (name == QLatin1String("sexual"))
        return Person::Exploitation::Sexual;
    if (name == QLatin1String("unknown"))
        return Person::Exploitation::Unknown;
    return std::nullopt;
}

}  // namespace amparo::risk
