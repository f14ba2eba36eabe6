/* The image is compressed with zstd alone (build.sh), but libsquashfuse wants whoever could read the other
 * formats. These read nothing: the file stays smaller, and free of liblzo2, which is under the GPL. */
#include <stddef.h>

int lzo1x_decompress_safe(const unsigned char *from, size_t size, unsigned char *to, size_t *room,
                          void *memory);
int LZ4_decompress_safe(const char *from, char *to, int size, int room);
int lzma_stream_buffer_decode(void *limit, unsigned flags, const void *allocator, const unsigned char *from,
                              size_t *from_at, size_t size, unsigned char *to, size_t *to_at, size_t room);
int uncompress(unsigned char *to, unsigned long *room, const unsigned char *from, unsigned long size);

enum { cannot_be_read = -1 };

int lzo1x_decompress_safe(const unsigned char *from, size_t size, unsigned char *to, size_t *room,
                          void *memory)
{
    (void)from, (void)size, (void)to, (void)room, (void)memory;
    return cannot_be_read;
}

int LZ4_decompress_safe(const char *from, char *to, int size, int room)
{
    (void)from, (void)to, (void)size, (void)room;
    return cannot_be_read;
}

int lzma_stream_buffer_decode(void *limit, unsigned flags, const void *allocator, const unsigned char *from,
                              size_t *from_at, size_t size, unsigned char *to, size_t *to_at, size_t room)
{
    (void)limit, (void)flags, (void)allocator, (void)from, (void)from_at, (void)size, (void)to, (void)to_at,
        (void)room;
    return cannot_be_read;
}

int uncompress(unsigned char *to, unsigned long *room, const unsigned char *from, unsigned long size)
{
    (void)to, (void)room, (void)from, (void)size;
    return cannot_be_read;
}
