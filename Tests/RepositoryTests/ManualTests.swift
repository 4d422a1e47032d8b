import Foundation
import Testing

/// The part of the manual that a person writes; `Scripts/manual` takes the rest from the program.
@Suite struct ManualTests {
  /// What every program asks for.
  static let common: Set<String> = ["HOME", "PATH", "TERM"]
  /// What only a build for tests asks for.
  static let hooks: Set<String> = ["DFTRACE_WITHOUT", "DFTRACE_NODE_ROOT"]

  @Test func theVariablesThatAreAskedForAreExplained() throws {
    let call = try Regex(
      #"(?:environment|nonEmpty|directory)\("([A-Z_]+)""#, as: (Substring, Substring).self)
    var asked: Set<String> = []
    for path in Repository.files("Sources", ["swift"]) {
      asked.formUnion(try Repository.text(path).matches(of: call).map { String($0.1) })
    }

    let section = try Regex(
      #"(?s)\n\.SH ENVIRONMENT\n(.*?)\n\.SH "#, as: (Substring, Substring).self)
    let manual = try Repository.text("Docs/reference/dftrace.1.in")
    let lines = try #require(manual.firstMatch(of: section)).1.split(separator: "\n")
    let terms = zip(lines, lines.dropFirst()).filter { $0.0 == ".TP" }.map(\.1)
    let name = try Regex(#"[A-Z][A-Z_]+"#)
    let explained = terms.flatMap { $0.dropFirst(3).matches(of: name).map { String($0.0) } }
    #expect(explained.sorted() == asked.subtracting(Self.common).subtracting(Self.hooks).sorted())
  }
}
