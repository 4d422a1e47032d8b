public import Events
public import JSON
internal import Text

/// One of two recordings that are compared.
public struct RecordedSide: Sendable {
  /// The recording as the user named it.
  public let name: String
  /// The actions of the run.
  public private(set) var digest: RunDigest
  /// The command and its arguments.
  public private(set) var command: [String] = []
  /// The calls that the recording covers.
  public private(set) var calls: Set<String> = []
  /// The end of the recording.
  public private(set) var end: RecordingEnd?

  /// A recording of which nothing has been read.
  public init(name: String) {
    self.name = name
    digest = RunDigest { $0 }
  }

  /// Adds the first line of the recording.
  ///
  /// - Parameter normalize: takes out of a text what changes from run to run.
  public mutating func begin(
    _ start: RecordingStart, normalize: @escaping @Sendable (String) -> String
  ) {
    command = start.command
    calls = Set(start.calls)
    digest = RunDigest(normalized: normalize)
  }

  /// Notes a further line.
  public mutating func note(_ line: RecordingItem) {
    switch line {
    case .start, .process: break
    case .event(let event): digest.note(event)
    case .end(let end): self.end = end
    }
  }

  /// The exit status or signal of the command in words.
  var outcome: String {
    switch end?.outcome {
    case .exited(let status): "exited with \(status)"
    case .signaled(_, let name): "killed by \(name)"
    case nil: "?"
    }
  }
}

/// Writes the difference of two recordings.
public struct DifferenceText {
  /// Maximum number of rows listed for one kind and change; the others are counted.
  private static let most = 40
  private let before: RecordedSide
  private let after: RecordedSide
  private let difference: RunDifference
  private let isWhole: Bool

  /// Prepares to write.
  ///
  /// - Parameter isWhole: whether long lists are written whole.
  public init(
    _ before: RecordedSide, _ after: RecordedSide, _ difference: RunDifference, isWhole: Bool
  ) {
    self.before = before
    self.after = after
    self.difference = difference
    self.isWhole = isWhole
  }

  /// Lines for a person.
  public var lines: [String] {
    var lines = [
      "from  " + head(before), "to    " + head(after),
    ]
    for kind in RunDigest.Kind.allCases {
      let rows = difference.rows.filter { $0.item.kind == kind }
      guard !rows.isEmpty else { continue }
      lines.append(kind.rawValue + ":")
      for change in RunDifference.Change.allCases {
        lines += self.lines(rows.filter { $0.change == change }, change)
      }
    }
    if difference.rows.isEmpty { lines.append("no differences") }
    return lines + notes
  }

  private func head(_ side: RecordedSide) -> String {
    let words = visibleText(side.command.joined(separator: " "))
    let events = side.end?.events.values.reduce(0, +) ?? 0
    return "\(visibleText(side.name)): \(words.prefix(120)), \(side.outcome), "
      + "\(side.end?.processes ?? 0) processes, \(events) events"
  }

  private func lines(
    _ rows: [RunDifference.Row], _ change: RunDifference.Change
  ) -> [String] {
    // Changed counts are rarely of interest individually.
    let isCount = change == .more || change == .fewer
    let most = isWhole ? Int.max : isCount ? 5 : Self.most
    let shown =
      isCount ? rows.sorted { abs($0.after - $0.before) > abs($1.after - $1.before) } : rows
    var lines = shown.prefix(most).map { "  \(line($0))" }
    if rows.count > lines.count {
      lines.append("  \(change.rawValue)  \(rows.count - lines.count) more (--all lists them)")
    }
    return lines
  }

  private func line(_ row: RunDifference.Row) -> String {
    let label = row.change.rawValue + String(repeating: " ", count: 6 - row.change.rawValue.count)
    let count =
      switch row.change {
      case .new: row.after > 1 ? " ×\(row.after)" : ""
      case .gone: row.before > 1 ? " ×\(row.before)" : ""
      case .more, .fewer: " \(row.before) → \(row.after)"
      }
    let country = difference.countries[row.item.object].map { " (\($0))" } ?? ""
    let program = row.item.program.isEmpty ? "" : "  by \(visibleText(row.item.program))"
    return label + visibleText(row.item.object) + country + count + program
  }

  private var notes: [String] {
    var notes: [String] = []
    let missing = before.calls.symmetricDifference(after.calls)
    if !missing.isEmpty {
      notes.append("syscalls in only one recording: " + missing.sorted().joined(separator: ", "))
    }
    for side in [before, after] where side.digest.omitted > 0 {
      notes.append("\(side.name): \(side.digest.omitted) events over the limit were not compared")
    }
    let spots = [before, after].map { Set($0.end?.blindSpots.map(\.id) ?? []) }
    if spots[0] != spots[1] {
      let told = spots.map { $0.isEmpty ? "none" : $0.sorted().joined(separator: ", ") }
      notes.append("blind spots: \(told[0]) → \(told[1])")
    }
    return notes
  }

  /// The difference as JSON.
  public static func tree(
    _ before: RecordedSide, _ after: RecordedSide, _ difference: RunDifference
  ) -> JSONTree {
    func side(_ side: RecordedSide) -> JSONTree {
      .object([
        .init("file", .text(side.name)), .init("command", .texts(side.command)),
        .init("processes", .number(String(side.end?.processes ?? 0))),
        .init("omitted", .number(String(side.digest.omitted))),
      ])
    }
    let rows = difference.rows.map { row in
      var tree = JSONTree.object([
        .init("kind", .text(row.item.kind.rawValue)), .init("change", .text(row.change.rawValue)),
        .init("object", .text(row.item.object)), .init("program", .text(row.item.program)),
        .init("before", .number(String(row.before))), .init("after", .number(String(row.after))),
      ])
      if let country = difference.countries[row.item.object] { tree["country"] = .text(country) }
      return tree
    }
    return .object([
      .init("schemaVersion", .number("1")), .init("from", side(before)), .init("to", side(after)),
      .init("differences", .array(rows)),
    ])
  }
}
