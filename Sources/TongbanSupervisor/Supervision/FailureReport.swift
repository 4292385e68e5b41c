// SPDX-License-Identifier: Apache-2.0

public import Civic

/// Everything a clerk or a developer needs to know of a failure: the cause, the call that was running, the last lines,
/// and what to do.
public struct FailureReport: Sendable, Hashable {
    public var bureau: String
    public var cause: FailureCause
    /// The call the plugin was working on, such as `Handle market.license.review, task 8213`.
    public var runningCall: String?
    /// The last messages of the plugin, oldest first.
    public var lastLines: [String]
    /// So many failures in so long a time, when that is why the plugin is in quarantine.
    public var failures: Int
    public var window: Duration

    public init(
        bureau: String,
        cause: FailureCause,
        runningCall: String? = nil,
        lastLines: [String] = [],
        failures: Int = 1,
        window: Duration = .zero
    ) {
        self.bureau = bureau
        self.cause = cause
        self.runningCall = runningCall
        self.lastLines = lastLines
        self.failures = failures
        self.window = window
    }

    /// One sentence: what happened, during what, how often.
    public var summary: Bilingual {
        let cause = self.cause.text
        var zh = "插件 \(self.bureau) \(cause.zh)"
        var en = "Plugin \(self.bureau) \(cause.en)"
        if let call = self.runningCall {
            zh += "，当时正在处理 \(call)"
            en += " while working on \(call)"
        }
        if self.failures > 1 {
            zh += "；\(self.window.components.seconds) 秒内已失败 \(self.failures) 次"
            en += "; it failed \(self.failures) times within \(self.window.components.seconds) s"
        }
        return Bilingual(zh + "。", en + ".")
    }

    /// What to do about it.
    public var advice: Bilingual {
        let advice = self.cause.advice(bureau: self.bureau)
        return Bilingual(advice.zh + "。", advice.en + ".")
    }

    /// The summary, the last line the plugin wrote, and what to do.
    public var text: Bilingual {
        var zh = self.summary.zh
        var en = self.summary.en
        if let last = self.lastLines.last {
            zh += "最后输出：“\(last)”。"
            en += " Last words: '\(last)'."
        }
        return Bilingual(zh + self.advice.zh, en + " " + self.advice.en)
    }
}
