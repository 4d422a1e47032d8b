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
    abstract: "Compare two recorded runs: new, gone, more and fewer actions.",
    discussion: """
      `dftrace run --events FILE` writes a recording. The comparison covers executed programs, \
      destinations, listeners, libraries and files, each with the program that acted. It ignores \
      process ids, ephemeral ports, temporary names and the project's directory.

      EXIT STATUS
        0    success, with or without differences
        1    with --exit-code: an action is new or gone
        125  dftrace cannot use a recording

      EXAMPLES
        dftrace diff before.jsonl after.jsonl
        dftrace diff before.jsonl.gz after.jsonl.gz --exit-code --format json
      """)

  @Argument(help: ArgumentHelp("Recording to compare from (\"-\" for stdin).", valueName: "run1"))
  var first: String

  @Argument(help: ArgumentHelp("Recording to compare to (\"-\" for stdin).", valueName: "run2"))
  var second: String

  @Option(name: [.short, .long], help: "Output format.")
  var format: Format = .text

  @Flag(help: "Exit with 1 when an action is new or gone.")
  var exitCode = false

  @Flag(help: "List all differences (default: shorten long lists).")
  var all = false

  func validate() throws {
    if first == "-", second == "-" {
      throw ValidationError("Standard input can be only one of the two recordings.")
    }
  }

  func run() throws {
    let before = try side(first)
    let after = try side(second)
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

/// Reads one of the two recordings.
private func side(_ path: String) throws -> RecordedSide {
  let file = RecordingFile(path)
  let input = try file.open()
  var reader = RecordingReader(file: file.name)
  var side = RecordedSide(name: file.name)
  var failure: ExitCode?
  do throws(DocumentError) {
    while true {
      let line: [UInt8]?
      do { line = try input.next() } catch {
        failure = file.refusal(error)
        break
      }
      guard let line else { break }
      let read = try reader.read(line)
      if case .start(let start) = read {
        let names = Fingerprint(workspace: start.workspace.map { Array($0.utf8) })
        side.begin(start) { names.normalized($0) }
      } else {
        side.note(read)
      }
    }
    if failure == nil { try reader.finish() }
  } catch {
    throw fail(DocumentError(error.problems.prefix(1)))
  }
  if let failure { throw failure }
  return side
}
