public import Events
internal import Text

/// Counts the actions of a run. Bounded.
public struct RunInventory {
  private struct List<Thing: Hashable> {
    var counts: [Thing: Int] = [:]
    var omitted: Set<Int> = []
    var overflow = 0

    mutating func add(_ thing: Thing) {
      guard counts[thing] != nil || counts.count < RunInventory.limit else {
        // Entries beyond the capacity are distinguished by their hash, up to a second capacity.
        if omitted.count < RunInventory.limit {
          omitted.insert(thing.hashValue)
        } else {
          overflow += 1
        }
        return
      }
      counts[thing, default: 0] += 1
    }

    /// Names are only formatted here, at the end of the run.
    func items(
      _ name: (Thing) -> [UInt8], country: (Thing) -> String? = { _ in nil },
      hosts: (Thing) -> [String] = { _ in [] }
    ) -> [InventoryItem] {
      counts.map {
        InventoryItem(
          name: displayText(name($0.key)), country: country($0.key), hosts: hosts($0.key),
          count: $0.value)
      }.sorted { $0.name < $1.name }
    }

    var left: Int { omitted.count + overflow }
  }

  private static let limit = 2000
  private var programs = List<[UInt8]>()
  private var destinations = List<Endpoint>()
  private var directories = List<[UInt8]>()
  private var listeners = List<Endpoint>()
  private var libraries = List<[UInt8]>()

  /// An empty inventory.
  public init() {}

  /// Counts an execution of a program.
  public mutating func addProgram(_ path: [UInt8]) { programs.add(path) }

  /// Counts a connection attempt to an address.
  public mutating func addDestination(_ endpoint: Endpoint) { destinations.add(endpoint) }

  /// Counts a socket that listens on an address.
  public mutating func addListener(_ endpoint: Endpoint) { listeners.add(endpoint) }

  /// Counts a mapping of a file as code.
  public mutating func addLibrary(_ path: [UInt8]) { libraries.add(path) }

  /// Counts a write to a file in a directory.
  public mutating func addDirectoryWritten(_ path: ArraySlice<UInt8>) {
    directories.add(Array(path))
  }

  /// The lists, without those that the filter does not cover.
  ///
  /// - Parameters:
  ///   - country: the two-letter country of an address.
  ///   - hosts: the host names of an address.
  public func result(
    notCovered: [String], country: (IPAddress) -> String?, hosts: (IPAddress) -> [String]
  ) -> Inventory {
    var inventory = Inventory()
    inventory.programs = programs.items { $0 }
    inventory.destinations = destinations.items(
      \.text,
      country: { if case .ip(let address, _) = $0 { country(address) } else { nil } },
      hosts: { if case .ip(let address, _) = $0 { hosts(address).sorted() } else { [] } })
    inventory.listeners = listeners.items(\.text)
    inventory.libraries = libraries.items { $0 }
    inventory.directoriesWritten = directories.items { $0 }
    inventory.omitted =
      programs.left + destinations.left + listeners.left + libraries.left + directories.left
    inventory.notCovered = notCovered
    return inventory
  }
}
