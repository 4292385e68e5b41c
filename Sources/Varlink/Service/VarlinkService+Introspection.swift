// SPDX-License-Identifier: Apache-2.0

import ByteJSON

extension VarlinkService {
    var getInfo: MethodHandler {
        let info = RawJSON([
            "vendor": .string(self.vendor),
            "product": .string(self.product),
            "version": .string(self.version),
            "url": .string(self.url),
            "interfaces": .array(self.interfaces.map { .string($0.name) }),
        ])
        return .onLoop(isPipelined: false) { context, responder in
            do throws(JSONError) {
                _ = try Self.members(of: context.parameters, allowed: nil)
                responder.reply(info)
            } catch {
                responder.fail(VarlinkServiceFailure(error))
            }
        }
    }

    var getInterfaceDescription: MethodHandler {
        .onLoop(isPipelined: false) { [interfaces] context, responder in
            do throws(JSONError) {
                guard let name = try Self.members(of: context.parameters, allowed: "interface") else {
                    throw .missing("interface", offset: 0)
                }
                guard let interface = interfaces.first(where: { $0.name == name }) else {
                    responder.fail(VarlinkServiceFailure.interfaceNotFound(interface: name))
                    return
                }
                responder.reply(RawJSON(["description": .string(interface.description)]))
            } catch {
                responder.fail(VarlinkServiceFailure(error))
            }
        }
    }

    /// The one string that the parameters may hold; any other member is an error.
    private static func members(of parameters: RawJSON, allowed: StaticString?) throws(JSONError) -> String? {
        try JSONReader.read(parameters.bytes) { reader throws(JSONError) in
            var value: String?
            try reader.beginObject()
            while try reader.nextMember() {
                guard let allowed, reader.isMember(allowed) else { throw reader.unknownMember() }
                try reader.readMember(into: &value)
            }
            return value
        }
    }
}

extension VarlinkInterface {
    /// `org.varlink.service`, in the wording of UAPI.20.
    static let service = VarlinkInterface(
        name: "org.varlink.service",
        description: """
            # The Varlink Service Interface should be provided by every varlink service.
            # It describes the service and the interfaces it implements.
            interface org.varlink.service

            # Get a list of all the interfaces a service provides and information
            # about the implementation.
            method GetInfo() -> (
              vendor: string,
              product: string,
              version: string,
              url: string,
              interfaces: []string
            )

            # Get the description of an interface that is implemented by this service.
            method GetInterfaceDescription(interface: string) -> (description: string)

            # The requested interface was not found.
            error InterfaceNotFound (interface: string)

            # The requested method was not found
            error MethodNotFound (method: string)

            # The interface defines the requested method, but the service does not
            # implement it.
            error MethodNotImplemented (method: string)

            # One of the passed parameters is invalid.
            error InvalidParameter (parameter: string)

            # Client is denied access
            error PermissionDenied ()

            # Method is expected to be called with 'more' set to true, but wasn't
            error ExpectedMore ()

            # Method is expected to be called with 'upgrade' set to true, but wasn't
            error ExpectedUpgrade ()

            """,
        methods: ["GetInfo", "GetInterfaceDescription"]
    )
}
