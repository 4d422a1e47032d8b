import Events
import Foundation
import Testing

@testable import Reports

/// Markdown as GitHub's own renderer, Debian's package cmark-gfm, makes HTML of it.
@Suite struct MarkdownReportTests {
  private static func html(_ markdown: String) throws -> String {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("dftrace-\(UUID().uuidString).md")
    try Data(markdown.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/cmark-gfm")
    // HTML is let through, since what GitHub's sanitizer would take out must not be there at all.
    process.arguments = ["--unsafe"]
    for name in ["table", "autolink", "strikethrough", "tasklist", "footnotes"] {
      process.arguments? += ["-e", name]
    }
    process.arguments? += [file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try #require(
      FileManager.default.isExecutableFile(atPath: "/usr/bin/cmark-gfm"),
      "cmark-gfm is missing; Scripts/setup --test installs it")
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: output, as: UTF8.self)
  }

  /// The elements of a page that has nothing in it but what a report is made of; no element may
  /// have been opened by a text, nor closed.
  private static func elements(_ html: String) throws -> [String: Int] {
    let tag = try Regex(
      "<(/?)([^ />]+)([^>]*)>", as: (Substring, Substring, Substring, Substring).self)
    let allowed: Set<String> = [
      "h2", "h3", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "code", "pre",
      "strong", "details", "summary", "b",
    ]
    var counts: [String: Int] = [:]
    var open: [String] = []
    for match in html.matches(of: tag) {
      let name = String(match.2)
      #expect(allowed.contains(name), "\(match.0)")
      #expect(
        ["", " align=\"right\"", " lang=\"json\"", " class=\"language-json\""].contains(match.3),
        "\(match.0)")
      if match.1.isEmpty {
        open.append(name)
        counts[name, default: 0] += 1
      } else {
        #expect(open.popLast() == name, "\(match.0)")
      }
    }
    #expect(open.isEmpty)
    return counts
  }

  /// The number of cells of each row of each table.
  private static func rows(_ html: String) -> [[Int]] {
    html.components(separatedBy: "<table>").dropFirst().map { table in
      (table.components(separatedBy: "</table>")[0]).components(separatedBy: "<tr>").dropFirst()
        .map { row in
          row.components(separatedBy: "<td").count + row.components(separatedBy: "<th>").count
            + row.components(separatedBy: "<th ").count - 3
        }
    }
  }

  private static func text(_ html: String) throws -> String {
    html.replacing(try Regex("<[^>]*>"), with: "").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  @Test func theRunIsRendered() throws {
    let html = try Self.html(
      written(
        .markdown, alerts: GoldenTests.alerts, totals: Samples.totals, summary: Samples.summary))
    let elements = try Self.elements(html)
    #expect(elements["details"] == 2)
    #expect(elements["h2"] == 1)
    // The exception of one of them.
    #expect(elements["pre"] == 1)
    #expect(Self.rows(html).map(\.count) == [2, 3, 2])
    let text = try Self.text(html)
    #expect(text.contains("python3 connected to 175.45.176.1:443 (KP)"))
    #expect(!text.contains("the vendor's update server"))
    #expect(text.contains("Blind spot: io-uring ×3"))
  }

  static let hostile = [
    "<script>alert(1)</script>", "<img src=x onerror=y>", "</details></summary><h1>x", "<!-- x",
    "-->",
    "[x](https://evil.example)", "![x](https://evil.example/i.png)", "https://evil.example",
    "www.evil.example", "WWW.evil.example", "ftp://evil.example", "mailto:eve@evil.example",
    "eve@evil.example", "<https://evil.example>", "@octocat", "#1", "owner/repo#1", "GH-1", "!1",
    "~x",
    "a|b", "\\|", "\\\\|", "a\\", "|", "`", "``", "`a", "a`b``c```", "```", "~~~", "\\`", " ",
    "  x  ",
    "| x | y |\n|---|---|", "\n\n# x", "\n- x\n> y", "**x** _y_ ~~z~~", "$x$ $$y$$", "&lt;b&gt;",
    "&#64;x",
    "[^1]: x", "[x]: https://evil.example", "[^1]", "- [ ] x", "***", "===", ":+1:", "\u{FFFD}",
    "é|`",
    "`|`", "|\u{301}", "`\u{301}", "a`\u{301}", "\\\u{301}|\u{301}", "<\u{301}b>", "@\u{301}x",
    "www.\u{301}x.example",
    ":\u{301}//x", "\\`|\\`|", "x `y` | `z",
  ]

  @Test(arguments: hostile + [HostileBytesTests.hostile])
  func nothingActs(_ text: String) throws {
    var run = SampleRun.saying(text)
    run.alerts.append(Samples.key)
    for outcome in [run.summary.outcome, .exited(86)] {
      run.summary.outcome = outcome
      let markdown = String(decoding: run.written(.markdown), as: UTF8.self)
      let html = try Self.html(markdown)
      let elements = try Self.elements(html)
      #expect(elements["details"] == 2 && elements["summary"] == 2)
      #expect(elements["h2"] == 1 && elements["pre"] == 2)
      let rows = Self.rows(html)
      #expect(rows.map(\.count) == [2, 3, 2])
      for table in rows { #expect(Set(table).count == 1, "\(table)") }
      #expect(Set(rows.last ?? []) == [4] && Set(rows.dropFirst().first ?? []) == [5])
      // Text outside of code is words, of which no renderer makes anything after the fact.
      let bare = try Regex("<code[^>]*>[^<]*</code>")
      let words = try Self.text(html.replacing(bare, with: ""))
      #expect(!words.contains(try Regex("[@#!~`|\\\\$]|://|www\\.")), "\(words)")
    }
  }

  @Test func theTextIsShownAsItIs() throws {
    // Not those with an accent, which this test's own replacements would not see through.
    for text in Self.hostile
    where !text.contains("\n") && !text.hasPrefix(" ") && !text.unicodeScalars.contains("\u{301}") {
      let html = try Self.html("| a | b |\n| - | - |\n| \(MarkdownText.cell(text)) | x |\n")
      // Backslashes before a bar are shown by number, since renderers differ over them.
      let shown = text.contains("|") ? text.replacing("\\", with: "\\u{5c}") : text
      #expect(try Self.text(html).contains(shown))
      let line = try Self.text(Self.html("x " + MarkdownText.code(text) + "\n"))
      #expect(line == "x " + text + "\n")
    }
  }

  @Test func aBigRunFitsAndSaysWhatIsLeftOut() throws {
    var alerts = BigRunTests.alerts
    for index in alerts.indices { alerts[index].id += "-\(index % 900)" }
    let markdown = written(.markdown, alerts: alerts, summary: Samples.summary)
    #expect(markdown.utf8.count <= MarkdownReport.limit)
    #expect(markdown.contains("The table shows the worst 200; 9800 more alerts are omitted."))
    #expect(
      markdown.contains(
        try Regex("This section shows [0-9]+ kinds of alert; [0-9]+ more kinds are omitted"))
    )
    #expect(markdown.contains("2 more alerts of this kind.") || markdown.contains("of this kind"))
    // What comes after the details is there all the same.
    #expect(markdown.contains("### Destinations"))
    let elements = try Self.elements(Self.html(markdown))
    #expect((elements["details"] ?? 0) > 100)
  }

  @Test func aWordThatIsMoreThanAWordIsCode() {
    #expect(
      MarkdownText.prose("Use openat2 (RESOLVE_BENEATH), see https://x.example.")
        == "Use openat2 `(RESOLVE_BENEATH),` see `https://x.example.`")
    #expect(MarkdownText.html("a <b> c") == "a <code>&lt;b&gt;</code> c")
    #expect(MarkdownText.code("") == "`''`")
    #expect(
      MarkdownText.block("a ``` b", language: "json", indent: "") == "````json\na ``` b\n````\n")
  }
}
