public import Events

/// The names that DNS answers of the run gave for addresses. Bounded, whatever a program asks;
/// what did not fit is counted.
public struct NameMemory: Sendable {
  private static let addressLimit = 50_000
  private static let nameLimit = 16
  private var known: [IPAddress: [String]] = [:]
  /// How many names were not kept.
  public private(set) var overflow = 0

  /// A memory without names.
  public init() {}

  /// Notes that an answer gave an address for a name.
  public mutating func note(_ name: String, for address: IPAddress) {
    let names = known[address] ?? []
    guard !names.contains(name) else { return }
    guard names.count < Self.nameLimit, !names.isEmpty || known.count < Self.addressLimit else {
      overflow += 1
      return
    }
    known[address] = names + [name]
  }

  /// The names of an address, in the order in which they became known.
  public func names(of address: IPAddress) -> [String] { known[address] ?? [] }
}
