/// The kernel's facts about a socket.
public struct SocketFacts: Equatable, Sendable {
  /// `AF_…`.
  public let domain: Int32
  /// `SOCK_…`, without flags.
  public let type: Int32
  /// `IPPROTO_…`.
  public let proto: Int32
  /// The `struct sockaddr` of its own end; empty when it has none.
  public let local: [UInt8]

  /// Describes a socket.
  public init(domain: Int32, type: Int32, proto: Int32, local: [UInt8]) {
    self.domain = domain
    self.type = type
    self.proto = proto
    self.local = local
  }
}
