internal import Decoding
internal import Events
internal import Syscalls

/// The addresses of a syscall, each evaluated separately; usually one or none.
struct Endpoints {
  /// The first address; nil for a syscall without one, which is evaluated once.
  let first: Endpoint?
  /// The further addresses of sendmmsg(2).
  let others: [Endpoint]

  init(_ endpoint: Endpoint?) {
    first = endpoint
    others = []
  }

  init(_ endpoints: [Endpoint]) {
    first = endpoints.first
    others = Array(endpoints.dropFirst())
  }

  /// How often the syscall is evaluated.
  var count: Int { 1 + others.count }

  subscript(index: Int) -> Endpoint? { index == 0 ? first : others[index - 1] }
}

extension EventType {
  /// Whether the syscall may have an internet address argument.
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
