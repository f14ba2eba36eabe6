/* What the AppImage's files call each other by. C11, Linux, x86-64; linked statically. What fails says so on
 * standard error, one line, before it returns. */
#ifndef AMPARO_APPIMAGE_RUNTIME_H
#define AMPARO_APPIMAGE_RUNTIME_H

#include <stdbool.h>
#include <stddef.h>

/* Where the image begins in the file: behind the last byte that the ELF header tells of. 0: this is no such
 * file. */
size_t image_offset(const char *file);

/* Is the image there, whole and of a kind that this program reads? */
bool check_image(const char *file, size_t offset);

/* Takes out of the image into the folder `into`, which is made unless it is there, what matches `pattern` (as
 * the shell matches paths; NULL: all) and what lies below. Files that are there are replaced, links never
 * followed. `verbose` names each file. */
bool extract_image(const char *file, size_t offset, const char *into, const char *pattern, bool verbose);

/* Serves the image as a file system at `folder`, from a process of its own, for as long as somebody holds the
 * end of the pipe that comes back: this process and all that it starts. -1, silently: there is no FUSE here.
 */
int mount_image(const char *file, size_t offset, const char *folder);

/* A new folder that its owner alone can look into, whose path nobody else can bend. It lies in TMPDIR, else
 * where there is a place. `for_programs`: not on a disk from which none may run. NULL: there is no such
 * place. */
char *private_folder(const char *name, bool for_programs);

/* Removes the folder and all in it; links are removed, not followed. */
void remove_folder(const char *folder);

/* Takes the image out, runs AppRun of it in a child, hands on to it the signals that are sent here, removes
 * what was taken out, and ends the way the child ended: comes back with its exit status, or dies of its
 * signal. */
int extract_and_run(const char *file, size_t offset, char **arguments);

/* Becomes AppRun of the folder. Comes back only if that fails. */
void become(const char *file, const char *folder, char **arguments);

#endif
