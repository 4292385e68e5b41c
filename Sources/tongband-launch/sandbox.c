// SPDX-License-Identifier: Apache-2.0

#define _GNU_SOURCE
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// Landlock as the kernel defines it, written out because the headers of the oldest system supported stop at ABI 2.
struct ruleset_attributes {
    uint64_t handled_fs;
    uint64_t handled_net;
    uint64_t scoped;
};

struct path_rule {
    uint64_t allowed;
    int32_t parent_fd;
} __attribute__((packed));

enum {
    FS_EXECUTE = 1 << 0,
    FS_WRITE_FILE = 1 << 1,
    FS_READ_FILE = 1 << 2,
    FS_READ_DIR = 1 << 3,
    FS_ALL_OF_ABI_1 = (1 << 13) - 1,
    FS_REFER = 1 << 13,     // ABI 2
    FS_TRUNCATE = 1 << 14,  // ABI 3
    FS_IOCTL_DEV = 1 << 15, // ABI 5
    NET_BIND_TCP = 1 << 0,  // ABI 4
    NET_CONNECT_TCP = 1 << 1,
    SCOPE_SIGNAL = 1 << 1, // ABI 6
    RULE_PATH_BENEATH = 1,
};

#define READ_ACCESS (FS_EXECUTE | FS_READ_FILE | FS_READ_DIR)
#define FILE_ACCESS (FS_EXECUTE | FS_WRITE_FILE | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEV)

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

static int set_limit(int resource, uint64_t value, const char *what) {
    if (value == UINT64_MAX) return 0;
    struct rlimit limit;
    if (getrlimit(resource, &limit) == 0 && limit.rlim_max < value) value = limit.rlim_max;
    limit.rlim_cur = limit.rlim_max = value;
    if (setrlimit(resource, &limit) == 0) return 0;
    complain(errno, "cannot limit %s to %llu", what, (unsigned long long)value);
    return FAILURE_LIMIT;
}

int apply_limits(const struct options *options) {
    int failure;
    if ((failure = set_limit(RLIMIT_CORE, options->core, "core dumps"))) return failure;
    // The data limit counts what can be written to and is not shared. The limit of the address space would also count
    // what runtimes reserve and never use.
    if ((failure = set_limit(RLIMIT_DATA, options->memory, "memory"))) return failure;
    if ((failure = set_limit(RLIMIT_NOFILE, options->files, "open files"))) return failure;
    if ((failure = set_limit(RLIMIT_NPROC, options->processes, "processes"))) return failure;
    return set_limit(RLIMIT_CPU, options->cpu_seconds, "processor time");
}

static int allow_path(int ruleset, uint64_t handled, const char *path, uint64_t access) {
    int fd = open(path, O_PATH | O_CLOEXEC);
    if (fd < 0) return errno == ENOENT || errno == EACCES ? 0 : -1;
    struct stat status;
    if (fstat(fd, &status) < 0) {
        close(fd);
        return -1;
    }
    if (!S_ISDIR(status.st_mode)) access &= FILE_ACCESS;
    struct path_rule rule = {.allowed = access & handled, .parent_fd = fd};
    int result = (int)syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &rule, 0);
    int reason = errno;
    close(fd);
    errno = reason;
    return result;
}

/// Paths that programs and the C library read at start. Where the daemon keeps its data is not among them.
static const char *const readable[] = {
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/etc",
    "/proc/self",
    "/proc/cpuinfo",
    "/proc/meminfo",
    "/proc/stat",
    "/proc/filesystems",
    "/proc/sys/vm/overcommit_memory",
    "/proc/sys/kernel/random",
    "/sys/devices/system/cpu",
    "/sys/kernel/mm/transparent_hugepage",
};

static const char *const writable[] = {"/dev/null", "/dev/zero", "/dev/full", "/dev/urandom", "/dev/random"};

static int apply_landlock(const struct options *options) {
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);
    if (abi < 1) return 0; // a kernel without Landlock: file modes still stand

    uint64_t handled = FS_ALL_OF_ABI_1;
    if (abi >= 2) handled |= FS_REFER;
    if (abi >= 3) handled |= FS_TRUNCATE;
    if (abi >= 5) handled |= FS_IOCTL_DEV;
    struct ruleset_attributes attributes = {.handled_fs = handled};
    size_t size = sizeof attributes.handled_fs;
    if (abi >= 4) {
        if (options->deny_network) attributes.handled_net = NET_BIND_TCP | NET_CONNECT_TCP;
        size = offsetof(struct ruleset_attributes, scoped);
    }
    if (abi >= 6) {
        attributes.scoped = SCOPE_SIGNAL; // the daemon and other bureaus run as the same user
        size = sizeof attributes;
    }
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
    if (ruleset < 0) {
        complain(errno, "cannot create a Landlock ruleset");
        return FAILURE_SANDBOX;
    }

    char directory[PATH_MAX];
    if (realpath(options->program[0], directory) != NULL) {
        char *slash = strrchr(directory, '/');
        if (slash != NULL && slash != directory) {
            *slash = '\0';
            if (allow_path(ruleset, handled, directory, READ_ACCESS) < 0) goto refused;
        }
    }
    for (size_t index = 0; index < sizeof readable / sizeof readable[0]; index++)
        if (allow_path(ruleset, handled, readable[index], READ_ACCESS) < 0) goto refused;
    for (size_t index = 0; index < sizeof writable / sizeof writable[0]; index++)
        if (allow_path(ruleset, handled, writable[index], FS_READ_FILE | FS_WRITE_FILE) < 0) goto refused;
    for (int index = 0; index < options->path_count; index++) {
        const struct allowed_path *allowed = &options->paths[index];
        uint64_t access = allowed->writable ? handled : (uint64_t)READ_ACCESS;
        if (allow_path(ruleset, handled, allowed->path, access) < 0) goto refused;
    }
    if (syscall(SYS_landlock_restrict_self, ruleset, 0) < 0) goto refused;
    close(ruleset);
    return 0;

refused:
    complain(errno, "Landlock refused the sandbox");
    close(ruleset);
    return FAILURE_SANDBOX;
}

#if defined(__x86_64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define NATIVE_ARCHITECTURE AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define NATIVE_ARCHITECTURE AUDIT_ARCH_RISCV64
#endif

static int deny_network(void) {
#ifdef NATIVE_ARCHITECTURE
    // Sockets other than Unix ones are refused as if the kernel had no network. io_uring would be a way around, as
    // would the system calls of another architecture (on x86-64 those of i386, and of x32 by bit 30): all are refused.
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, NATIVE_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, 0x40000000, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | ENOSYS),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[0])),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EAFNOSUPPORT),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof filter[0], .filter = filter};
    if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0) return 0;
    complain(errno, "seccomp refused the filter that denies the network");
    return FAILURE_SANDBOX;
#else
    complain(0, "--deny-network is not supported on this architecture");
    return FAILURE_SANDBOX;
#endif
}

int apply_sandbox(const struct options *options) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0) {
        complain(errno, "cannot set no-new-privileges");
        return FAILURE_SANDBOX;
    }
    int failure = apply_landlock(options);
    if (failure != 0 || !options->deny_network) return failure;
    return deny_network();
}
