// SPDX-License-Identifier: Apache-2.0
//
// What Swift's Glibc module does not show of Linux: pidfds, parent-death signals, peer credentials, Landlock.
#ifndef C_TONGBAN_LINUX_H
#define C_TONGBAN_LINUX_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/// Who is at the other end of a Unix socket, as the kernel noted it when the connection was made.
struct tongban_peer {
    pid_t pid;
    uid_t uid;
    gid_t gid;
};

/// A descriptor of the process `pid`, close-on-exec. -1 with `errno` on failure.
int tongban_pidfd_open(pid_t pid);

/// Sends a signal to the process behind `pidfd`. 0, or -1 with `errno` (`ESRCH`: it has been reaped).
int tongban_pidfd_send_signal(int pidfd, int signal);

/// Sends a signal to the process group that the process behind `pidfd` leads (Linux 6.9).
/// 0, or -1 with `errno` (`ESRCH`: the group is empty, `EINVAL`: the kernel is too old).
int tongban_pidfd_send_signal_to_group(int pidfd, int signal);

/// The credentials of the peer of a connected Unix socket. 0, or -1 with `errno`.
int tongban_peer_credentials(int socket, struct tongban_peer *peer);

/// A descriptor of the peer's process (`SO_PEERPIDFD`, Linux 6.5), close-on-exec. -1 with `errno` on failure.
int tongban_peer_pidfd(int socket);

/// The signal this process gets when the thread that started it ends; 0 for none. 0, or -1 with `errno`.
int tongban_set_parent_death_signal(int signal);

/// No program started from now on gains rights by being set-user-id or by file capabilities. 0, or -1 with `errno`.
int tongban_set_no_new_privileges(void);

/// Descendants whose parent ended become children of this process. 0, or -1 with `errno`.
int tongban_set_child_subreaper(bool on);

/// The Landlock ABI of the running kernel; 0 where there is none.
int tongban_landlock_abi(void);

/// Creates a listening stream socket bound to `path` with the permission bits `mode`, close-on-exec.
/// The bits hold from the first moment: nobody can connect between bind and chmod. -1 with `errno` on failure.
int tongban_listen_unix(const char *path, mode_t mode, int backlog);

#endif
