// SPDX-License-Identifier: Apache-2.0

#include "options.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char usage[] =
    "usage: tongband-launch [OPTION]... -- PROGRAM [ARGUMENT]...\n"
    "\n"
    "Starts PROGRAM as a socket-activated service, with limits and in a sandbox, and stays to\n"
    "watch it: nothing it starts outlives it, and nothing outlives the parent.\n"
    "\n"
    "  --listen-fd N             the listening socket; becomes descriptor 3 (default 0)\n"
    "  --name NAME               its name in LISTEN_FDNAMES (default varlink)\n"
    "  --report-fd N             write 'pid N' there, later 'exited CODE KIB' or 'signalled N KIB',\n"
    "                            or 'failed CODE'; PROGRAM's standard output joins standard error\n"
    "  --parent PID              end at once when the parent is not PID\n"
    "  --memory BYTES            private writable memory (RLIMIT_DATA)\n"
    "  --files N                 open descriptors\n"
    "  --processes N             processes and threads of the user (RLIMIT_NPROC)\n"
    "  --cpu-seconds N           processor time of one process\n"
    "  --core BYTES              size of a core dump (default 0)\n"
    "  --allow-read PATH         may be read and executed; repeatable\n"
    "  --allow-write PATH        may be read and changed; repeatable\n"
    "  --deny-network            only Unix sockets\n"
    "  --working-directory DIR   where PROGRAM starts\n";

void complain(int error, const char *format, ...) {
    char line[1024];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    if (length < 0) return;
    // One write for one line: lines of several processes on one pipe are not mixed.
    if (error != 0)
        dprintf(STDERR_FILENO, "<3>tongband-launch: %s: %s\n", line, strerror(error));
    else
        dprintf(STDERR_FILENO, "<3>tongband-launch: %s\n", line);
}

static void refuse(const char *option, const char *why) {
    complain(0, "%s %s (see --help)", option, why);
    exit(FAILURE_USAGE);
}

static uint64_t number(const char *option, const char *text, uint64_t highest) {
    char *end = NULL;
    if (text[0] < '0' || text[0] > '9') refuse(option, "needs a number");
    errno = 0;
    uint64_t value = strtoull(text, &end, 10);
    if (*end != '\0' || errno != 0 || value > highest) refuse(option, "needs a number that is not too large");
    return value;
}

static void allow(struct options *options, const char *option, const char *path, bool writable) {
    if (path[0] != '/') refuse(option, "needs an absolute path");
    if (options->path_count == PATHS_MAX) refuse(option, "is given too often");
    options->paths[options->path_count++] = (struct allowed_path){path, writable};
}

void read_options(int count, char **words, struct options *options) {
    *options = (struct options){
        .listen_fd = 0,
        .report_fd = -1,
        .name = "varlink",
        .memory = UINT64_MAX,
        .files = UINT64_MAX,
        .processes = UINT64_MAX,
        .cpu_seconds = UINT64_MAX,
        .core = 0,
    };
    int next = 1;
    while (next < count) {
        const char *option = words[next++];
        if (strcmp(option, "--") == 0) break;
        if (strcmp(option, "--help") == 0) {
            fputs(usage, stdout);
            exit(0);
        }
        if (strcmp(option, "--deny-network") == 0) {
            options->deny_network = true;
            continue;
        }
        if (strncmp(option, "--", 2) != 0) refuse(option, "is not an option; -- must stand before the program");
        if (next == count) refuse(option, "is unknown or needs a value");
        const char *value = words[next++];
        if (strcmp(option, "--listen-fd") == 0)
            options->listen_fd = (int)number(option, value, 1 << 20);
        else if (strcmp(option, "--report-fd") == 0)
            options->report_fd = (int)number(option, value, 1 << 20);
        else if (strcmp(option, "--parent") == 0)
            options->parent = (pid_t)number(option, value, INT32_MAX);
        else if (strcmp(option, "--name") == 0)
            options->name = value;
        else if (strcmp(option, "--memory") == 0)
            options->memory = number(option, value, INT64_MAX);
        else if (strcmp(option, "--files") == 0)
            options->files = number(option, value, INT32_MAX);
        else if (strcmp(option, "--processes") == 0)
            options->processes = number(option, value, INT32_MAX);
        else if (strcmp(option, "--cpu-seconds") == 0)
            options->cpu_seconds = number(option, value, INT32_MAX);
        else if (strcmp(option, "--core") == 0)
            options->core = number(option, value, INT64_MAX);
        else if (strcmp(option, "--allow-read") == 0)
            allow(options, option, value, false);
        else if (strcmp(option, "--allow-write") == 0)
            allow(options, option, value, true);
        else if (strcmp(option, "--working-directory") == 0)
            options->working_directory = value;
        else
            refuse(option, "is unknown");
    }
    if (next == count) refuse("--", "and a program are missing");
    // A colon separates names in LISTEN_FDNAMES.
    if (options->name[0] == '\0' || strlen(options->name) > 255 || strchr(options->name, ':') != NULL)
        refuse("--name", "needs 1 to 255 characters without a colon");
    options->program = words + next;
    if (options->program[0][0] != '/') refuse(options->program[0], "is not an absolute path of a program");
}
