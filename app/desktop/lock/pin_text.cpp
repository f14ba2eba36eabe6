#include "app/desktop/lock/pin_text.h"

#include <QCoreApplication>

namespace amparo::desktop {

namespace {

struct PinTexts {
    Q_DECLARE_TR_FUNCTIONS(PinText)
};

}  // namespace

QString pinFlawText(crypto::PinFlaw flaw)
{
    switch (flaw) {
    case crypto::PinFlaw::NotDigits:
        return PinTexts::tr("A PIN has digits alone. Type digits.");
    case crypto::PinFlaw::TooShort:
        return PinTexts::tr("A PIN has at least 6 digits. Type more.");
    case crypto::PinFlaw::TooLong:
        return PinTexts::tr("A PIN has at most 32 digits. Type fewer.");
    case crypto::PinFlaw::Common:
        return PinTexts::tr("Anybody would try this PIN first. Choose digits without a pattern.");
    }
    Q_UNREACHABLE();
}

QString pinEndText(store::PinEnd end)
{
    switch (end) {
    case store::PinEnd::ShiftClosed:
        return PinTexts::tr("The PIN was for a shift that is closed. Use your passphrase.");
    case store::PinEnd::Expired:
        return PinTexts::tr("The PIN was good for twelve hours. Use your passphrase.");
    case store::PinEnd::WrongPins:
        return PinTexts::tr("The PIN was wrong five times and is gone. Use your passphrase.");
    case store::PinEnd::NotAllowed:
        return PinTexts::tr("The post allows no PIN any more. Use your passphrase.");
    case store::PinEnd::AccountChanged:
    case store::PinEnd::KeyChanged:
    case store::PinEnd::SignedOut:
    case store::PinEnd::Replaced:
        return PinTexts::tr("The PIN is not valid any more. Use your passphrase.");
    }
    Q_UNREACHABLE();
}

}  // namespace amparo::desktop
