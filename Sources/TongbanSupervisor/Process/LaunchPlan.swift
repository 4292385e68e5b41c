// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How a plugin is started: the words of the command line of `tongband-launch`, and the environment.
struct LaunchPlan: Sendable, Hashable {
    var launcher: String
    var arguments: [String]
    var environment: [String: String]

    /// - Parameter parent: The process that starts it.
    init(
        _ manifest: BureauManifest,
        configuration: SupervisorConfiguration,
        parent: Int32,
        inherited: (String) -> String?
    ) {
        self.launcher = configuration.launcher
        var words = ["--listen-fd", "0", "--report-fd", "1", "--name", "varlink", "--parent", "\(parent)"]
        words += ["--working-directory", manifest.folder]
        words += ["--memory", "\(manifest.limits.memory)", "--files", "\(manifest.limits.files)"]
        if let processes = manifest.limits.processes { words += ["--processes", "\(processes)"] }
        if let seconds = manifest.limits.processorSeconds { words += ["--cpu-seconds", "\(seconds)"] }
        if manifest.limits.denyNetwork { words.append("--deny-network") }
        // The program's own folder is always readable; the plugin's may be another one above it.
        for path in [manifest.folder] + configuration.readablePaths { words += ["--allow-read", path] }
        for path in configuration.writablePaths { words += ["--allow-write", path] }
        self.arguments = words + ["--", manifest.executable] + manifest.arguments

        var environment = configuration.environment
        // Nothing of the daemon's environment is passed on, which may hold secrets, but for what text and time need.
        for name in ["PATH", "LANG", "LC_ALL", "TZ"] where environment[name] == nil {
            environment[name] = inherited(name)
        }
        environment["TONGBAN_BUREAU"] = manifest.id
        self.environment = environment
    }
}
