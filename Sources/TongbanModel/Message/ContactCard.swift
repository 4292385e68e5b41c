// SPDX-License-Identifier: Apache-2.0

import Civic

/// Where a person of the directory can be reached beside his inbox. Lists and the journal show it masked.
public struct ContactCard: Sendable, Hashable, Codable {
    public var mobile: String?
    public var wechat: String?

    public init(mobile: String? = nil, wechat: String? = nil) {
        self.mobile = mobile
        self.wechat = wechat
    }

    /// - Throws: `BAD_CONTACT`.
    public func check() throws(Refusal) {
        if let mobile {
            do throws(IdentifierError) {
                _ = try MobileNumber(mobile)
            } catch {
                throw Refusal(code: "BAD_CONTACT", zh: error.message.zh + "。", en: error.message.en)
            }
        }
        guard self.wechat.map({ (1...128).contains($0.utf8.count) }) ?? true else {
            throw Refusal(code: "BAD_CONTACT", zh: "微信标识须为 1 至 128 字节。", en: "a messenger id has 1 to 128 bytes")
        }
    }

    public func address(_ channel: MessageChannel) -> String? {
        switch channel {
        case .sms, .phone: self.mobile
        case .wechat: self.wechat
        case .inApp, .print: nil
        }
    }

    public var masked: ContactCard {
        ContactCard(
            mobile: self.mobile.flatMap { try? MobileNumber($0).masked },
            wechat: self.wechat.map { "\($0.prefix(2))***" }
        )
    }
}
