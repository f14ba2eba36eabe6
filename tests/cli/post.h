#pragma once

#include "cli/amparoctl.h"

namespace amparo::test {

/// A post of its own whose administrator is "ana"; its shift lead is "marta", or the demo's "luis". Keys take
/// their half second: a test makes one post, and the lead where there is work for one.
class Post {
public:
    enum class Kind { Real, Demo };

    explicit Post(Kind kind = Kind::Real);

    Run run(const char *command, const QStringList &further = {}, const QByteArray &input = {}) const;

    /// The same as the shift lead.
    Run lead(const char *command, const QStringList &further = {}, const QByteArray &input = {}) const;

    QStringList signIn(const QString &officer, const QString &passphraseFile) const;

    const Files &files() const { return m_files; }

private:
    Files m_files;
    QString m_administrator;
    mutable QString m_lead;
    QString m_passphrase;
};

/// The ICAO specimen passport at the primary line, sent to the second: what `screen` reads.
QByteArray specimenScreening();

/// The same answers, about somebody who is no specimen.
QByteArray typedScreening();

/// A member of what a command answers with --json.
QJsonValue member(const Run &run, const char *name);

}  // namespace amparo::test
