/// A socket address.
public enum Endpoint: Hashable, Sendable {
  /// An internet address and port.
  case ip(IPAddress, port: UInt16)
  /// A path of a Unix domain socket.
  case unix([UInt8])
  /// A name in Linux's abstract namespace, without its leading NUL.
  case abstract([UInt8])
  /// The address of a socket pair or an unnamed local socket.
  case unnamed
  /// An address of another family (`AF_…`), not decoded.
  case other(family: UInt16)

  /// The text that `fd.name` shows.
  public var text: [UInt8] {
    switch self {
    case .ip(let address, let port):
      Array((address.isIPv4 ? "\(address):\(port)" : "[\(address)]:\(port)").utf8)
    case .unix(let path): path
    case .abstract(let name): [0x40] + name
    case .unnamed: []
    case .other(let family): Array("family \(family)".utf8)
    }
  }
}
