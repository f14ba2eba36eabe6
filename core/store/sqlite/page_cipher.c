/* ChaCha20 and Poly1305 (RFC 8439) for SQLite3 Multiple Ciphers, by libsodium, which uses the processor's vector
 * instructions: sealing a page takes a quarter of the time. The bytes in the file are the same.
 * Appended to upstream's source, whose own two functions are renamed (CMakeLists.txt). */
#include <sodium/crypto_onetimeauth_poly1305.h>
#include <sodium/crypto_stream_chacha20.h>

/* The block counter starts anywhere and goes round at 2^32, where libsodium would end the program. */
static void chacha20_xor(void *data, size_t n, const uint8_t key[32], const uint8_t nonce[12], uint32_t counter)
{
    const uint64_t before_wrap = ((UINT64_C(1) << 32) - counter) * 64;
    const size_t first = n < before_wrap ? n : (size_t)before_wrap;
    uint8_t *bytes = data;
    crypto_stream_chacha20_ietf_xor_ic(bytes, bytes, first, nonce, counter, key);
    if (first < n)
        crypto_stream_chacha20_ietf_xor_ic(bytes + first, bytes + first, n - first, nonce, 0, key);
}

static void poly1305(const uint8_t *message, size_t n, const uint8_t key[32], uint8_t tag[16])
{
    crypto_onetimeauth_poly1305(tag, message, n, key);
}
