internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import Syscalls

// Fields of the syscall's address argument.
extension EventView {
  mutating func socketValue(_ field: SocketField, _ arena: inout ByteArena) -> FieldValue {
    guard let destination else { return .absent }
    switch field {
    case .fdSockfamily:
      switch destination {
      case .ip: return .text(arena.append("ip"))
      case .unix, .abstract: return .text(arena.append("unix"))
      default: return .absent
      }
    case .fdL4proto: return protocolName().map { .text(arena.append($0)) } ?? .absent
    }
  }

  /// Whether the address argument is the caller's own (bind, listen).
  private var isLocal: Bool { facts.event == .bind || facts.event == .listen }

  mutating func addressValue(_ field: AddressField, _ arena: inout ByteArena) -> FieldValue {
    guard case .ip(let address, let port)? = destination else { return .absent }
    switch field {
    case .fdSip: return self.address(isServerEnd: true, address)
    case .fdCip: return self.address(isServerEnd: false, address)
    case .fdRip: return self.address(isServerEnd: !isLocal, address)
    case .fdLip: return self.address(isServerEnd: isLocal, address)
    case .fdSport: return self.port(isServerEnd: true, port)
    case .fdCport: return self.port(isServerEnd: false, port)
    case .fdRport: return self.port(isServerEnd: !isLocal, port)
    case .fdLport: return self.port(isServerEnd: isLocal, port)
    case .fdIP:
      guard case .ip(let other, _)? = otherEnd() else { return .addresses(address, address) }
      return .addresses(address, other)
    case .fdPort:
      guard case .ip(_, let other)? = otherEnd() else {
        return .numbers(Int64(port), Int64(port))
      }
      return .numbers(Int64(port), Int64(other))
    case .fdIsLoopback: return .boolean(address.isLoopback)
    case .fdIsPrivate: return .boolean(address.isPrivate)
    case .fdIsResolver: return .boolean(run.resolvers.contains(address))
    case .fdIsServer: return .boolean(isLocal)
    case .fdIsMetadataService: return .boolean(address.isMetadataService)
    case .fdIsKubernetesAPI: return .boolean(isKubernetesAPI(address))
    case .fdSipName: return names(of: isLocal ? nil : address, &arena)
    case .fdCipName:
      guard case .ip(let other, _)? = otherEnd() else { return .absent }
      return names(of: other, &arena)
    case .fdCountry:
      return run.country(of: address).map { .text(arena.append($0.country.description)) }
        ?? .absent
    }
  }

  /// The server's end is the destination of a connect, and the address of a bind.
  private mutating func address(isServerEnd: Bool, _ address: IPAddress) -> FieldValue {
    guard !isServerEnd else { return .address(address) }
    guard case .ip(let other, _)? = otherEnd() else { return .absent }
    return .address(other)
  }

  private mutating func port(isServerEnd: Bool, _ port: UInt16) -> FieldValue {
    guard !isServerEnd else { return .number(Int64(port)) }
    guard case .ip(_, let other)? = otherEnd() else { return .absent }
    return .number(Int64(other))
  }

  /// Whether the program's environment names an address as the API server of its cluster.
  private mutating func isKubernetesAPI(_ address: IPAddress) -> Bool {
    guard let value = variable("KUBERNETES_SERVICE_HOST") else { return false }
    return IPAddress(String(decoding: value, as: UTF8.self)) == address
  }

  private func names(of address: IPAddress?, _ arena: inout ByteArena) -> FieldValue {
    list(address.map { run.names(of: $0).map { Array($0.utf8) } } ?? [], &arena)
  }

  private mutating func otherEnd() -> Endpoint? {
    guard !isLocal, let local = socketFacts()?.local else { return nil }
    return SocketDecoder.endpoint(local[...])
  }

  private mutating func protocolName() -> String? {
    guard let facts = socketFacts() else { return nil }
    // IPPROTO_ICMP and IPPROTO_ICMPV6, <netinet/in.h>.
    switch (facts.domain, facts.type, facts.proto) {
    case (SocketFamily.unix, _, _): return "unix"
    case (SocketFamily.ipv4, _, 1), (SocketFamily.ipv6, _, 58): return "icmp"
    case (_, SocketType.stream, _): return "tcp"
    case (_, SocketType.datagram, _): return "udp"
    case (_, SocketType.raw, _): return "raw"
    default: return nil
    }
  }
}
