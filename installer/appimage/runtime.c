/* The beginning of Amparo.AppImage: a type-2 AppImage is this program and, behind it, a squashfs image. It
 * mounts the image, or takes it out where there is no FUSE, and starts AppRun in it. Options and environment
 * are those that users of AppImages know (docs.appimage.org, "Running AppImages"). Bytes 8 to 10 of the file
 * are "AI" and 2; the linker leaves them zero, and make_runtime.sh sets them. */
#define _GNU_SOURCE
#include "runtime.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where newer versions are to be found, and a signature: tools look for the sections by their names and fill
 * them. */
__attribute__((section(".upd_info"), used)) const char update_information[1024] = "";
__attribute__((section(".sha256_sig"), used)) const char signature[1024] = "";

static const char help[] =
    "--appimage-help               this\n"
    "--appimage-version            the version of what starts the image\n"
    "--appimage-offset             where the image begins in this file\n"
    "--appimage-updateinformation  where newer versions are to be found\n"
    "--appimage-signature          the signature that this file carries, if any\n"
    "--appimage-extract [PATTERN]  take the image out into ./squashfs-root, or what matches: "
    "'usr/share/doc/*'\n"
    "--appimage-extract-and-run …  take it out, run it, remove it: for computers without FUSE\n"
    "--appimage-mount              mount it until Ctrl+C\n"
    "\n"
    "APPIMAGE_EXTRACT_AND_RUN=1 does what --appimage-extract-and-run does; NO_CLEANUP=1 leaves the folder.\n"
    "\n"
    "ctl …                         as the first word: amparoctl, the program without a window. So does a "
    "link to this\n"
    "                              file whose name is amparoctl.\n";

static char self[PATH_MAX];

/* A chroot may be without /proc; then the name that we were started by has to do. */
static void find_self(void)
{
    const char *started_as = (const char *)getauxval(AT_EXECFN);
    const ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0 && (started_as == NULL || realpath(started_as, self) == NULL))
        self[0] = '\0';
}

static int mount_and_run(size_t offset, char **arguments)
{
    char *folder = private_folder("amparo-", false);
    if (folder == NULL)
        return 127;
    if (mount_image(self, offset, folder) < 0) {
        rmdir(folder);
        return extract_and_run(self, offset, arguments);
    }
    /* The pipe's end goes on into the program, and the mount ends with the last who has it. */
    become(self, folder, arguments);
    return 127;
}

static int only_mount(size_t offset)
{
    char *folder = private_folder("amparo-", false);
    if (folder == NULL)
        return 127;
    if (mount_image(self, offset, folder) < 0) {
        rmdir(folder);
        fputs("AppImage: there is no FUSE here, or no right to use it; try --appimage-extract\n", stderr);
        return 127;
    }
    puts(folder);
    fflush(stdout);
    pause();
    return 0;
}

/* What is told without the image. -1: the option is none of these. */
static int tell(const char *option, size_t offset)
{
    if (strcmp(option, "help") == 0)
        return fputs(help, stdout) < 0;
    if (strcmp(option, "version") == 0)
        return puts("Amparo AppImage runtime " AMPARO_VERSION) < 0;
    if (strcmp(option, "offset") == 0)
        return printf("%zu\n", offset) < 0;
    if (strcmp(option, "updateinformation") == 0 || strcmp(option, "updateinfo") == 0)
        return puts(update_information) < 0;
    if (strcmp(option, "signature") == 0)
        return puts(signature) < 0;
    return -1;
}

static int do_option(const char *option, size_t offset, int count, char **arguments)
{
    if (strcmp(option, "mount") == 0)
        return only_mount(offset);
    if (strcmp(option, "extract") == 0)
        return extract_image(self, offset, "squashfs-root", count > 2 ? arguments[2] : NULL, true) ? 0 : 1;
    if (strcmp(option, "extract-and-run") == 0) {
        arguments[1] = arguments[0];
        return extract_and_run(self, offset, arguments + 1);
    }
    fprintf(stderr, "AppImage: unknown option --appimage-%s; --appimage-help tells those there are\n",
            option);
    return 2;
}

int main(int count, char **arguments)
{
    static const char prefix[] = "--appimage-";
    find_self();
    const size_t offset = image_offset(self);
    if (offset == 0) {
        fputs("AppImage: cannot read this very file\n", stderr);
        return 127;
    }
    const bool has_option = count > 1 && strncmp(arguments[1], prefix, sizeof prefix - 1) == 0;
    const char *option = has_option ? arguments[1] + sizeof prefix - 1 : NULL;
    const int told = has_option ? tell(option, offset) : -1;
    if (told >= 0)
        return told;
    if (!check_image(self, offset))
        return 127;
    if (has_option)
        return do_option(option, offset, count, arguments);
    const char *extracting = getenv("APPIMAGE_EXTRACT_AND_RUN");
    if (extracting != NULL && *extracting != '\0' && strcmp(extracting, "0") != 0)
        return extract_and_run(self, offset, arguments);
    return mount_and_run(offset, arguments);
}
