public import Events

/// The names that DNS answers of the run gave for addresses. Bounded, whatever a program asks;
/// what did not fit is counted.
public struct NameMemory: Sendable {
  private static let addressLimit = 50_000
  private static let nameLimit = 16
  /// Of all addresses together: a name may have 255 characters.
  private static let totalLimit = 100_000
  private var total = 0
  private var known: [IPAddress: [String]] = [:]
  /// How many names were not kept.
  public private(set) var overflow = 0

  /// A memory without names.
  public init() {}

  /// Notes that an answer gave an address for a name.
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

  /// The names of an address, in the order in which they became known.
  public func names(of address: IPAddress) -> [String] { known[address] ?? [] }
}
