// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Where the replies of one call go.
enum ReplyReceiver {
    case single(EventLoopPromise<VarlinkReply>)
    case stream(VarlinkReplies.Source)
    case upgrade(EventLoopPromise<UpgradeReply>)

    /// What comes of a call that asks for an upgrade, when it is not refused.
    struct UpgradeReply: Sendable {
        let reply: VarlinkReply
        let channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>
    }

    func fail(_ error: any Error) {
        switch self {
        case .single(let promise): promise.fail(error)
        case .stream(let source): source.finish(error)
        case .upgrade(let promise): promise.fail(error)
        }
    }
}
