// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import ByteJSON
import Civic
import TongbanAPI
import Varlink

/// One run of a command against the daemon: the connection, whom it acts for, and where it prints.
struct Session: Sendable {
    let console: Console
    let connection: VarlinkConnection
    let headers: VarlinkHeaders

    /// The same, for calls whose leases outlive the connection.
    var keepingLeases: Session {
        var header = (try? self.headers["org.tongban.call"]?.parsed()) ?? [:]
        header["detached"] = true
        var headers = self.headers
        headers["org.tongban.call"] = RawJSON(header)
        return Session(console: self.console, connection: self.connection, headers: headers)
    }

    func call<Method: VarlinkMethod>(_ method: Method.Type, _ input: Method.Input) async throws -> Method.Output {
        try await self.connection.call(method, input, headers: self.headers)
    }

    /// The daemon's civil day, which on a simulated clock is not today.
    func today() async throws -> CivilDay {
        let now = try await self.call(ClockInterface.Get.self, .init()).now
        return ShanghaiTime.day(of: Instant(now) ?? Instant(milliseconds: 0))
    }

    func stream<Method: VarlinkMethod>(_ method: Method.Type, _ input: Method.Input) -> VarlinkOutputs<Method> {
        self.connection.callMore(method, input, headers: self.headers)
    }
}

/// A command that talks to the daemon.
protocol DaemonCommand: AsyncParsableCommand {
    var global: GlobalOptions { get }
    func run(_ session: Session) async throws
}

extension DaemonCommand {
    func run() async throws {
        let console = Console(language: self.global.chosenLanguage, wantsJSON: self.global.json)
        var headers = VarlinkHeaders()
        if let person = self.global.person {
            headers["org.tongban.call"] = RawJSON(["actor": .string(person)])
        }
        let address: VarlinkAddress
        do {
            address = try VarlinkAddress(self.global.socket)
        } catch {
            throw ValidationError("\(error)")
        }
        var configuration = VarlinkClientConfiguration()
        configuration.callTimeout = nil
        do {
            try await VarlinkConnection.withConnection(to: address, configuration: configuration) { connection in
                try await self.run(Session(console: console, connection: connection, headers: headers))
            }
        } catch let error as VarlinkError {
            throw Failure.report(error, console: console, socket: self.global.socket)
        }
    }
}

/// Turns what went wrong into words and an exit code: 1 refused, 3 no daemon.
enum Failure {
    static func report(_ error: VarlinkError, console: Console, socket: String) -> ExitCode {
        switch error {
        case .connectFailed(_, let reason):
            console.complain(
                "连接不上服务(\(socket)):\(reason)。请确认 tongband 已启动,或用 --socket 指定套接字。",
                "cannot reach the daemon at \(socket): \(reason). Is tongband running? --socket names another socket."
            )
            return ExitCode(3)
        case .connectionClosed:
            console.complain(
                "服务在答复前断开了连接;操作是否完成不确定,请查询后再试。",
                "the daemon closed the connection before it answered; whether the request was carried out is not known"
            )
            return ExitCode(3)
        case .failure(let name, let parameters):
            Self.refused(name, (try? parameters.parsed()) ?? .null, console)
            return ExitCode(1)
        case .protocolViolation, .unexpectedOutput, .timedOut, .upgraded:
            console.complain("与服务通信出错:\(error)", "trouble with the daemon: \(error)")
            return ExitCode(3)
        }
    }

    private static func refused(_ name: String, _ parameters: JSON, _ console: Console) {
        if console.wantsJSON {
            console.complain(["error": .string(name), "parameters": parameters])
            return
        }
        func text(_ member: String) -> String { parameters[member]?.stringValue ?? "" }
        switch name {
        case "org.tongban.Daemon.Refused":
            console.complain("拒绝 [\(text("code"))] \(text("zh"))", "refused [\(text("code"))] \(text("en"))")
        case "org.tongban.Daemon.Unavailable":
            console.complain(
                "目前不能写入:\(text("reason"))。恢复后会自动继续。",
                "nothing can be written at present: \(text("reason"))"
            )
        case "org.tongban.Cases.InvalidForm":
            console.complain("拒绝 [INVALID_FORM] 填写有误:", "refused [INVALID_FORM] the values have faults:")
            for fault in parameters["faults"]?.arrayValue ?? [] {
                let field = fault["field"]?.stringValue ?? ""
                console.complain(
                    "  \(field): \(fault["zh"]?.stringValue ?? "")",
                    "  \(field): \(fault["en"]?.stringValue ?? "")"
                )
            }
        case "org.tongban.Cases.NoSuchCase":
            console.complain(
                "拒绝 [NO_SUCH_CASE] 没有办件 \(text("number"))。",
                "refused [NO_SUCH_CASE] there is no case \(text("number"))"
            )
        case "org.tongban.Items.NoSuchItem" where text("item").isEmpty:
            console.complain(
                "拒绝 [NO_SUCH_BUREAU] 没有部门 \(text("bureau"))。",
                "refused [NO_SUCH_BUREAU] there is no bureau \(text("bureau"))"
            )
        case "org.tongban.Items.NoSuchItem":
            console.complain(
                "拒绝 [NO_SUCH_ITEM] 部门 \(text("bureau")) 没有事项 \(text("item"))。",
                "refused [NO_SUCH_ITEM] bureau \(text("bureau")) has no item \(text("item"))"
            )
        case "org.tongban.Cases.Conflict":
            let revision = parameters["revision"]?.integerValue ?? 0
            console.complain(
                "拒绝 [CONFLICT] 办件已被他人改动,现为第 \(revision) 版,请重新查看后再办。",
                "refused [CONFLICT] somebody changed the case first; it is at revision \(revision): look again"
            )
        case "org.varlink.service.PermissionDenied":
            console.complain(
                "拒绝 [PERMISSION] 您没有权限;可用 --as 指明代表的人员。",
                "refused [PERMISSION] you may not do that; --as names the person you act for"
            )
        case "org.varlink.service.InvalidParameter":
            console.complain(
                "拒绝 [INVALID_PARAMETER] 参数 \(text("parameter")) 有误。",
                "refused [INVALID_PARAMETER] parameter \(text("parameter")) is wrong"
            )
        case "org.varlink.service.MethodNotFound", "org.varlink.service.InterfaceNotFound":
            console.complain("服务版本过旧,没有这项功能(\(name))。", "the daemon is too old for this (\(name))")
        default:
            let code = name.split(separator: ".").last.map(String.init) ?? name
            let detail = parameters.objectValue.map { object in
                object.members.map { "\($0.name) \($0.value.stringValue ?? $0.value.text)" }.joined(separator: ", ")
            }
            console.complain("拒绝 [\(code)] \(detail ?? "")", "refused [\(code)] \(detail ?? "")")
        }
    }
}
