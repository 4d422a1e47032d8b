internal import Decoding
internal import Events
internal import Syscalls

/// The addresses that a call is about, each judged on its own: mostly one or none.
struct Endpoints {
  /// The first; nil when there is none, and the call is judged without.
  let first: Endpoint?
  /// What sendmmsg(2) names besides.
  let others: [Endpoint]

  init(_ endpoint: Endpoint?) {
    first = endpoint
    others = []
  }

  init(_ endpoints: [Endpoint]) {
    first = endpoints.first
    others = Array(endpoints.dropFirst())
  }

  /// How often the call is judged.
  var count: Int { 1 + others.count }

  subscript(index: Int) -> Endpoint? { index == 0 ? first : others[index - 1] }
}

extension EventType {
  /// Whether the call may name an internet address.
  var hasDestination: Bool { Self.destinationTable[Int(rawValue)] }

  private static let destinationTable = allCases.map { Field.fdSip.applies(to: $0) }

  /// The positions of the arguments that are paths.
  var pathPositions: [Int] { Self.pathTable[Int(rawValue)] }

  private static let pathTable = allCases.map { event in
    event.arguments.indices.filter { event.arguments[$0].kind.isPath }
  }
}

extension ArgumentKind {
  /// Whether the argument is the address of a path.
  var isPath: Bool { self == .path || self == .pathNoFollow }
}
