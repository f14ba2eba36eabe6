#include "app/desktop/sync/sync_text.h"

#include <QCoreApplication>

#include <optional>

namespace amparo::desktop {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(SyncText)
};

SyncText troubleText(sync::Trouble trouble)
{
    switch (trouble) {
    case sync::Trouble::Offline:
        return {Tone::Neutral, Sign::Open, Texts::tr("No link to the server")};
    case sync::Trouble::Portal:
        return {Tone::Caution, Sign::Caution, Texts::tr("The network wants a sign-in of its own first")};
    case sync::Trouble::ProxySignIn:
        return {Tone::Warning, Sign::Shield,
                Texts::tr("The network's proxy refuses its user or password. Tell IT support")};
    case sync::Trouble::Untrusted:
        return {Tone::Danger, Sign::Shield,
                Texts::tr("The server cannot prove who it is: nothing is sent. Tell IT support")};
    case sync::Trouble::SignIn:
        return {Tone::Warning, Sign::Shield,
                Texts::tr("The server refuses this post's access. Tell IT support")};
    case sync::Trouble::PostKey:
        return {
            Tone::Danger, Sign::Shield,
            Texts::tr("The server knows this post by another key: nothing is sent. Whoever runs the server "
                      "has to reset it")};
    case sync::Trouble::WrongAddress:
        return {Tone::Warning, Sign::Caution,
                Texts::tr("The server's address takes no records. Tell IT support")};
    case sync::Trouble::Busy:
        return {Tone::Neutral, Sign::Waiting, Texts::tr("The server asks to wait")};
    case sync::Trouble::ServerFault:
        return {Tone::Caution, Sign::Caution, Texts::tr("The server has a fault; it is tried again")};
    case sync::Trouble::Interrupted:
        return {Tone::Caution, Sign::Partial, Texts::tr("The link broke; it is tried again")};
    }
    Q_UNREACHABLE();
}

QString holdText(sync::Hold hold)
{
    switch (hold) {
    case sync::Hold::Hours:
        return Texts::tr("Sending waits for the hours set for it");
    case sync::Hold::DailyBudget:
        return Texts::tr("What may be sent in a day is used up");
    case sync::Hold::MeteredLink:
        return Texts::tr("This link is paid by use: sending waits for another");
    }
    Q_UNREACHABLE();
}

/// At a lane, in whose words the server is the post's relay; nullopt: as anywhere else.
std::optional<SyncText> laneText(const sync::Status &status)
{
    if (!status.isRelay)
        return std::nullopt;
    if (status.lastTrouble == sync::Trouble::Offline)
        return SyncText{Tone::Neutral, Sign::Open,
                        Texts::tr("The post's relay does not answer; it is tried again")};
    if (!status.lastTrouble && status.link == sync::LinkState::Online)
        return SyncText{Tone::Good, Sign::Done, Texts::tr("Linked to the post's relay")};
    return std::nullopt;
}

SyncText linkText(const sync::Status &status)
{
    if (status.storeError)
        return {Tone::Danger, Sign::Caution,
                Texts::tr("The records to send cannot be read. Call IT support")};
    if (!status.isConfigured)
        return {Tone::Neutral, Sign::Information, Texts::tr("No server is set: records stay here")};
    if (status.isSending)
        return {Tone::Neutral, Sign::Waiting, Texts::tr("Sending")};
    if (status.isPaused)
        return {Tone::Caution, Sign::Waiting, Texts::tr("Sending is paused")};
    if (const auto text = laneText(status))
        return *text;
    if (status.lastTrouble)
        return troubleText(*status.lastTrouble);
    if (status.hold && status.waiting > 0)
        return {Tone::Neutral, Sign::Waiting, holdText(*status.hold)};
    if (status.link == sync::LinkState::Unknown)
        return {Tone::Neutral, Sign::Waiting, Texts::tr("Asking the server")};
    return {Tone::Good, Sign::Done, Texts::tr("Linked to the server")};
}

}  // namespace

QString outboxErrorText(const QString &error)
{
    using sync::Trouble;
    for (const Trouble trouble : {Trouble::Offline, Trouble::Portal, Trouble::ProxySignIn, Trouble::Untrusted,
                                  Trouble::SignIn, Trouble::PostKey, Trouble::WrongAddress, Trouble::Busy,
                                  Trouble::ServerFault, Trouble::Interrupted}) {
        if (sync::troubleName(trouble) == error)
            return troubleText(trouble).sentence;
    }
    if (error == QLatin1StringView("encryption-key"))
        return Texts::tr("The form asks to encrypt this record, but its key is damaged. Tell IT support");
    return error.isEmpty() ? QString()
                           : Texts::tr("The server refuses this record (%1). Tell IT support").arg(error);
}

QString proofText(app::Proof proof)
{
    switch (proof) {
    case app::Proof::Valid:
        return Texts::tr("Signed by the server, and the signature holds");
    case app::Proof::Unsigned:
        return Texts::tr("The server does not sign");
    case app::Proof::KeyUnknown:
        return Texts::tr("Signed; the server's key is not known here");
    case app::Proof::OtherKey:
        return Texts::tr("Not of this server's key. Tell IT support");
    case app::Proof::Broken:
        return Texts::tr("It proves nothing. Tell IT support");
    }
    Q_UNREACHABLE();
}

SyncText syncText(const sync::Status &status)
{
    SyncText text = linkText(status);
    const QString separator = QStringLiteral(" · ");
    if (status.waiting > 0)
        text.sentence += separator + Texts::tr("%n to send", nullptr, status.waiting);
    if (status.quarantined > 0) {
        text.sentence += separator + Texts::tr("%n held back", nullptr, status.quarantined);
        text.tone = text.tone == Tone::Danger ? Tone::Danger : Tone::Warning;
    }
    return text;
}

}  // namespace amparo::desktop
