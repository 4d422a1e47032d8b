public import Events
internal import Syscalls
internal import Text

/// The actions of a recorded run, counted by program and normalised object.
public struct RunDigest: Sendable {
  /// The kind of an action.
  public enum Kind: String, CaseIterable, Sendable {
    case program, destination, listener, library
    case fileRead = "file read"
    case fileWritten = "file written"
    case fileRemoved = "file removed"
    case fileRenamed = "file renamed"
    case permissionsChanged = "permissions changed"
  }

  /// An action of a program.
  public struct Item: Hashable, Sendable {
    /// The kind.
    public let kind: Kind
    /// The object: an executed program, a destination, a file.
    public let object: String
    /// The program that acted; for an execution, the program that started it.
    public let program: String
  }

  /// Capacity in distinct items.
  static let limit = 200_000

  /// The count of each item.
  public private(set) var counts: [Item: Int] = [:]
  /// Number of events of items over the capacity.
  public private(set) var omitted = 0
  /// The countries of destinations, by their text.
  public private(set) var countries: [String: String] = [:]
  private let normalized: @Sendable (String) -> String

  /// Creates an empty digest.
  ///
  /// - Parameter normalized: removes parts of a text that change from run to run.
  public init(normalized: @escaping @Sendable (String) -> String) { self.normalized = normalized }

  /// Counts an event. Ignores failed calls, except connection attempts.
  public mutating func note(_ event: RecordedEvent) {
    let moment = event.last
    let hasFailed = (moment.event.result ?? 0) < 0
    if event.type.isExecution {
      guard !hasFailed else { return }
      return add(.program, moment.process.exe, by: moment.process.ancestors.first?.exe ?? "")
    }
    if Self.reaching.contains(event.type) { return destination(moment) }
    guard !hasFailed else { return }
    if event.type == .listen, let endpoint = endpoint(moment) {
      add(.listener, endpoint, by: moment.process.exe)
    }
    guard let kind = Self.kind(of: event), let path = path(moment) else { return }
    add(kind, path, by: moment.process.exe)
  }

  private static let reaching: Set<EventType> = [.connect, .sendto, .sendmsg, .sendmmsg]

  private static func kind(of event: RecordedEvent) -> Kind? {
    func isTrue(_ field: Field) -> Bool {
      event.last.values[FieldKey(field)] == .boolean(true)
    }
    if event.type.isOpen {
      if isTrue(.evtIsOpenWrite) { return .fileWritten }
      return isTrue(.evtIsOpenRead) ? .fileRead : nil
    }
    switch event.type {
    case .creat, .truncate, .mknod, .mknodat, .mkdir, .mkdirat, .symlink, .symlinkat, .link,
      .linkat:
      return .fileWritten
    case .unlink, .unlinkat, .rmdir: return .fileRemoved
    case .rename, .renameat, .renameat2: return .fileRenamed
    case .chmod, .fchmod, .fchmodat, .fchmodat2, .chown, .fchown, .lchown, .fchownat:
      return .permissionsChanged
    case .mmap: return event.last.values[FieldKey(.libPath)] == nil ? nil : .library
    default: return nil
    }
  }

  private func path(_ moment: EventSnapshot) -> String? {
    for field in [Field.libPath, .fsPathTarget, .fsPathName, .fdName] {
      switch moment.values[FieldKey(field)] {
      case .path(_, let resolved) where !resolved.isEmpty: return displayText(resolved)
      case .text(let bytes) where !bytes.isEmpty: return displayText(bytes)
      default: continue
      }
    }
    return nil
  }

  private mutating func destination(_ moment: EventSnapshot) {
    guard let text = endpoint(moment) else { return }
    let country = moment.evidence.first { $0.name == "country" }?.value.plainText
    // By the item's object.
    if let country, countries.count < Self.limit { countries[normalized(text)] = country }
    add(.destination, text, by: moment.process.exe)
  }

  /// The remote endpoint, by its DNS name if known.
  private func endpoint(_ moment: EventSnapshot) -> String? {
    guard case .address(let address) = moment.values[FieldKey(.fdSip)] else {
      // Unix domain sockets have paths.
      guard case .path(_, let path) = moment.values[FieldKey(.fdName)], !path.isEmpty else {
        return nil
      }
      return displayText(path)
    }
    var host = address.isIPv4 ? address.description : "[\(address)]"
    if case .texts(let names) = moment.values[FieldKey(.fdSipName)], let name = names.first {
      host = displayText(name)
    }
    guard case .number(let port) = moment.values[FieldKey(.fdSport)] else { return host }
    return "\(host):\(port)"
  }

  private mutating func add(_ kind: Kind, _ object: String, by program: String) {
    let item = Item(kind: kind, object: normalized(object), program: normalized(program))
    if counts[item] == nil, counts.count >= Self.limit {
      omitted += 1
    } else {
      counts[item, default: 0] += 1
    }
  }
}

/// The differences between two recorded runs.
public struct RunDifference: Sendable {
  /// How an item has changed.
  public enum Change: String, CaseIterable, Sendable {
    case new, gone, more, fewer
  }

  /// An item whose count differs between the runs.
  public struct Row: Equatable, Sendable {
    /// The item.
    public let item: RunDigest.Item
    /// The count in the first run.
    public let before: Int
    /// The count in the second run.
    public let after: Int

    /// The change.
    public var change: Change {
      if before == 0 { return .new }
      if after == 0 { return .gone }
      return after > before ? .more : .fewer
    }
  }

  /// The changed items: by kind, then new, gone, more, fewer, then by object and program.
  public let rows: [Row]
  /// The countries of destinations, by object; those of the second run where they differ.
  public let countries: [String: String]

  /// Compares two digests.
  public init(_ first: RunDigest, _ second: RunDigest) {
    countries = first.countries.merging(second.countries) { $1 }
    let items = Set(first.counts.keys).union(second.counts.keys)
    rows = items.compactMap { item in
      let row = Row(
        item: item, before: first.counts[item] ?? 0, after: second.counts[item] ?? 0)
      return row.before == row.after ? nil : row
    }.sorted { Self.key($0) < Self.key($1) }
  }

  private static func key(_ row: Row) -> (Int, Int, String, String) {
    (
      RunDigest.Kind.allCases.firstIndex(of: row.item.kind) ?? 0,
      Change.allCases.firstIndex(of: row.change) ?? 0, row.item.object, row.item.program
    )
  }

  /// Whether an item occurs in only one run.
  public var hasNewOrGone: Bool { rows.contains { $0.change == .new || $0.change == .gone } }
}
