internal import Events

/// Counts what a run did, within bounds.
struct RunInventory {
  private struct List {
    var counts: [String: Int] = [:]
    var countries: [String: String] = [:]
    var omitted: Set<Int> = []
    var overflow = 0

    mutating func add(_ name: String, country: String? = nil) {
      guard counts[name] != nil || counts.count < RunInventory.limit else {
        // Distinct things beyond the bound are told apart by their hash, up to a bound again.
        if omitted.count < RunInventory.limit {
          omitted.insert(name.hashValue)
        } else {
          overflow += 1
        }
        return
      }
      counts[name, default: 0] += 1
      countries[name] = country
    }

    var items: [InventoryItem] {
      counts.sorted { $0.key < $1.key }
        .map { InventoryItem(name: $0.key, country: countries[$0.key], count: $0.value) }
    }
  }

  private static let limit = 2000
  private var programs = List()
  private var destinations = List()
  private var directories = List()
  private var listeners = List()
  private var libraries = List()

  mutating func addProgram(_ path: [UInt8]) { programs.add(displayText(path)) }

  mutating func addDestination(_ endpoint: Endpoint, country: String?) {
    destinations.add(displayText(endpoint.text), country: country)
  }

  mutating func addListener(_ endpoint: Endpoint) { listeners.add(displayText(endpoint.text)) }

  mutating func addLibrary(_ path: [UInt8]) { libraries.add(displayText(path)) }

  mutating func addDirectoryWritten(_ path: ArraySlice<UInt8>) {
    directories.add(displayText(path))
  }

  /// The lists, without those that the filter did not ask the kernel for.
  func result(notCovered: [String]) -> Inventory {
    var inventory = Inventory()
    inventory.programs = programs.items
    inventory.destinations = destinations.items
    inventory.listeners = listeners.items
    inventory.libraries = libraries.items
    inventory.directoriesWritten = directories.items
    inventory.omitted = [programs, destinations, listeners, libraries, directories].reduce(0) {
      $0 + $1.omitted.count + $1.overflow
    }
    inventory.notCovered = notCovered
    return inventory
  }
}
