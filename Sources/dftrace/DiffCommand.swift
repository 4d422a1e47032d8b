import ArgumentParser
import Detection
import Events
import JSON
import Kernel
import Policies
import Recordings
import Reports
import Text
import Tracing

/// Compares two recordings.
struct DiffCommand: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Compare two recorded runs: what is new, gone, more and fewer.",
    discussion: """
      The recordings are made by `dftrace run --events FILE`. Compared are the programs that were \
      executed, destinations, listeners, libraries and files, each with the program that did it; \
      process ids, ephemeral ports, temporary names and the place of the project make no \
      difference.

      EXIT STATUS
        0    whatever the differences are
        1    with --exit-code: something is new or gone
        125  a recording can't be used

      EXAMPLES
        dftrace diff before.jsonl after.jsonl
        dftrace diff before.jsonl.gz after.jsonl.gz --exit-code --format json
      """)

  @Argument(help: ArgumentHelp("The recording to compare from.", valueName: "run1"))
  var first: String

  @Argument(help: ArgumentHelp("The recording to compare to.", valueName: "run2"))
  var second: String

  @Option(name: [.short, .long], help: "What is printed: text or json.")
  var format: Format = .text

  @Flag(help: "Exit with 1 when something is new or gone.")
  var exitCode = false

  @Flag(help: "Also list all of what was done more or less often, and long lists whole.")
  var all = false

  func validate() throws {
    if first == "-", second == "-" {
      throw ValidationError("Standard input can be one of the two recordings, not both.")
    }
  }

  func run() throws {
    let before = try RecordedSide(first)
    let after = try RecordedSide(second)
    let difference = RunDifference(before.digest, after.digest)
    var page = Page()
    switch format {
    case .text:
      for line in DifferenceText(before, after, difference, isWhole: all).lines { page.line(line) }
    case .json: page.line(DifferenceText.tree(before, after, difference).line)
    }
    try page.show()
    if exitCode, difference.hasNewOrGone { throw ExitCode(1) }
  }
}

/// One of the two recordings.
struct RecordedSide {
  let name: String
  private(set) var digest: RunDigest
  private(set) var command: [String] = []
  private(set) var calls: Set<String> = []
  private(set) var end: RecordingEnd?

  /// Reads a recording.
  init(_ path: String) throws {
    let file = RecordingFile(path)
    name = file.name
    let input = try file.open()
    var reader = RecordingReader(file: file.name)
    digest = RunDigest { $0 }
    var failure: ExitCode?
    do throws(DocumentError) {
      while true {
        let line: [UInt8]?
        do { line = try input.next() } catch {
          failure = file.refusal(error)
          break
        }
        guard let line else { break }
        switch try reader.read(line) {
        case .start(let start):
          command = start.command
          calls = Set(start.calls)
          let names = Fingerprint(workspace: start.workspace.map { Array($0.utf8) })
          digest = RunDigest { names.normalized($0) }
        case .process: break
        case .event(let event): digest.note(event)
        case .end(let end): self.end = end
        }
      }
      if failure == nil { try reader.finish() }
    } catch {
      throw fail(DocumentError(error.problems.prefix(1)))
    }
    if let failure { throw failure }
  }

  /// How the command ended.
  var outcome: String {
    switch end?.outcome {
    case .exited(let status): "exited with \(status)"
    case .signaled(_, let name): "killed by \(name)"
    case nil: "?"
    }
  }
}

/// A difference told.
struct DifferenceText {
  /// More rows of one kind and change are only counted.
  private static let most = 40
  private let before: RecordedSide
  private let after: RecordedSide
  private let difference: RunDifference
  private let isWhole: Bool

  init(
    _ before: RecordedSide, _ after: RecordedSide, _ difference: RunDifference, isWhole: Bool
  ) {
    self.before = before
    self.after = after
    self.difference = difference
    self.isWhole = isWhole
  }

  /// Lines for a person.
  var lines: [String] {
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
    if difference.rows.isEmpty { lines.append("both did the same") }
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
    // What happens more or less often is rarely of interest one by one.
    let isCount = change == .more || change == .fewer
    let most = isWhole ? Int.max : isCount ? 5 : Self.most
    let shown =
      isCount ? rows.sorted { abs($0.after - $0.before) > abs($1.after - $1.before) } : rows
    var lines = shown.prefix(most).map { "  \(line($0))" }
    if rows.count > lines.count {
      lines.append("  \(change.rawValue)  and \(rows.count - lines.count) others; --all lists them")
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
      notes.append("recorded by only one of both: " + missing.sorted().joined(separator: ", "))
    }
    for side in [before, after] where side.digest.omitted > 0 {
      notes.append("\(side.name): \(side.digest.omitted) events beyond the limit are not compared")
    }
    let spots = [before, after].map { Set($0.end?.blindSpots.map(\.id) ?? []) }
    if spots[0] != spots[1] {
      let told = spots.map { $0.isEmpty ? "nothing" : $0.sorted().joined(separator: ", ") }
      notes.append("not seen: \(told[0]) → \(told[1])")
    }
    return notes
  }

  /// The same for a program.
  static func tree(
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
