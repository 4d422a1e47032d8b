import Foundation
import Testing

/// A page whose commands the tests run: README.md, or one of Docs/guide.
struct GuidePage: CustomTestStringConvertible, Sendable {
  /// What the test does with a block of commands.
  enum Treatment: Equatable, Sendable {
    /// Runs it and expects this exit status.
    case runs(exit: Int32)
    /// Leaves it out, for this reason.
    case leavesOut(String)
    /// The fence says something that the test does not know.
    case unknown(String)
  }

  /// A fenced block of shell commands.
  struct Block: Sendable {
    /// The line of the fence, from 1.
    let line: Int
    let treatment: Treatment
    let commands: String
  }

  /// Where pages are.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All pages, README.md first.
  static let all: [GuidePage] = {
    let folder = root.appending(path: "Docs/guide").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let pages = names.filter { $0.hasSuffix(".md") }.sorted().map { "Docs/guide/" + $0 }
    return (["README.md"] + pages).map(GuidePage.init)
  }()

  /// The commands that build the project itself: README.md shows them without a reason in the fence,
  /// since CI reads these two blocks.
  static let setup = ["Scripts/setup && ", "Scripts/test\n"]

  /// The page's path below the root.
  let path: String

  var testDescription: String { path }

  /// The lines of the page.
  func lines() throws -> [Substring] {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The blocks of shell commands, in order.
  func blocks() throws -> [Block] {
    var blocks: [Block] = []
    var open: (line: Int, info: Substring, commands: String)?
    for (index, line) in try lines().enumerated() {
      if line.hasPrefix("```") {
        if let block = open {
          if block.info.split(separator: " ").first == "sh" {
            blocks.append(
              Block(
                line: block.line, treatment: Self.treatment(block.info, block.commands),
                commands: block.commands))
          }
          open = nil
        } else {
          open = (index + 1, line.dropFirst(3), "")
        }
      } else {
        open?.commands += line + "\n"
      }
    }
    return blocks
  }

  /// The lines with a dftrace command that no fence encloses, which no test would run.
  func unfencedCommands() throws -> [Int] {
    var isFenced = false
    return try lines().enumerated().compactMap { index, line in
      if line.hasPrefix("```") { isFenced.toggle() }
      return !isFenced && line.hasPrefix("    dftrace ") ? index + 1 : nil
    }
  }

  /// What a fence asks for: `sh`, `sh exit=86` or `sh not-run REASON`.
  private static func treatment(_ info: Substring, _ commands: String) -> Treatment {
    let words = info.split(separator: " ").dropFirst()
    if words.isEmpty {
      return setup.contains { commands.hasPrefix($0) }
        ? .leavesOut("needs-checkout") : .runs(exit: 0)
    }
    if words.count == 1, let word = words.first, word.hasPrefix("exit="),
      let status = Int32(word.dropFirst("exit=".count))
    {
      return .runs(exit: status)
    }
    if words.count == 2, words.first == "not-run", let reason = words.last {
      return .leavesOut(String(reason))
    }
    return .unknown(String(info))
  }
}
