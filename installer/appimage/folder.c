/* Folders for temporary files, on computers where others work as well. */
#define _GNU_SOURCE
#include "runtime.h"

#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Nobody but root and us can put something else in the place of what we make in it. Of each folder on the way
 * that holds if its owner is one of us, and others either cannot write or can only rename what is theirs (the
 * sticky bit). */
static bool is_trusted(const char *path)
{
    char part[PATH_MAX];
    struct stat about;
    for (const char *end = path; end != NULL; end = strchr(end + 1, '/')) {
        snprintf(part, sizeof part, "%.*s", end == path ? 1 : (int)(end - path), path);
        if (stat(part, &about) != 0 || (about.st_uid != 0 && about.st_uid != geteuid()))
            return false;
        if ((about.st_mode & (S_IWGRP | S_IWOTH)) != 0 && (about.st_mode & S_ISVTX) == 0)
            return false;
    }
    return true;
}

/* `path` with the last part included, which is_trusted() leaves out. */
static bool can_be_used(const char *path, bool for_programs)
{
    char whole[PATH_MAX + 1];
    struct statvfs disk;
    snprintf(whole, sizeof whole, "%s/", path);
    return is_trusted(whole) && statvfs(path, &disk) == 0 &&
           !(for_programs && (disk.f_flag & ST_NOEXEC) != 0);
}

char *private_folder(const char *name, bool for_programs)
{
    const char *places[] = {getenv("TMPDIR"), "/tmp", "/var/tmp", getenv("XDG_CACHE_HOME"), getenv("HOME")};
    for (size_t i = 0; i < sizeof places / sizeof *places; ++i) {
        char real[PATH_MAX];
        char *path = NULL;
        if (places[i] == NULL || *places[i] != '/' || realpath(places[i], real) == NULL)
            continue;
        if (!can_be_used(real, for_programs) || asprintf(&path, "%s/%sXXXXXX", real, name) < 0)
            continue;
        if (mkdtemp(path) != NULL)
            return path;
        free(path);
    }
    fputs("AppImage: there is no folder for temporary files that is safe from others and may hold programs; "
          "set TMPDIR\n",
          stderr);
    return NULL;
}

static int remove_entry(const char *path, const struct stat *about, int kind, struct FTW *walk)
{
    (void)about, (void)kind, (void)walk;
    return remove(path);
}

void remove_folder(const char *folder) { nftw(folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT); }
