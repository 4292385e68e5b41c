// SPDX-License-Identifier: Apache-2.0
#ifndef TONGBAND_LAUNCH_OPTIONS_H
#define TONGBAND_LAUNCH_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// What tongband-launch ends with when the program could not be started. Every one comes with one line on standard
/// error. A program may end with the same numbers of its own accord: `--report-fd` tells the two apart.
enum failure {
    FAILURE_USAGE = 120,     // an option is unknown, lacks its value or has a bad one
    FAILURE_SOCKET = 121,    // --listen-fd is not a listening socket
    FAILURE_LIMIT = 122,     // a resource limit could not be set
    FAILURE_SANDBOX = 123,   // no-new-privileges, Landlock or seccomp was refused
    FAILURE_SYSTEM = 124,    // fork, pipe, chdir or another system call failed
    FAILURE_ORPHAN = 125,    // the parent named by --parent is already gone
    FAILURE_EXECUTE = 126,   // the program is there and cannot be executed
    FAILURE_NOT_FOUND = 127, // there is no such program
};

/// How many paths --allow-read and --allow-write may name together.
#define PATHS_MAX 128

struct allowed_path {
    const char *path;
    bool writable;
};

/// The command line, read. A limit of UINT64_MAX is not set.
struct options {
    int listen_fd;
    int report_fd;
    pid_t parent;
    const char *name;
    const char *working_directory;
    uint64_t memory;
    uint64_t files;
    uint64_t processes;
    uint64_t cpu_seconds;
    uint64_t core;
    bool deny_network;
    struct allowed_path paths[PATHS_MAX];
    int path_count;
    char **program;
};

/// Reads the command line; ends the process with FAILURE_USAGE and a reason when it cannot.
void read_options(int count, char **words, struct options *options);

/// Says one line on standard error, `tongband-launch: ...`, with the text of `error` unless it is 0.
void complain(int error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
