// SPDX-License-Identifier: Apache-2.0

public import Civic

/// How a process ended.
public enum ProcessEnding: Sendable, Hashable {
    case exited(code: Int32)
    case signalled(Int32)

    public var isClean: Bool { self == .exited(code: 0) }

    /// Half a sentence whose subject is the plugin.
    public var text: Bilingual {
        switch self {
        case .exited(code: 0): Bilingual("自行结束（退出码 0）", "ended on its own (exit code 0)")
        case .exited(let code): Bilingual("以退出码 \(code) 结束", "ended with exit code \(code)")
        case .signalled(let number): Self.text(ofSignal: number)
        }
    }

    private static func text(ofSignal number: Int32) -> Bilingual {
        guard let known = signals[number] else {
            return Bilingual("被信号 \(number) 终止", "was ended by signal \(number)")
        }
        return Bilingual(
            "被信号 \(known.name) 终止（\(known.meaning.zh)）",
            "was ended by signal \(known.name) (\(known.meaning.en))"
        )
    }

    /// The signals that end programs (signal(7)), as numbered on every architecture Debian has.
    private static let signals: [Int32: (name: String, meaning: Bilingual)] = [
        1: ("SIGHUP", Bilingual("挂断", "hang-up")),
        2: ("SIGINT", Bilingual("中断", "interrupt")),
        4: ("SIGILL", Bilingual("非法指令，多为程序断言失败", "illegal instruction, mostly a failed assertion")),
        5: ("SIGTRAP", Bilingual("陷阱，多为程序断言失败", "trap, mostly a failed assertion")),
        6: ("SIGABRT", Bilingual("程序自行中止", "the program aborted itself")),
        7: ("SIGBUS", Bilingual("总线错误", "bus error")),
        8: ("SIGFPE", Bilingual("算术错误", "arithmetic error")),
        9: ("SIGKILL", Bilingual("被强制结束，可能是内存不足", "killed outright, perhaps for want of memory")),
        11: ("SIGSEGV", Bilingual("访问了无效内存", "invalid memory access")),
        13: ("SIGPIPE", Bilingual("写入已关闭的管道", "write to a closed pipe")),
        15: ("SIGTERM", Bilingual("被要求结束", "asked to end")),
        24: ("SIGXCPU", Bilingual("处理器时间用尽", "processor time used up")),
        25: ("SIGXFSZ", Bilingual("文件过大", "file too large")),
        31: ("SIGSYS", Bilingual("调用了被禁止的系统调用", "forbidden system call")),
    ]
}
