// SPDX-License-Identifier: Apache-2.0

public import Civic

/// Why a plugin is not, or no longer, at work.
public enum FailureCause: Sendable, Hashable {
    /// It could not be started; the text is the system's or `tongband-launch`'s.
    case couldNotStart(String)
    /// It ended without having been asked to.
    case ended(ProcessEnding)
    /// It answered the handshake with an error, or not as agreed.
    case handshakeRefused(String)
    /// It did not answer the handshake in time.
    case handshakeTimedOut(Duration)
    /// Plugin and daemon have no protocol version in common; starting it again would not help.
    case versionMismatch(String)
    /// It did not answer so many probes in a row.
    case unresponsive(probes: Int)
    /// It needed more memory than it may have; bytes.
    case memoryExceeded(limit: Int64, used: Int64?)

    /// Whether another start cannot end otherwise.
    public var isFinal: Bool {
        if case .versionMismatch = self { return true }
        return false
    }

    /// Half a sentence whose subject is the plugin.
    public var text: Bilingual {
        switch self {
        case .couldNotStart(let why): Bilingual("无法启动：\(why)", "could not be started: \(why)")
        case .ended(let ending): ending.text
        case .handshakeRefused(let why): Bilingual("启动后握手失败：\(why)", "failed the first call (handshake): \(why)")
        case .handshakeTimedOut(let limit):
            Bilingual(
                "启动后 \(Self.seconds(limit)) 秒内没有应答握手",
                "did not answer the first call (handshake) within \(Self.seconds(limit)) s"
            )
        case .versionMismatch(let why):
            Bilingual("与本系统的协议版本不符：\(why)", "does not speak a protocol version of this daemon: \(why)")
        case .unresponsive(let probes):
            Bilingual("连续 \(probes) 次没有应答检查", "did not answer \(probes) probes in a row")
        case .memoryExceeded(let limit, let used):
            Bilingual(
                "内存超过上限 \(Self.mebibytes(limit)) MiB\(used.map { "（用到 \(Self.mebibytes($0)) MiB）" } ?? "")",
                "needed more memory than its limit of \(Self.mebibytes(limit)) MiB"
                    + (used.map { " (had \(Self.mebibytes($0)) MiB)" } ?? "")
            )
        }
    }

    /// What a person can do about it.
    public func advice(bureau: String) -> Bilingual {
        let restart = "tongbanctl plugin restart \(bureau)"
        switch self {
        case .couldNotStart:
            return Bilingual(
                "请检查插件文件是否完整、可执行，再执行 \(restart)",
                "Check that the plugin's files are complete and executable, then run \(restart)"
            )
        case .versionMismatch:
            return Bilingual(
                "请安装与本系统配套的插件版本，再执行 \(restart)",
                "Install the plugin's version made for this daemon, then run \(restart)"
            )
        case .memoryExceeded:
            return Bilingual(
                "请提高 bureau.json 中的 limits.memory，或请开发者减少内存占用，再执行 \(restart)",
                "Raise limits.memory in its bureau.json, or have its developers look, then run \(restart)"
            )
        case .ended, .handshakeRefused, .handshakeTimedOut, .unresponsive:
            return Bilingual(
                "请把最后的日志交给插件开发者；排除故障后执行 \(restart)",
                "Give its last lines to its developers; when it is mended, run \(restart)"
            )
        }
    }

    private static func mebibytes(_ bytes: Int64) -> Int64 { (bytes + (1 << 19)) >> 20 }

    private static func seconds(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let tenths = attoseconds / 100_000_000_000_000_000
        return tenths == 0 ? "\(seconds)" : "\(seconds).\(tenths)"
    }
}
