// SPDX-License-Identifier: Apache-2.0

import CTongbanLinux
import Glibc
import Synchronization

/// The processes of one start of a plugin: its warden (`tongband-launch`) and the program. They are signalled through
/// descriptors the kernel gave for these very processes; a number that has passed to another process is never used.
final class ProcessHandle: Sendable {
    private struct Descriptors {
        var warden: Int32 = -1
        var program: Int32 = -1
        var programID: Int32?
    }

    private let descriptors = Mutex(Descriptors())

    deinit { self.close() }

    /// Takes a copy of the descriptor of the warden.
    func adopt(warden descriptor: Int32) {
        self.descriptors.withLock { $0.warden = fcntl(descriptor, F_DUPFD_CLOEXEC, 3) }
    }

    /// Takes the number the warden gave for the program.
    /// - Parameter warden: The warden's own number; the program must be its child.
    /// - Returns: Whether it is.
    func adopt(program pid: Int32, childOf warden: Int32) -> Bool {
        let descriptor = tongban_pidfd_open(pid)
        guard descriptor >= 0 else { return false }
        guard ProcessUsage.parent(of: pid) == warden else {
            Glibc.close(descriptor)
            return false
        }
        self.descriptors.withLock {
            $0.program = descriptor
            $0.programID = pid
        }
        return true
    }

    /// The number of the program while it is there.
    var programID: Int32? { self.descriptors.withLock { $0.programID } }

    /// Asks the program to end; the warden passes it on.
    func terminate() { self.signal { _ = tongban_pidfd_send_signal($0.warden, SIGTERM) } }

    /// Tells the warden to kill the program and all it has started.
    func kill() { self.signal { _ = tongban_pidfd_send_signal($0.warden, SIGUSR1) } }

    /// Kills the warden, and the program's group with it.
    func killWarden() {
        self.signal {
            if $0.program >= 0 {
                if tongban_pidfd_send_signal_to_group($0.program, SIGKILL) < 0 {
                    _ = tongban_pidfd_send_signal($0.program, SIGKILL)
                }
            }
            _ = tongban_pidfd_send_signal($0.warden, SIGKILL)
        }
    }

    /// Resident memory of the program, bytes; `nil` when it is not there.
    var residentMemory: Int64? {
        self.descriptors.withLock { descriptors in
            guard let pid = descriptors.programID, descriptors.program >= 0 else { return nil }
            let memory = ProcessUsage.residentMemory(of: pid)
            // Still the same process after the number was used: so it was while it was used.
            guard tongban_pidfd_send_signal(descriptors.program, 0) == 0 else { return nil }
            return memory
        }
    }

    /// Forgets the processes, which have been reaped.
    func close() {
        self.descriptors.withLock {
            if $0.warden >= 0 { Glibc.close($0.warden) }
            if $0.program >= 0 { Glibc.close($0.program) }
            $0 = Descriptors()
        }
    }

    private func signal(_ send: (Descriptors) -> Void) {
        self.descriptors.withLock { if $0.warden >= 0 { send($0) } }
    }
}
