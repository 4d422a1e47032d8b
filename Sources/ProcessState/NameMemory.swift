public import Events

/// The host names of addresses, from the run's DNS answers. Bounded; dropped names are counted.
public struct NameMemory: Sendable {
  private static let addressLimit = 50_000
  private static let nameLimit = 16
  /// Capacity in names for all addresses: a name may have 255 characters.
  private static let totalLimit = 100_000
  private var total = 0
  private var known: [IPAddress: [String]] = [:]
  /// The number of names dropped at capacity.
  public private(set) var overflow = 0

  /// An empty memory.
  public init() {}

  /// Notes an address in a DNS answer for a name.
  public mutating func note(_ name: String, for address: IPAddress) {
    let names = known[address] ?? []
    guard !names.contains(name) else { return }
    guard names.count < Self.nameLimit, total < Self.totalLimit,
      !names.isEmpty || known.count < Self.addressLimit
    else {
      overflow += 1
      return
    }
    known[address] = names + [name]
    total += 1
  }

  /// The names of an address, oldest first.
  public func names(of address: IPAddress) -> [String] { known[address] ?? [] }
}
