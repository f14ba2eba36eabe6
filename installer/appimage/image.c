/* Finding the image, and taking it out. */
#define _GNU_SOURCE
#include "runtime.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#undef _POSIX_C_SOURCE /* squashfuse's configuration has its own */
#include <squashfuse.h>
#include <util.h>

enum { chunk_bytes = 1 << 20 };

size_t image_offset(const char *file)
{
    Elf64_Ehdr header;
    const int fd = open(file, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return 0;
    const ssize_t got = read(fd, &header, sizeof header);
    close(fd);
    if (got != sizeof header || memcmp(header.e_ident, ELFMAG, SELFMAG) != 0 ||
        header.e_ident[EI_CLASS] != ELFCLASS64)
        return 0;
    return header.e_shoff +
           (size_t)header.e_shentsize * header.e_shnum; /* linkers write the section table last */
}

static bool told(const char *what, const char *path)
{
    fprintf(stderr, "AppImage: %s %s: %s\n", what, path, strerror(errno));
    return false;
}

static bool told_of_damage(const char *path)
{
    fprintf(stderr, "AppImage: this file is damaged at %s; fetch it again and compare its SHA-256\n", path);
    return false;
}

/* Whether it is all there, before anything is looked for in it. */
static bool is_whole(int fd, size_t offset)
{
    struct squashfs_super_block about;
    struct stat file;
    if (fstat(fd, &file) != 0 || pread(fd, &about, sizeof about, (off_t)offset) != sizeof about ||
        about.s_magic != SQUASHFS_MAGIC) {
        fputs("AppImage: this file has no image that can be read; fetch it again and compare its SHA-256\n",
              stderr);
        return false;
    }
    const uint64_t there = (uint64_t)file.st_size - offset;
    if (there >= about.bytes_used)
        return true;
    fprintf(stderr, "AppImage: this file is cut short, %llu bytes are missing; fetch it again\n",
            (unsigned long long)(about.bytes_used - there));
    return false;
}

/* An image that is open is closed by close_image(). */
static bool open_image(sqfs *fs, const char *file, size_t offset)
{
    sqfs_fd_t fd = -1;
    if (sqfs_fd_open(file, &fd, false) != SQFS_OK)
        return told("cannot read", file);
    if (!is_whole(fd, offset)) {
        sqfs_fd_close(fd);
        return false;
    }
    if (sqfs_init(fs, fd, offset) != SQFS_OK) {
        sqfs_fd_close(fd);
        return told_of_damage("its beginning");
    }
    return true;
}

static void close_image(sqfs *fs)
{
    const sqfs_fd_t fd = fs->fd;
    sqfs_destroy(fs);
    sqfs_fd_close(fd);
}

bool check_image(const char *file, size_t offset)
{
    sqfs fs;
    if (!open_image(&fs, file, offset))
        return false;
    close_image(&fs);
    return true;
}

static bool write_all(int fd, const char *bytes, size_t count)
{
    while (count > 0) {
        const ssize_t written = write(fd, bytes, count);
        if (written < 0 && errno != EINTR)
            return false;
        bytes += written > 0 ? written : 0;
        count -= written > 0 ? (size_t)written : 0;
    }
    return true;
}

static bool copy_file(sqfs *fs, sqfs_inode *inode, const char *to)
{
    unlink(to);
    const int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, inode->base.mode & 0777);
    if (fd < 0)
        return told("cannot write", to);
    char *chunk = malloc(chunk_bytes);
    bool is_read = chunk != NULL;
    bool is_written = true;
    for (uint64_t at = 0; is_read && is_written && at < inode->xtra.reg.file_size;) {
        sqfs_off_t size = chunk_bytes;
        is_read = sqfs_read_range(fs, inode, (sqfs_off_t)at, &size, chunk) == SQFS_OK && size > 0;
        is_written = !is_read || write_all(fd, chunk, (size_t)size);
        at += (uint64_t)size;
    }
    free(chunk);
    if (!is_written || close(fd) != 0)
        return told("cannot write", to);
    return is_read || told_of_damage(to);
}

static bool copy_link(sqfs *fs, sqfs_inode *inode, const char *to)
{
    size_t size = 0;
    if (sqfs_readlink(fs, inode, NULL, &size) != SQFS_OK)
        return told_of_damage(to);
    unlink(to);
    char *target = malloc(size + 1);
    const bool done =
        target != NULL && sqfs_readlink(fs, inode, target, &size) == SQFS_OK && symlink(target, to) == 0;
    free(target);
    return done || told("cannot write", to);
}

static bool make_folder(const char *path)
{
    struct stat about;
    if (mkdir(path, 0755) == 0)
        return true;
    if (errno == EEXIST && lstat(path, &about) == 0 && S_ISDIR(about.st_mode) && about.st_uid == geteuid())
        return true;
    errno = EEXIST;
    return told("cannot make the folder", path);
}

/* `path` is `into`, which is there, and below it folders that may have to be made, and a last part that is
 * not. */
static bool make_way_to(char *path, size_t into)
{
    bool done = true;
    for (char *end = strchr(path + into + 1, '/'); done && end != NULL; end = strchr(end + 1, '/')) {
        *end = '\0';
        done = make_folder(path);
        *end = '/';
    }
    return done;
}

static bool copy_entry(sqfs *fs, const sqfs_traverse *at, const char *to)
{
    sqfs_inode inode;
    if (sqfs_inode_get(fs, &inode, sqfs_dentry_inode((sqfs_dir_entry *)&at->entry)) != SQFS_OK)
        return told_of_damage(at->path);
    switch (inode.base.inode_type) {
    case SQUASHFS_DIR_TYPE:
    case SQUASHFS_LDIR_TYPE:
        return make_folder(to);
    case SQUASHFS_REG_TYPE:
    case SQUASHFS_LREG_TYPE:
        return copy_file(fs, &inode, to);
    case SQUASHFS_SYMLINK_TYPE:
    case SQUASHFS_LSYMLINK_TYPE:
        return copy_link(fs, &inode, to);
    default:
        return true; /* our image has nothing else */
    }
}

static bool copy_what_matches(sqfs *fs, const char *into, const char *pattern, bool verbose)
{
    sqfs_traverse at;
    sqfs_err error = SQFS_OK;
    if (sqfs_traverse_open(&at, fs, sqfs_inode_root(fs)) != SQFS_OK)
        return told_of_damage("its beginning");
    bool done = true;
    bool found = pattern == NULL;
    while (done && sqfs_traverse_next(&at, &error)) {
        char *to = NULL;
        if (at.dir_end || (pattern != NULL && fnmatch(pattern, at.path, FNM_PATHNAME | FNM_LEADING_DIR) != 0))
            continue;
        found = true;
        done = asprintf(&to, "%s/%s", into, at.path) > 0 && make_way_to(to, strlen(into)) &&
               copy_entry(fs, &at, to);
        if (done && verbose)
            puts(to);
        free(to);
    }
    sqfs_traverse_close(&at);
    if (done && error != SQFS_OK)
        return told_of_damage("its list of files");
    if (!found)
        fprintf(stderr, "AppImage: nothing in the image matches %s\n", pattern);
    return done && found;
}

bool extract_image(const char *file, size_t offset, const char *into, const char *pattern, bool verbose)
{
    sqfs fs;
    if (!open_image(&fs, file, offset))
        return false;
    const bool done = make_folder(into) && copy_what_matches(&fs, into, pattern, verbose);
    close_image(&fs);
    return done;
}
