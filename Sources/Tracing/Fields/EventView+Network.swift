internal import Decoding
internal import Events
internal import Geography
internal import Kernel
internal import Syscalls

// The values that come from the address that a call names.
extension EventView {
  mutating func networkValue(_ key: FieldKey, _ arena: inout ByteArena) -> FieldValue {
    let field = key.field
    guard let destination else { return .absent }
    switch (field, destination) {
    case (.fdSockfamily, .ip): return .text(arena.append("ip"))
    case (.fdSockfamily, .unix), (.fdSockfamily, .abstract): return .text(arena.append("unix"))
    case (.fdL4proto, _): return protocolName().map { .text(arena.append($0)) } ?? .absent
    case (.runDestinations, .ip(let address, let port)),
      (.runPortsTried, .ip(let address, let port)),
      (.runHostsTried, .ip(let address, let port)):
      return attempts(key, address, port)
    case (_, .ip(let address, let port)): return addressValue(field, address, port, &arena)
    default: return .absent
    }
  }

  /// Whether the address in the call is the caller's own end (bind, listen).
  private var isLocal: Bool { facts.event == .bind || facts.event == .listen }

  private mutating func addressValue(
    _ field: Field, _ address: IPAddress, _ port: UInt16, _ arena: inout ByteArena
  ) -> FieldValue {
    let isServerEnd: Bool
    switch field {
    case .fdSip, .fdSport: isServerEnd = true
    case .fdCip, .fdCport: isServerEnd = false
    case .fdRip, .fdRport: isServerEnd = !isLocal
    case .fdLip, .fdLport: isServerEnd = isLocal
    case .fdIP, .fdPort: return bothEnds(field, address, port)
    case .fdIsLoopback: return .boolean(address.isLoopback)
    case .fdIsPrivate: return .boolean(address.isPrivate)
    case .fdIsResolver: return .boolean(run.resolvers.contains(address))
    case .fdIsServer: return .boolean(isLocal)
    case .fdIsMetadataService: return .boolean(address.isMetadataService)
    case .fdSipName: return names(of: isLocal ? nil : address, &arena)
    case .fdCipName:
      guard case .ip(let other, _)? = otherEnd() else { return .absent }
      return names(of: other, &arena)
    case .fdCountry:
      return run.country(of: address).map { .text(arena.append($0.country.description)) }
        ?? .absent
    default: return .absent
    }
    // What is connected to, and what is bound, are both the server's end.
    guard !isServerEnd else {
      return field.isPort ? .number(Int64(port)) : .address(address)
    }
    guard case .ip(let other, let otherPort)? = otherEnd() else { return .absent }
    return field.isPort ? .number(Int64(otherPort)) : .address(other)
  }

  private func names(of address: IPAddress?, _ arena: inout ByteArena) -> FieldValue {
    list(address.map { run.names(of: $0).map { Array($0.utf8) } } ?? [], &arena)
  }

  private mutating func bothEnds(
    _ field: Field, _ address: IPAddress, _ port: UInt16
  ) -> FieldValue {
    guard case .ip(let other, let otherPort)? = otherEnd() else {
      return field == .fdPort
        ? .numbers(Int64(port), Int64(port)) : .addresses(address, address)
    }
    return field == .fdPort
      ? .numbers(Int64(port), Int64(otherPort)) : .addresses(address, other)
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

extension Field {
  fileprivate var isPort: Bool {
    switch self {
    case .fdSport, .fdCport, .fdRport, .fdLport, .fdPort: true
    default: false
    }
  }
}
