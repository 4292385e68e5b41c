// SPDX-License-Identifier: Apache-2.0

import ByteJSON

/// What a server serves: who made it, which interfaces it offers, and how each method is carried out.
///
/// ```swift
/// var service = VarlinkService(vendor: "Example", product: "Echo", version: "1", url: "https://example.org")
/// service.add(EchoInterface.description)
/// service.handle(Ping.self) { input, context in Ping.Output(pong: input.ping) }
/// let server = VarlinkServer(service: service, group: .singletonMultiThreadedEventLoopGroup)
/// ```
///
/// `org.varlink.service` is there by itself.
public struct VarlinkService: Sendable {
    public let vendor: String
    public let product: String
    public let version: String
    public let url: String

    /// In the order in which they were added; `org.varlink.service` is the first.
    public private(set) var interfaces: [VarlinkInterface]

    private var handlers: [String: MethodHandler] = [:]

    public init(vendor: String, product: String, version: String, url: String) {
        self.vendor = vendor
        self.product = product
        self.version = version
        self.url = url
        self.interfaces = [.service]
    }

    /// Offers an interface; its methods answer `MethodNotImplemented` until they have a handler.
    ///
    /// - Precondition: No interface of that name is there yet.
    public mutating func add(_ interface: VarlinkInterface) {
        precondition(
            !self.interfaces.contains { $0.name == interface.name },
            "the interface \(interface.name) was added twice"
        )
        self.interfaces.append(interface)
    }

    /// - Precondition: The interface has been added and declares the method, which has no handler yet.
    mutating func register(_ method: String, _ handler: MethodHandler) {
        guard let (interface, name) = Self.split(method) else {
            preconditionFailure("\(method) is no fully-qualified method name")
        }
        precondition(
            self.interfaces.contains { $0.name == interface && $0.methods.contains(name) },
            "no interface that was added declares \(method)"
        )
        let former = self.handlers.updateValue(handler, forKey: method)
        precondition(former == nil, "\(method) was given two handlers")
    }

    func handler(of method: String) -> Result<MethodHandler, VarlinkServiceFailure> {
        if let handler = self.handlers[method] { return .success(handler) }
        switch method {
        case "org.varlink.service.GetInfo": return .success(self.getInfo)
        case "org.varlink.service.GetInterfaceDescription": return .success(self.getInterfaceDescription)
        default: break
        }
        guard let (interfaceName, name) = Self.split(method) else {
            return .failure(.methodNotFound(method: method))
        }
        guard let interface = self.interfaces.first(where: { $0.name == interfaceName }) else {
            return .failure(.interfaceNotFound(interface: interfaceName))
        }
        return .failure(
            interface.methods.contains(name) ? .methodNotImplemented(method: method) : .methodNotFound(method: method)
        )
    }

    private static func split(_ method: String) -> (interface: String, name: String)? {
        guard let dot = method.lastIndex(of: "."), dot != method.startIndex else { return nil }
        return (String(method[..<dot]), String(method[method.index(after: dot)...]))
    }
}
