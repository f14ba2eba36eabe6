/* Starting what is in the image. */
#define _GNU_SOURCE
#include "runtime.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void set_environment(const char *file, const char *folder, const char *name)
{
    char here[PATH_MAX];
    setenv("APPIMAGE", file, 1);
    setenv("APPDIR", folder, 1);
    setenv("ARGV0", name, 1);
    if (getcwd(here, sizeof here) != NULL)
        setenv("OWD", here, 1);
}

void become(const char *file, const char *folder, char **arguments)
{
    char *program = NULL;
    set_environment(file, folder, arguments[0]);
    if (asprintf(&program, "%s/AppRun", folder) < 0)
        return;
    execv(program, arguments);
    fprintf(stderr, "AppImage: cannot start %s: %s\n", program, strerror(errno));
    free(program);
}

/* Ctrl+C reaches the child of its own accord, as the terminal sends it to both: what a process sent is handed
 * on. */
static void wait_and_hand_on(pid_t child, const sigset_t *awaited, int *status)
{
    while (waitpid(child, status, WNOHANG) == 0) {
        siginfo_t signal;
        if (sigwaitinfo(awaited, &signal) > 0 && signal.si_signo != SIGCHLD && signal.si_code <= 0)
            kill(child, signal.si_signo);
    }
}

/* The signals that end a program wait from before there is a folder until it has gone. */
static sigset_t hold_signals(sigset_t *before)
{
    static const int held[] = {SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2};
    sigset_t awaited;
    sigemptyset(&awaited);
    for (size_t i = 0; i < sizeof held / sizeof *held; ++i)
        sigaddset(&awaited, held[i]);
    signal(SIGCHLD, SIG_DFL); /* who started us may have it ignored, and then nobody could wait */
    sigprocmask(SIG_BLOCK, &awaited, before);
    return awaited;
}

static void die_of(int signal_number)
{
    const struct rlimit none = {0, 0};
    sigset_t only;
    sigemptyset(&only);
    sigaddset(&only, signal_number);
    setrlimit(RLIMIT_CORE, &none); /* the child has left one, if that is wanted */
    signal(signal_number, SIG_DFL);
    raise(signal_number);
    sigprocmask(SIG_UNBLOCK, &only, NULL);
}

int extract_and_run(const char *file, size_t offset, char **arguments)
{
    sigset_t before;
    const sigset_t awaited = hold_signals(&before);
    int status = 127 << 8;
    char *folder = private_folder("amparo-", true);
    if (folder == NULL)
        return 127;
    const pid_t child = extract_image(file, offset, folder, NULL, false) ? fork() : -1;
    if (child == 0) {
        sigprocmask(SIG_SETMASK, &before, NULL);
        become(file, folder, arguments);
        _exit(127);
    }
    if (child > 0)
        wait_and_hand_on(child, &awaited, &status);
    if (getenv("NO_CLEANUP") == NULL)
        remove_folder(folder);
    free(folder);
    if (WIFSIGNALED(status))
        die_of(WTERMSIG(status));
    return WEXITSTATUS(status);
}
