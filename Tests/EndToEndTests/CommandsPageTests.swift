import Foundation
import Testing

extension EndToEnd {
  /// Docs/reference/commands.md is what the program says of its commands.
  @Suite struct CommandsPages {
    private static let path = "Docs/reference/commands.md"

    @Test func pageIsFresh() throws {
      let ran = try Command(Programs.dftrace, "--experimental-dump-help").run()
      #expect(ran.end == .exited(0))
      let text = try JSONDecoder().decode(CommandsPage.self, from: Data(ran.output)).text
      let file = GuidePage.root.appending(path: Self.path)
      // With DFTRACE_RECORD=1 the page is written anew, and the test fails all the same: what was
      // recorded has to be looked at before it counts.
      if ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" {
        try Data(text.utf8).write(to: file)
        Issue.record("recorded \(Self.path)")
        return
      }
      let isFresh = (try? String(contentsOf: file, encoding: .utf8)) == text
      #expect(isFresh, "\(Self.path) is stale; run the tests with DFTRACE_RECORD=1")
    }

    @Test func everyCommandHasASection() throws {
      let page = try String(
        contentsOf: GuidePage.root.appending(path: Self.path), encoding: .utf8)
      for command in ["run", "analyze", "diff", "learn", "init", "policy set", "alerts explain"] {
        #expect(page.contains("\n## dftrace \(command)\n"), "\(command)")
      }
      #expect(page.contains("| `-p`, `--policy name-or-file` |"))
    }
  }
}
