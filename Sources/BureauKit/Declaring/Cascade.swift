// SPDX-License-Identifier: Apache-2.0

import Civic
import TongbanModel

/// By which channels people are told of a topic, one after the other until the message has reached them.
///
/// ```swift
/// Cascade("subsidy.*", raises: true)
///     .step(.wechat, until: .read, within: Limit(24, .hours))
///     .step(.sms, until: .confirmed, within: Limit(2, .workingDays))
///     .step(.phone, tries: 3)
/// ```
///
/// A channel that has no gateway, or no number, is left out. Gateways get the short text; one that has a diagnosis, a
/// rating, a sum or a whole number in it is replaced by a text that only names the case.
public struct Cascade: BureauPart {
    let declaration: CascadeDeclaration

    /// - Parameters:
    ///   - topic: of a ``Notifies``, its first dotted parts followed by `.*`, or `*` for all.
    ///   - raises: whether the case gets `message.reached` and `message.unreached`.
    ///   - roles: who calls and prints; the bureau's supervisors unless given.
    public init(_ topic: String, raises: Bool = false, byHand roles: [String] = []) {
        self.declaration = CascadeDeclaration(
            topic: topic,
            steps: [],
            raises: raises,
            roles: roles.isEmpty ? nil : roles
        )
    }

    private init(_ declaration: CascadeDeclaration) {
        self.declaration = declaration
    }

    /// A further channel.
    ///
    /// - Parameters:
    ///   - level: what counts as reached.
    ///   - limit: how long the channel is given for that; 24 hours for in-app and WeChat, two for SMS, two working days
    ///     for calls and ten for paper unless given.
    ///   - tries: of a call, each on another day.
    public func step(
        _ channel: MessageChannel,
        until level: MessageLevel = .accepted,
        within limit: Limit? = nil,
        tries: Int? = nil
    ) -> Cascade {
        var declaration = self.declaration
        declaration.steps.append(.init(channel, until: level, within: limit?.description, tries: tries))
        return Cascade(declaration)
    }
}

/// Where whom a case is about can be reached: fields of its form.
public struct Reached: ItemPart {
    let mobile: String?
    let wechat: String?

    public init(mobile: String? = nil, wechat: String? = nil) {
        self.mobile = mobile
        self.wechat = wechat
    }
}
