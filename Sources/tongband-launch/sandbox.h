// SPDX-License-Identifier: Apache-2.0
#ifndef TONGBAND_LAUNCH_SANDBOX_H
#define TONGBAND_LAUNCH_SANDBOX_H

#include "options.h"

/// Sets the resource limits of the calling process. 0, or a `failure` that has been told.
int apply_limits(const struct options *options);

/// Shuts the calling process in: no new privileges, only the paths it needs (Landlock, as far as the kernel has it),
/// and with `deny_network` only Unix sockets (seccomp). 0, or a `failure` that has been told.
int apply_sandbox(const struct options *options);

#endif
