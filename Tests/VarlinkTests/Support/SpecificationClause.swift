// SPDX-License-Identifier: Apache-2.0

/// What UAPI.20 version 0.1 demands of an implementation, in short; `must` and `should` are the specification's.
///
/// Left out is what binds authors of interfaces only, the HTTP transport, which is another program's, and the passing of
/// file descriptors beyond refusing them. What binds the interface definition language is proved where its parser is.
enum SpecificationClause: String, CaseIterable, Sendable {
    // Mapping of types
    case floatsNeverNaN = "MUST NOT generate NaN or infinity"
    case integers64 = "SHOULD support the range of signed 64-bit integers; that of unsigned ones is RECOMMENDED"
    case nullIsAbsent = "MUST treat an absent nullable field and null as equal"
    case nonNullablePresent = "a non-nullable field must be present and not null"
    case refuseUnknownFields = "a service SHOULD refuse undeclared fields with InvalidParameter"
    case refuseWrongTypes = "a service SHOULD refuse values that do not match the declared type"
    case ignoreUnknownReplyFields = "clients SHOULD ignore undeclared fields in replies"

    // Wire
    case utf8 = "messages MUST be encoded in UTF-8"
    case nulTerminated = "each message is terminated with a single NUL byte"
    case anySplit = "MUST NOT assume that one read returns one message"
    case noWhiteSpace = "SHOULD NOT emit white space outside of strings"
    case acceptWhiteSpace = "MUST accept white space"
    case inOrder = "a service responds in the order in which requests are received"
    case pipelining = "multiple requests can be queued on a connection"

    // Calls and replies
    case oneFlag = "MUST reject calls with more than one of oneway, more, upgrade by closing the connection"
    case booleanFlags = "MUST reject calls with a non-boolean flag by closing the connection"
    case emptyParametersOfCalls = "absent, null and {} parameters of a call MUST be treated as equal by servers"
    case emptyParametersOfReplies = "absent, null and {} parameters of a reply MUST be treated as equal by clients"
    case omitParametersOfCalls = "senders SHOULD omit empty parameters"
    case omitParametersOfReplies = "servers SHOULD omit empty parameters"
    case noContinuesWithError = "continues MUST NOT be set in an error reply"
    case qualifiedErrors = "errors are identified by their fully-qualified name"

    // oneway, more, upgrade
    case onewayNoReply = "a server MUST NOT reply to a oneway call, neither with success nor with an error"
    case onewayEverywhere = "all servers MUST implement oneway, for every method"
    case moreOptional = "a method without support for more replies once, without continues"
    case moreSeries = "replies with continues are followed by exactly one without, or an error"
    case moreExclusive = "MUST NOT process further calls until the final reply has been sent"
    case moreClose = "a client that is no longer interested closes the connection"
    case noContinuesWithoutMore = "MUST NOT set continues in replies to calls without more"
    case expectedMore = "SHOULD reply ExpectedMore where a method only makes sense with more"
    case upgradeConfirmed = "a single reply confirms an upgrade; after it both sides exchange arbitrary data"
    case upgradeError = "after an error in reply to an upgrade the connection remains a Varlink connection"
    case upgradeServerReads = "a server MUST NOT consume bytes beyond the NUL of the upgrade call"
    case upgradeClientReads = "a client MUST NOT consume bytes beyond the NUL of the confirming reply"
    case upgradeClientWaits = "a client SHOULD NOT send data before the confirmation"
    case expectedUpgrade = "SHOULD reply ExpectedUpgrade where a method requires the flag"

    // Vendor extensions and malformed messages
    case vendorNames = "vendor members MUST be nested in an object whose name contains a dot"
    case vendorIgnored = "SHOULD ignore vendor extension objects that are not understood"
    case unknownMembersOfCalls = "MUST reject calls with unknown unprefixed members by closing the connection"
    case unknownMembersOfReplies = "MUST reject replies with unknown unprefixed members by closing the connection"
    case malformed = "MUST close connections on which malformed messages are received"

    // Connections
    case abortOnClose = "SHOULD abort the operation when the client closes the connection"
    case dropReplies = "MUST discard pending replies when the client closes the connection"
    case limitMessageSize = "MAY limit the size of messages, and SHOULD close connections that exceed it"
    case limitConnections = "MAY limit the number of connections, and SHOULD close those that exceed it"

    // org.varlink.service
    case serviceInterface = "every service SHOULD implement org.varlink.service"
    case interfacesIncludeService = "the list of interfaces MUST include org.varlink.service"
    case descriptions = "GetInterfaceDescription returns the definition, comments included"
    case notFound = "InterfaceNotFound, MethodNotFound and MethodNotImplemented say what is not there"

    // Addresses, activation, Unix sockets
    case addresses = "Unix sockets are RECOMMENDED; properties after a semicolon SHOULD be ignored"
    case activationProcess =
        "activation variables for another process, by LISTEN_PID or LISTEN_PIDFDID, MUST be ignored"
    case activationName = "of several sockets, the one for Varlink MUST be named varlink"
    case activationKinds = "a passed socket SHOULD be a listening or a connected stream socket"
    case readBit = "SHOULD listen at a path; a mode with read access for all is RECOMMENDED"
    case credentials = "SHOULD check the credentials of the peer: SO_PEERCRED is RECOMMENDED"
    case processDescriptor = "SHOULD use SO_PEERPIDFD to act on the peer's process"
    case noDescriptors = "MUST NOT accept file descriptors unless an interface makes use of them"
}
