#include "openrosa_server/fault.h"

#include "base/names.h"

namespace amparo::test {

namespace {

constexpr Names<Fault::Kind, 13> kindNames{{
    {Fault::Kind::None, QLatin1StringView("pass")},
    {Fault::Kind::LoseResponse, QLatin1StringView("lose-response")},
    {Fault::Kind::CutResponse, QLatin1StringView("cut-response")},
    {Fault::Kind::CloseBeforeBody, QLatin1StringView("close-before-body")},
    {Fault::Kind::CloseMidBody, QLatin1StringView("close-mid-body")},
    {Fault::Kind::Hang, QLatin1StringView("hang")},
    {Fault::Kind::Delay, QLatin1StringView("delay")},
    {Fault::Kind::Status, QLatin1StringView("status")},
    {Fault::Kind::Html, QLatin1StringView("html")},
    {Fault::Kind::Garbage, QLatin1StringView("garbage")},
    {Fault::Kind::Accept202, QLatin1StringView("accept-202")},
    {Fault::Kind::Relocate, QLatin1StringView("relocate")},
    {Fault::Kind::Redirect, QLatin1StringView("redirect")},
}};

bool takesNumber(Fault::Kind kind)
{
    return kind == Fault::Kind::Delay || kind == Fault::Kind::Status || kind == Fault::Kind::Html ||
           kind == Fault::Kind::Redirect;
}

bool takesText(Fault::Kind kind) { return kind == Fault::Kind::Relocate || kind == Fault::Kind::Redirect; }

std::optional<Fault> readFault(QStringList words)
{
    const auto kind = valueOf(kindNames, words.takeFirst());
    if (!kind)
        return std::nullopt;
    Fault fault{*kind, 0, std::nullopt, {}};
    bool isSound = true;
    if (takesNumber(*kind))
        fault.number = words.isEmpty() ? 0 : words.takeFirst().toInt(&isSound);
    if (takesText(*kind))
        fault.text = words.isEmpty() ? QString() : words.takeFirst();
    if (*kind == Fault::Kind::Status && isSound && !words.isEmpty())
        fault.retryAfter = words.takeFirst().toInt(&isSound);
    return isSound && words.isEmpty() ? std::optional(fault) : std::nullopt;
}

}  // namespace

bool FaultScript::add(const QString &line)
{
    QStringList words = line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.value(0) == QLatin1String("clear")) {
        m_lines.clear();
        return true;
    }
    const bool stays = words.value(0) == QLatin1String("always");
    if (stays)
        words.removeFirst();
    if (words.size() < 2)
        return false;
    const QByteArray method = words.takeFirst().toLatin1();
    const auto fault = readFault(words);
    if (!fault)
        return false;
    m_lines.append({method, *fault, stays});
    return true;
}

Fault FaultScript::next(const QByteArray &method)
{
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        if (m_lines[i].method == "*" || m_lines[i].method == method)
            return m_lines[i].stays ? m_lines[i].fault : m_lines.takeAt(i).fault;
    }
    return {};
}

QString faultName(Fault::Kind kind) { return nameOf(kindNames, kind); }

}  // namespace amparo::test
