// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// A host for one flow that exists only in memory: it gives the flow its own sends back, the delayed ones when virtual
/// time reaches them, and keeps what else the flow asked for.
public struct FlowSimulation: Sendable {
    private struct Timer {
        var due: Int64
        var number: Int
        var send: FlowSend
    }

    public let interpreter: FlowInterpreter
    public private(set) var state: FlowState

    /// Milliseconds since the start.
    public private(set) var now: Int64 = 0

    /// Everything the flow asked for, in order.
    public private(set) var outputs: [FlowOutput] = []
    public private(set) var errors: [FlowError] = []

    /// States as they were entered, since the start.
    public private(set) var entered: [String] = []
    private var timers: [Timer] = []
    private var timersMade = 0

    /// How many events one call may lead to before the flow counts as one that never rests.
    public static let eventLimit = 10_000

    /// Starts a flow.
    public init(_ interpreter: FlowInterpreter, data: JSONObject = [:], stamps: JSONObject = [:]) {
        self.interpreter = interpreter
        let step = interpreter.start(data: data, stamps: stamps)
        self.state = step.state
        self.settle(step)
    }

    public var isRunning: Bool { self.state.isRunning }

    /// The active atomic states, sorted.
    public var atomicStates: [String] { self.interpreter.atomicStates(of: self.state) }

    /// Handles an event, and then everything the flow sends itself without delay.
    public mutating func send(_ event: FlowEvent) {
        self.settle(self.interpreter.handle(event, in: self.state))
    }

    public mutating func send(_ name: String, data: JSON = .null) {
        self.send(FlowEvent(name: name, data: data))
    }

    /// Lets time pass; delayed events come in the order in which they fall due.
    public mutating func advance(milliseconds: Int64) {
        let end = self.now + max(0, milliseconds)
        var events = 0
        while let index = self.nextTimer(until: end) {
            let timer = self.timers.remove(at: index)
            self.now = timer.due
            events += 1
            guard events <= Self.eventLimit else {
                self.errors.append(.runaway(states: self.atomicStates, limit: Self.eventLimit))
                break
            }
            self.settle(self.interpreter.handle(self.event(of: timer.send), in: self.state))
        }
        self.now = end
    }

    public mutating func advance(seconds: Double) {
        self.advance(milliseconds: Int64((min(max(seconds, 0), 9e12) * 1_000).rounded()))
    }

    private func nextTimer(until end: Int64) -> Int? {
        self.timers.indices
            .filter { self.timers[$0].due <= end }
            .min { (self.timers[$0].due, self.timers[$0].number) < (self.timers[$1].due, self.timers[$1].number) }
    }

    private func event(of send: FlowSend) -> FlowEvent {
        FlowEvent(
            name: send.event,
            data: send.data,
            sendID: send.id,
            origin: "#_scxml_flow",
            originType: "http://www.w3.org/TR/scxml/#SCXMLEventProcessor"
        )
    }

    private mutating func settle(_ first: FlowStep) {
        var waiting: [FlowSend] = []
        var next = 0
        self.take(first, &waiting)
        while next < waiting.count {
            let send = waiting[next]
            next += 1
            guard next <= Self.eventLimit else {
                self.errors.append(.runaway(states: self.atomicStates, limit: Self.eventLimit))
                return
            }
            self.take(self.interpreter.handle(self.event(of: send), in: self.state), &waiting)
        }
    }

    private mutating func take(_ step: FlowStep, _ waiting: inout [FlowSend]) {
        self.state = step.state
        self.outputs += step.outputs
        self.errors += step.errors
        self.entered += step.entered
        for output in step.outputs {
            switch output {
            case .send(let send) where send.target == nil:
                if send.delayMilliseconds == 0 {
                    waiting.append(send)
                } else {
                    self.timersMade += 1
                    let (due, overflow) = self.now.addingReportingOverflow(send.delayMilliseconds)
                    self.timers.append(Timer(due: overflow ? .max : due, number: self.timersMade, send: send))
                }
            case .cancel(let id): self.timers.removeAll { $0.send.id == id }
            default: continue
            }
        }
    }
}
