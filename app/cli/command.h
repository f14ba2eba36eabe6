#pragma once

#include "base/result.h"

#include <QCommandLineParser>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace amparo::cli {

/// How a command ends, and what a script can rely on.
enum class ExitCode {
    Done = 0,
    Refused = 1,  ///< it could not be done, or a check found something
    Usage = 2,    ///< the command line itself is wrong
};

/// What a command says: the same as an object for programs and as lines for people. One that writes while it
/// works says nothing at the end.
struct Answer {
    QJsonObject json;
    QString text;
    ExitCode exitCode = ExitCode::Done;  ///< Refused: a check that found something
};

struct Failure {
    Failure(Error why) : error(std::move(why)) {}
    Failure(Error why, ExitCode code) : error(std::move(why)), exitCode(code) {}

    Error error;
    ExitCode exitCode = ExitCode::Refused;
};

using Outcome = tl::expected<Answer, Failure>;

/// The command line is wrong: exit code 2.
tl::unexpected<Failure> usageError(const QString &message);
/// Hands an error up as a command's outcome.
tl::unexpected<Failure> failed(const Error &error);

/// What was given to one command, as it declared it.
class Arguments {
public:
    explicit Arguments(const QCommandLineParser &parser) : m_parser(parser) {}  // borrowed

    bool has(const QString &option) const { return m_parser.isSet(option); }
    QString value(const QString &option) const { return m_parser.value(option); }
    QStringList values(const QString &option) const { return m_parser.values(option); }

    /// nullopt: the option was not given.
    std::optional<QString> find(const QString &option) const;

    QString positional(int index) const { return m_parser.positionalArguments().value(index); }

private:
    const QCommandLineParser &m_parser;
};

struct Option {
    QString name;  ///< without dashes
    QString description;
    QString valueName = {};  ///< empty: the option takes no value
    QString letter = {};     ///< its short spelling, as in -o; empty: none
};

struct Positional {
    QString name;  ///< as the help shows it: "FILE"
    QString description;
    bool isOptional = false;
};

/// One command of amparoctl, for the table and its help.
struct Command {
    QString name;     ///< one word or two: "mrz", "form check"
    QString summary;  ///< one line
    QString details;  ///< further lines of the help, or empty
    QList<Positional> positionals;
    QList<Option> options;
    std::function<Outcome(const Arguments &)> run;
    bool needsFonts = false;  ///< paints pages: runs as a program with fonts, without a display
};

}  // namespace amparo::cli
