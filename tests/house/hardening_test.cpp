// What protects a program against errors of memory, read from the program itself with binutils' readelf. The
// programs of a release are held against it too, where this build is one.
#include "support/catch.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStringList>

namespace {

struct Hardening {
    bool isPositionIndependent = false;
    bool hasFullRelro = false;  ///< what the loader fills in is read-only before main()
    bool hasGuardedStack = false;
    bool hasPlainStack = false;  ///< nothing on it is run
    bool isFortified = false;

    bool operator==(const Hardening &) const = default;
};

QString readElf(const QString &program)
{
    QProcess readelf;
    readelf.start(QStringLiteral("readelf"),
                  {QStringLiteral("--wide"), QStringLiteral("--file-header"),
                   QStringLiteral("--program-headers"), QStringLiteral("--dynamic"),
                   QStringLiteral("--dyn-syms"), program});
    REQUIRE(readelf.waitForFinished(60'000));
    REQUIRE(readelf.exitCode() == 0);
    return QString::fromUtf8(readelf.readAllStandardOutput());
}

bool says(const QString &text, const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption)
        .match(text)
        .hasMatch();
}

Hardening hardeningOf(const QString &program)
{
    const QString text = readElf(program);
    return {.isPositionIndependent = says(text, R"(^\s*Type:\s+DYN)") && says(text, R"(FLAGS_1\).*\bPIE\b)"),
            .hasFullRelro = says(text, R"(^\s*GNU_RELRO\s)") && says(text, R"(FLAGS_1\).*\bNOW\b)"),
            .hasGuardedStack = says(text, R"(\b__stack_chk_fail\b)"),
            .hasPlainStack = says(text, R"(^\s*GNU_STACK(\s+0x[0-9a-f]+){5}\s+RW\s)"),
            .isFortified = says(text, R"(\b__\w+_chk\b)")};
}

const Hardening full{true, true, true, true, true};

}  // namespace

TEST_CASE("[SEC-L3] the flags of a release harden a program", "[house]")
{
    CHECK(hardeningOf(QStringLiteral(AMPARO_HARDENED)) == full);
    CHECK(hardeningOf(QStringLiteral(AMPARO_UNHARDENED)) == Hardening{});  // the test can tell
}

TEST_CASE("[SEC-L3] the programs that ship are hardened", "[house]")
{
    const QStringList programs = QStringLiteral(AMPARO_SHIPPED).split(u';', Qt::SkipEmptyParts);
    if (programs.isEmpty())
        WARN("this build is no release: only its flags were examined");
    for (const QString &program : programs) {
        CAPTURE(program);
        CHECK(hardeningOf(program) == full);
    }
}
