// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

struct Status: DaemonCommand {
    static let configuration = CommandConfiguration(abstract: "服务概况 · How the daemon is.")

    @OptionGroup var global: GlobalOptions

    func run(_ session: Session) async throws {
        let status = try await session.call(DaemonInterface.Status.self, .init()).status
        let console = session.console
        guard !console.wantsJSON else { return console.json(status) }
        let state =
            switch status.state {
            case .starting: console.text("启动中", "starting")
            case .running: console.text("运行中", "running")
            case .readOnly: console.text("只读", "read-only")
            case .stopping: console.text("停止中", "stopping")
            }
        console.say(
            "通办 \(status.version) \(state)\(status.reason.map { ":\($0)" } ?? "")",
            "tongban \(status.version), \(state)\(status.reason.map { ": \($0)" } ?? "")"
        )
        let now = Format.moment(status.now, console.language)
        console.say(
            "时间 \(now)\(status.clock == .simulated ? "(模拟时钟)" : ""),启动于 \(Format.moment(status.started, console.language))",
            "time \(now)\(status.clock == .simulated ? " (simulated clock)" : ""), started \(Format.moment(status.started, console.language))"
        )
        console.say(
            "日志 \(status.journalSequence) 条,在办 \(status.openCases) 件,待办任务 \(status.waitingTasks) 个,连接 \(status.connections) 个",
            "journal \(status.journalSequence), open cases \(status.openCases), waiting tasks \(status.waitingTasks), connections \(status.connections)"
        )
        console.say(
            "数据库 \(status.store)(\(status.storeBytes / 1024) KiB),内存 \(status.memoryBytes / 1024) KiB",
            "store \(status.store) (\(status.storeBytes / 1024) KiB), memory \(status.memoryBytes / 1024) KiB"
        )
        console.say(
            "定时核查 \(status.timerAudits) 轮,修复 \(status.timersRepaired) 处,最久超时 \(status.timerOverdueMs) 毫秒",
            "timers audited \(status.timerAudits) times, \(status.timersRepaired) repaired, oldest overdue by \(status.timerOverdueMs) ms"
        )
        for waiting in status.waiting {
            let since = waiting.oldestSeconds.map { $0 / 60 } ?? 0
            console.say(
                "等待:队列 \(waiting.queue) 有 \(waiting.count) 个任务无人办理(最久 \(since) 分钟):\(waiting.zh)",
                "waiting: \(waiting.count) tasks in queue \(waiting.queue) (the oldest for \(since) min): \(waiting.en)"
            )
        }
        guard !status.bureaus.isEmpty else { return }
        var table = Table(
            console.text("部门", "BUREAU"),
            console.text("名称", "NAME"),
            console.text("状态", "STATE"),
            console.text("说明", "REASON")
        )
        for bureau in status.bureaus {
            table.add(bureau.id, console.text(bureau.zh, bureau.en), bureau.state, bureau.reason ?? "")
        }
        console.line(table.text)
    }
}
