// SPDX-License-Identifier: Apache-2.0
//
// Starts a bureau's plugin and stays behind as its warden: a process that does nothing but wait, so that whatever the
// plugin has started ends with it, and all of it ends with the daemon, be it killed outright.

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "options.h"
#include "sandbox.h"

/// What asks the warden to kill everything now. The kernel sends it too, when the parent ends.
#define KILL_SIGNAL SIGUSR1

/// The descriptor a socket-activated service finds its socket on (sd_listen_fds(3)).
#define ACTIVATION_FD 3

/// Where the child says why it could not become the program: one byte, the code. -1 in the warden.
static int failure_fd = -1;

static void fail(int code) __attribute__((noreturn));
static void fail(int code) {
    unsigned char byte = (unsigned char)code;
    // The code is what the process ends with as well; the byte only makes sure that it was not the program.
    if (failure_fd >= 0 && write(failure_fd, &byte, 1) < 0) _exit(code);
    _exit(code);
}

static void close_others(unsigned int first) { syscall(SYS_close_range, first, ~0U, 0); }

static void check_socket(int fd) {
    int listening = 0;
    socklen_t length = sizeof listening;
    if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listening, &length) < 0) {
        complain(errno, "descriptor %d is not a socket", fd);
        fail(FAILURE_SOCKET);
    }
    if (!listening) {
        complain(0, "descriptor %d is a socket that does not listen", fd);
        fail(FAILURE_SOCKET);
    }
}

// ---- The child: becomes the program.

static void set_environment(const char *name) {
    char pid[16];
    snprintf(pid, sizeof pid, "%d", (int)getpid());
    if (setenv("LISTEN_FDS", "1", 1) < 0 || setenv("LISTEN_PID", pid, 1) < 0 || setenv("LISTEN_FDNAMES", name, 1) < 0 ||
        unsetenv("NOTIFY_SOCKET") < 0 || unsetenv("WATCHDOG_PID") < 0 || unsetenv("WATCHDOG_USEC") < 0) {
        complain(errno, "cannot set the environment");
        fail(FAILURE_SYSTEM);
    }
}

static void reset_signals(void) {
    // The kernel's own call and structure, of which all zeros mean SIG_DFL: sigaction(2) of the C library leaves out the
    // signals it keeps for itself, and posix_spawn(3) leaves those ignored.
    const char standard[64] = {0};
    for (int number = 1; number < NSIG; number++) syscall(SYS_rt_sigaction, number, standard, NULL, (NSIG - 1) / 8);
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

/// Puts the socket on descriptor 3 and `status` on 4, close-on-exec; everything above is closed.
static void arrange_descriptors(const struct options *options, int status) {
    int socket_fd = fcntl(options->listen_fd, F_DUPFD_CLOEXEC, ACTIVATION_FD + 2);
    int status_fd = fcntl(status, F_DUPFD_CLOEXEC, ACTIVATION_FD + 2);
    int null_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (socket_fd < 0 || status_fd < 0 || null_fd < 0 || dup2(null_fd, STDIN_FILENO) < 0 ||
        dup2(socket_fd, ACTIVATION_FD) < 0 || dup3(status_fd, ACTIVATION_FD + 1, O_CLOEXEC) < 0) {
        complain(errno, "cannot arrange the descriptors");
        fail(FAILURE_SYSTEM);
    }
    // Nothing but the warden writes reports; what the program prints is log.
    if (options->report_fd >= 0 && dup2(STDERR_FILENO, STDOUT_FILENO) < 0) {
        complain(errno, "cannot join standard output with standard error");
        fail(FAILURE_SYSTEM);
    }
    failure_fd = ACTIVATION_FD + 1;
    close_others(ACTIVATION_FD + 2);
}

static void become_program(const struct options *options, pid_t warden, int status) __attribute__((noreturn));
static void become_program(const struct options *options, pid_t warden, int status) {
    failure_fd = status;
    if (prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) < 0) {
        complain(errno, "cannot set the parent-death signal");
        fail(FAILURE_SYSTEM);
    }
    if (getppid() != warden) fail(FAILURE_ORPHAN); // it ended before the signal was set
    setsid();
    arrange_descriptors(options, status);
    if (options->working_directory != NULL && chdir(options->working_directory) < 0) {
        complain(errno, "cannot enter %s", options->working_directory);
        fail(FAILURE_SYSTEM);
    }
    set_environment(options->name);
    int failure = apply_limits(options);
    if (failure == 0) failure = apply_sandbox(options);
    if (failure != 0) fail(failure);
    reset_signals();
    execv(options->program[0], options->program);
    int reason = errno;
    complain(reason, "cannot execute %s", options->program[0]);
    fail(reason == ENOENT || reason == ENOTDIR ? FAILURE_NOT_FOUND : FAILURE_EXECUTE);
}

// ---- The parent: the warden.

/// Kills every child of this process. Descendants whose parent ended are children of ours too, being a subreaper, so
/// that repeating it until there is none leaves nothing behind, sessions and groups of their own notwithstanding.
static void kill_children(void) {
    char path[64], list[65536];
    snprintf(path, sizeof path, "/proc/self/task/%d/children", (int)getpid());
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    ssize_t length = read(fd, list, sizeof list - 1);
    close(fd);
    if (length <= 0) return;
    list[length] = '\0';
    // A process id cut off at the end of the buffer would name another process.
    if (length == (ssize_t)sizeof list - 1) {
        char *last = strrchr(list, ' ');
        if (last != NULL) *last = '\0';
    }
    // These are our own children, and only we reap them: no id can have passed to another process meanwhile.
    for (char *word = strtok(list, " \n"); word != NULL; word = strtok(NULL, " \n")) {
        pid_t pid = (pid_t)atoi(word);
        if (pid > 1) kill(pid, SIGKILL);
    }
}

struct ending {
    bool ended;
    int status;
    long resident_kib;
};

/// Reaps what has ended. The program's group is killed before its leader is reaped, while the number is still its own.
static void reap(pid_t program, struct ending *ending) {
    for (;;) {
        siginfo_t info = {.si_pid = 0};
        if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 || info.si_pid == 0) return;
        if (info.si_pid == program) kill(-program, SIGKILL);
        int status = 0;
        struct rusage usage;
        if (wait4(info.si_pid, &status, 0, &usage) != info.si_pid) continue;
        if (info.si_pid == program) *ending = (struct ending){true, status, usage.ru_maxrss};
    }
}

/// Kills and reaps until no child is left.
static void end_all(pid_t program, struct ending *ending) {
    if (!ending->ended) {
        kill(-program, SIGKILL);
        kill(program, SIGKILL); // it may not have made its group yet
    }
    for (;;) {
        kill_children();
        siginfo_t info = {.si_pid = 0};
        if (waitid(P_ALL, 0, &info, WEXITED | WNOWAIT) < 0) {
            if (errno == EINTR) continue;
            return; // ECHILD: all gone
        }
        reap(program, ending);
    }
}

static void report(int fd, const char *format, long first, long second) {
    if (fd < 0) return;
    char line[64];
    int length = snprintf(line, sizeof line, format, first, second);
    // The daemon may be gone; there is nobody left to tell then.
    if (write(fd, line, (size_t)length) < 0) return;
}

static void end_likewise(int status) __attribute__((noreturn));
static void end_likewise(int status) {
    if (WIFSIGNALED(status)) {
        struct rlimit none = {0, 0};
        setrlimit(RLIMIT_CORE, &none);
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
        signal(WTERMSIG(status), SIG_DFL);
        sigset_t only;
        sigemptyset(&only);
        sigaddset(&only, WTERMSIG(status));
        raise(WTERMSIG(status));
        sigprocmask(SIG_UNBLOCK, &only, NULL);
        _exit(128 + WTERMSIG(status));
    }
    _exit(WEXITSTATUS(status));
}

/// Reads what the child said before it became the program: nothing (0), or the code it failed with.
static int start_failure(int status_fd) {
    unsigned char code = 0;
    ssize_t length;
    do length = read(status_fd, &code, 1);
    while (length < 0 && errno == EINTR);
    close(status_fd);
    return length == 1 ? code : 0;
}

static void watch(const struct options *options, pid_t parent, pid_t program, const sigset_t *watched) {
    struct ending ending = {.ended = false};
    while (!ending.ended) {
        siginfo_t info;
        int number = sigwaitinfo(watched, &info);
        if (number < 0) continue;
        if (number == SIGCHLD)
            reap(program, &ending);
        else if (number == KILL_SIGNAL || getppid() != parent)
            end_all(program, &ending);
        else
            kill(program, number); // not reaped yet, so the number is still its own
    }
    end_all(program, &ending);
    if (WIFSIGNALED(ending.status))
        report(options->report_fd, "signalled %ld %ld\n", WTERMSIG(ending.status), ending.resident_kib);
    else
        report(options->report_fd, "exited %ld %ld\n", WEXITSTATUS(ending.status), ending.resident_kib);
    end_likewise(ending.status);
}

int main(int count, char **words) {
    struct options options;
    read_options(count, words, &options);

    sigset_t watched;
    sigemptyset(&watched);
    const int numbers[] = {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR2, KILL_SIGNAL};
    for (size_t index = 0; index < sizeof numbers / sizeof numbers[0]; index++) sigaddset(&watched, numbers[index]);
    sigprocmask(SIG_SETMASK, &watched, NULL);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGCHLD, SIG_DFL); // an inherited SIG_IGN would reap in our stead

    if (prctl(PR_SET_PDEATHSIG, KILL_SIGNAL, 0, 0, 0) < 0 || prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0) < 0) {
        complain(errno, "cannot become a warden");
        return FAILURE_SYSTEM;
    }
    // The parent may have ended before its death was watched for; then there is another one now.
    pid_t parent = getppid();
    if (options.parent != 0 && parent != options.parent) {
        complain(0, "the parent %d is gone", (int)options.parent);
        return FAILURE_ORPHAN;
    }
    check_socket(options.listen_fd);
    setsid();

    int status[2];
    if (pipe2(status, O_CLOEXEC) < 0) {
        complain(errno, "cannot make a pipe");
        return FAILURE_SYSTEM;
    }
    pid_t warden = getpid();
    pid_t program = fork();
    if (program < 0) {
        complain(errno, "cannot fork");
        return FAILURE_SYSTEM;
    }
    if (program == 0) become_program(&options, warden, status[1]);

    close(status[1]);
    close(options.listen_fd); // a connection refused is better than one that nobody accepts
    int failure = start_failure(status[0]);
    if (failure != 0) {
        struct ending ending = {.ended = false};
        end_all(program, &ending);
        report(options.report_fd, "failed %ld\n", failure, 0);
        return failure;
    }
    report(options.report_fd, "pid %ld\n", program, 0);
    watch(&options, parent, program, &watched);
}
