/* Serving the image as a file system, through FUSE. */
#define _GNU_SOURCE
#include "runtime.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
#include <zstd.h>

#undef _POSIX_C_SOURCE /* squashfuse's configuration has its own */
#include <ll.h>

/* Whoever reads what the program writes waits for the last who could. And what FUSE says where there is none
 * is of no interest: the image is taken out then. */
static void let_go_of_the_terminal(void)
{
    const int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    for (int fd = 0; fd <= 2; ++fd)
        null >= 0 ? dup2(null, fd) : close(fd);
}

static const struct fuse_lowlevel_ops operations = {
    .getattr = sqfs_ll_op_getattr,
    .opendir = sqfs_ll_op_opendir,
    .releasedir = sqfs_ll_op_releasedir,
    .readdir = sqfs_ll_op_readdir,
    .lookup = sqfs_ll_op_lookup,
    .open = sqfs_ll_op_open,
    .create = sqfs_ll_op_create,
    .release = sqfs_ll_op_release,
    .read = sqfs_ll_op_read,
    .readlink = sqfs_ll_op_readlink,
    .listxattr = sqfs_ll_op_listxattr,
    .getxattr = sqfs_ll_op_getxattr,
    .forget = sqfs_ll_op_forget,
    .statfs = stfs_ll_op_statfs,
};

/* Answers what the kernel asks until nobody holds the other end of the pipe `held`, or somebody else
 * unmounts. The library's own loop waits for the kernel alone, who has nothing to ask when the program has
 * gone. */
static void answer(struct fuse_session *session, int held)
{
    struct fuse_buf request = {.mem = NULL};
    struct pollfd awaited[] = {{.fd = fuse_session_fd(session), .events = POLLIN},
                               {.fd = held, .events = POLLIN}};
    fcntl(awaited[0].fd, F_SETFL,
          fcntl(awaited[0].fd, F_GETFL) | O_NONBLOCK); /* a request may be withdrawn */
    while (!fuse_session_exited(session)) {
        if (poll(awaited, 2, -1) < 0 && errno != EINTR)
            break;
        if (awaited[1].revents != 0)
            break;
        const int got = fuse_session_receive_buf(session, &request);
        if (got > 0)
            fuse_session_process_buf(session, &request);
        else if (got != -EINTR && got != -EAGAIN)
            break;
    }
    free(request.mem);
}

/* A program that starts asks for pages around those it needs, from all its libraries in turn: half of a block
 * now, the other half soon. The library itself keeps one block and would decompress most of them twice. */
enum { kept_blocks = 64, kept_metadata = 32 };

static bool keep_blocks(sqfs *image)
{
    sqfs_cache_destroy(&image->data_cache);
    sqfs_cache_destroy(&image->md_cache);
    return sqfs_block_cache_init(&image->data_cache, kept_blocks) == SQFS_OK &&
           sqfs_block_cache_init(&image->md_cache, kept_metadata) == SQFS_OK;
}

/* As the library's own, which sets a decompressor up anew for each block. */
static sqfs_err decompress(void *packed, size_t packed_size, void *block, size_t *size)
{
    static ZSTD_DCtx *context;
    if (context == NULL)
        context = ZSTD_createDCtx();
    const size_t got = ZSTD_decompressDCtx(context, block, *size, packed, packed_size);
    if (ZSTD_isError(got))
        return SQFS_ERR;
    *size = got;
    return SQFS_OK;
}

/* In the serving process; `ready` is told once the folder can be used. */
static void serve(const char *file, size_t offset, const char *folder, int ready, int held)
{
    char *words[] = {"amparo", "-o", "ro,nodev,nosuid,subtype=amparo", NULL};
    struct fuse_args arguments = FUSE_ARGS_INIT(3, words);
    struct fuse_lowlevel_ops ops = operations;
    sqfs_ll_chan channel;
    sqfs_ll *image = sqfs_ll_open(file, offset);
    if (image == NULL || !keep_blocks(&image->fs))
        return;
    image->fs.decompressor = decompress; /* all that an image of ours is packed with: formats.c */
    if (sqfs_ll_mount(&channel, folder, &arguments, &ops, sizeof ops, image) != SQFS_OK)
        return;
    if (write(ready, "", 1) == 1) {
        close(ready);
        answer(channel.session, held);
    }
    sqfs_ll_unmount(&channel, folder);
    sqfs_ll_destroy(image);
    rmdir(folder);
}

/* The mount ends with the program, not before it: whatever ends a session ends the program as well, which may
 * still have something to write. */
static void outlive_the_program(void)
{
    setsid(); /* Ctrl+C is for the program */
    signal(SIGHUP, SIG_IGN);
    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
}

int mount_image(const char *file, size_t offset, const char *folder)
{
    int ready[2];
    int held[2];
    if (access("/dev/fuse", F_OK) != 0 || pipe2(ready, O_CLOEXEC) != 0 || pipe(held) != 0)
        return -1;
    const pid_t child = fork();
    if (child == 0) {
        /* Twice, so that the program which follows has no child that it does not know of. */
        if (fork() != 0)
            _exit(0);
        close(ready[0]);
        close(held[1]);
        let_go_of_the_terminal();
        outlive_the_program();
        serve(file, offset, folder, ready[1], held[0]);
        _exit(0);
    }
    close(ready[1]);
    close(held[0]);
    if (child > 0)
        waitpid(child, NULL, 0);
    char byte;
    const bool is_there = child > 0 && read(ready[0], &byte, 1) == 1;
    close(ready[0]);
    if (is_there)
        return held[1];
    close(held[1]);
    return -1;
}
