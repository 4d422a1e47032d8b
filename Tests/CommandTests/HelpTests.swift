import ArgumentParser
import Foundation
import Testing

@testable import dftrace

/// The help of every command, as a terminal of 80 columns shows it.
@Suite("Help") struct HelpTests {
  private static let columns = 80

  /// The command and all its subcommands, at any depth.
  private static func withSubcommands(
    _ command: any ParsableCommand.Type
  ) -> [any ParsableCommand.Type] {
    [command] + command.configuration.subcommands.flatMap(withSubcommands)
  }

  private static func pages() -> [(command: String, lines: [String])] {
    withSubcommands(DFTrace.self).map { command in
      let text = DFTrace.helpMessage(for: command, columns: columns)
      return ("\(command)", text.components(separatedBy: "\n"))
    }
  }

  @Test("covers all commands") func isComplete() {
    #expect(Self.pages().count > 20)
  }

  @Test("fits into 80 columns") func fits() {
    for (command, lines) in Self.pages() {
      for line in lines { #expect(line.count <= Self.columns, "\(command): \(line)") }
    }
  }

  /// The argument parser continues a long example on a line without indentation.
  @Test("breaks no line of an indented block") func keepsBlocks() {
    for command in Self.withSubcommands(DFTrace.self) {
      for line in command.configuration.discussion.components(separatedBy: "\n")
      where line.hasPrefix(" ") {
        #expect(line.count <= 76, "\(command): \(line)")
      }
    }
  }

  @Test("uses plain words") func isPlain() {
    let vague = ["unless told", "judge", "whatever", "found out"]
    for (command, lines) in Self.pages() {
      for line in lines {
        for phrase in vague where line.lowercased().contains(phrase) {
          Issue.record("\(command): \"\(phrase)\" in: \(line)")
        }
      }
    }
  }
}
