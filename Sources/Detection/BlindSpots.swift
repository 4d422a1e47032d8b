public import Events

/// The events that dftrace could not observe, counted by kind.
public struct BlindSpots {
  /// The kinds.
  public enum Kind: Hashable {
    case foreignABI(String)
    case setuidIgnored
    case untracedClone
    case ownListener(isRefused: Bool)
    case ioUring
    case nestedTracer
    case unheardNames
    case unnamedFiles
    case unreadableMemory

    var id: String {
      switch self {
      case .foreignABI: "foreign-abi"
      case .setuidIgnored: "setuid-ignored"
      case .untracedClone: "clone-untraced"
      case .ownListener: "seccomp-listener"
      case .ioUring: "io-uring"
      case .nestedTracer: "nested-tracer"
      case .unheardNames: "names-unheard"
      case .unnamedFiles: "files-unnamed"
      case .unreadableMemory: "memory-unreadable"
      }
    }

    var message: String {
      switch self {
      case .foreignABI(let name):
        "\(name) system calls were made, which this version does not decode"
      case .setuidIgnored:
        "set-user-id programs ran without their privileges, as they do under a tracer without root "
          + "or with no_new_privs"
      case .untracedClone:
        "a program asked for a child that no tracer sees (CLONE_UNTRACED); the child was traced "
          + "all the same"
      case .ownListener(isRefused: true):
        "a program asked for a seccomp listener of its own, which the kernel refuses while dftrace "
          + "has one"
      case .ownListener(isRefused: false):
        "a program set up its own seccomp listener, which may answer calls before they are seen"
      case .ioUring: "what is done through an io_uring passes by every system-call tracer"
      case .nestedTracer:
        "a program tried to trace another, which the kernel refuses while dftrace does"
      case .unheardNames:
        "a name server was connected to, and what was asked could not be seen"
      case .unnamedFiles:
        "files were used below directories whose names are longer than the kernel shows and that "
          + "dftrace may not list"
      case .unreadableMemory:
        "processes whose memory the kernel keeps from an unprivileged tracer made calls whose names "
          + "and addresses are not known"
      }
    }
  }

  private var found: [Kind: Int] = [:]

  /// Without blind spots.
  public init() {}

  /// Counts occurrences; zero occurrences add no blind spot.
  public mutating func add(_ kind: Kind, count: Int = 1) {
    if count > 0 { found[kind, default: 0] += count }
  }

  /// All blind spots, sorted by id.
  ///
  /// - Parameter lost: the number of files, names and sockets dropped at capacity.
  public func list(lost: Int) -> [BlindSpot] {
    var list = found.map { BlindSpot(id: $0.key.id, message: $0.key.message, count: $0.value) }
    if lost > 0 {
      list.append(
        BlindSpot(
          id: "memory-bound",
          message: "more was done than dftrace remembers: files written or given other names, "
            + "connections, names answered, or addresses, ports and directories tried",
          count: lost))
    }
    return list.sorted { ($0.id, $0.message) < ($1.id, $1.message) }
  }
}
