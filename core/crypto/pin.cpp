#include "crypto/pin.h"

#include "crypto/sodium.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace amparo::crypto {

namespace {

constexpr std::size_t minimumDigits = 6;
constexpr std::size_t maximumDigits = 32;

constexpr std::size_t saltBytes = crypto_pwhash_argon2id_SALTBYTES;
constexpr std::size_t nonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;

/// A keypad's rows, columns and corners, and other habits of the hand; also as a part of a longer PIN that
/// has little else.
constexpr std::array<std::string_view, 18> habits{"147258", "258147", "258369", "369258", "147369", "159753",
                                                  "753159", "159357", "357159", "789456", "456123", "123789",
                                                  "147852", "123654", "321456", "112233", "102030", "142536"};

bool isStraightRun(std::string_view digits)
{
    const auto stepsBy = [&](int step) {
        return std::ranges::adjacent_find(digits, [step](char one, char next) {
                   return (next - one - step) % 10 != 0;
               }) == digits.end();
    };
    return stepsBy(0) || stepsBy(1) || stepsBy(-1);
}

/// "121212", "123123", also broken off within.
bool isRepeated(std::string_view digits)
{
    for (std::size_t period = 2; period <= digits.size() / 2; ++period) {
        if (digits.substr(period) == digits.substr(0, digits.size() - period))
            return true;
    }
    return false;
}

/// "123321", "111222".
bool isTwoRuns(std::string_view digits)
{
    const std::size_t half = digits.size() / 2;
    return digits.size() % 2 == 0 && isStraightRun(digits.substr(0, half)) &&
           isStraightRun(digits.substr(half));
}

bool isHabit(std::string_view digits)
{
    return std::ranges::any_of(habits, [&](std::string_view habit) {
        return digits.size() < habit.size() + minimumDigits / 2 &&
               digits.find(habit) != std::string_view::npos;
    });
}

void append(SecretBytes &to, std::size_t &at, QByteArray &part)
{
    std::copy(part.cbegin(), part.cend(), to.bytes().begin() + std::ptrdiff_t(at));
    at += std::size_t(part.size());
    sodium_memzero(part.data(), std::size_t(part.size()));
}

QByteArray slice(const SecretBytes &bytes, std::size_t from, std::size_t size)
{
    const auto part = bytes.bytes().subspan(from, size);
    return {reinterpret_cast<const char *>(part.data()), qsizetype(part.size())};
}

}  // namespace

std::optional<PinFlaw> pinFlaw(const Passphrase &pin)
{
    const auto bytes = pin.utf8().bytes();
    const std::string_view digits(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    if (!std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; }))
        return PinFlaw::NotDigits;
    if (digits.size() < minimumDigits)
        return PinFlaw::TooShort;
    if (digits.size() > maximumDigits)
        return PinFlaw::TooLong;
    const bool common = isStraightRun(digits) || isRepeated(digits) || isTwoRuns(digits) || isHabit(digits);
    return common ? std::optional(PinFlaw::Common) : std::nullopt;
}

PinWrappedKey::PinWrappedKey(const KdfParameters &kdf, SecretBytes wrapped)
    : m_kdf(kdf), m_wrapped(std::move(wrapped))
{}

Result<PinWrappedKey> PinWrappedKey::wrap(const SecretBytes &key, const Passphrase &pin,
                                          const KdfParameters &kdf, QByteArrayView context)
{
    return wrapKey(key, pin, kdf, context).map([](WrappedKey wrapped) {
        SecretBytes bytes(saltBytes + nonceBytes + std::size_t(wrapped.key.sealed.size()));
        std::size_t at = 0;
        for (QByteArray *part : {&wrapped.salt, &wrapped.key.nonce, &wrapped.key.sealed})
            append(bytes, at, *part);
        return PinWrappedKey(wrapped.kdf, std::move(bytes));
    });
}

Result<SecretBytes> PinWrappedKey::open(const Passphrase &pin, QByteArrayView context) const
{
    if (isWiped())
        return failure(ErrorCode::Denied, QStringLiteral("the PIN is gone"));
    constexpr std::size_t sealedAt = saltBytes + nonceBytes;
    WrappedKey wrapped{
        m_kdf,
        slice(m_wrapped, 0, saltBytes),
        {slice(m_wrapped, saltBytes, nonceBytes), slice(m_wrapped, sealedAt, m_wrapped.size() - sealedAt)}};
    auto key = unwrapKey(wrapped, pin, context);
    for (QByteArray *part : {&wrapped.salt, &wrapped.key.nonce, &wrapped.key.sealed})
        sodium_memzero(part->data(), std::size_t(part->size()));
    return key;
}

}  // namespace amparo::crypto
