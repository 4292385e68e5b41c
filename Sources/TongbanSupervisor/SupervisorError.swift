// SPDX-License-Identifier: Apache-2.0

public import Civic

/// What a supervisor refuses.
public enum SupervisorError: Error, Sendable, Hashable {
    /// No bureau of this id is supervised.
    case unknownBureau(String, known: [String])
    /// A bureau of this id is supervised already.
    case alreadySupervised(String)
    /// The folder for the sockets cannot be used.
    case runtimeDirectory(String, reason: String)
    /// A socket cannot be made.
    case socket(String, reason: String)
    /// `run()` has ended, or was called twice.
    case notRunning

    public var message: Bilingual {
        switch self {
        case .unknownBureau(let id, let known):
            let list = known.isEmpty ? "-" : known.joined(separator: ", ")
            return Bilingual("没有插件“\(id)”；现有：\(list)", "no plugin '\(id)'; there are: \(list)")
        case .alreadySupervised(let id):
            return Bilingual("插件“\(id)”已在管理之中", "plugin '\(id)' is supervised already")
        case .runtimeDirectory(let path, let reason):
            return Bilingual("运行目录 \(path) 不可用：\(reason)", "the runtime directory \(path) cannot be used: \(reason)")
        case .socket(let path, let reason):
            return Bilingual("无法监听 \(path)：\(reason)", "cannot listen on \(path): \(reason)")
        case .notRunning:
            return Bilingual("插件管理已停止", "the supervisor does not run")
        }
    }
}

extension SupervisorError: CustomStringConvertible {
    public var description: String { self.message.en }
}
