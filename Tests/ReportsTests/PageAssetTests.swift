import Foundation
import Testing

@testable import Reports

/// The page's style sheet and script are files of their own, for editors and reviewers, and embedded
/// together with the hashes that the page's Content-Security-Policy allows them by.
@Suite struct PageAssetTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/Reports/HTML").standardized

  /// The text of a file without its last line feed.
  private static func text(_ name: String) throws -> String {
    let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    return String(text.dropLast())
  }

  /// The source expression that allows a text (Content Security Policy Level 3, 2.3.1).
  private static func hash(_ text: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try input.fileHandleForWriting.close()
    let digits = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      .prefix(64)
    process.waitUntilExit()
    var (bytes, rest) = (Data(), digits[...])
    while let byte = UInt8(rest.prefix(2), radix: 16), rest.count >= 2 {
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    try #require(bytes.count == 32)
    return "sha256-" + bytes.base64EncodedString()
  }

  @Test func embeddedFilesAreFresh() throws {
    let (style, script) = (try Self.text("page.css"), try Self.text("page.js"))
    let source = """
      // Written from page.css and page.js by the tests. Change those and run them with DFTRACE_RECORD=1.
      // swift-format-ignore-file

      enum PageAssets {
        static let styleHash = "\(try Self.hash(style))"
        static let scriptHash = "\(try Self.hash(script))"
        static let style: StaticString = ##\"""
      \(style)
      \"""##
        static let script: StaticString = ##\"""
      \(script)
      \"""##
      }

      """
    let file = Self.folder.appending(path: "Generated/PageAssets.swift")
    if ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" {
      try source.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent)")
      return
    }
    let isFresh = try String(contentsOf: file, encoding: .utf8) == source
    #expect(isFresh, "\(file.lastPathComponent) is stale; run the tests with DFTRACE_RECORD=1")
  }

  /// The hashes are of what stands between the tags, so that a parser must not end it early.
  @Test(arguments: ["page.css", "page.js"])
  func nothingEndsTheElement(_ name: String) throws {
    let text = try Self.text(name)
    for end in ["</", "<!--", "]]>", "\"\"\"##", "\r", "\0"] { #expect(!text.contains(end)) }
    #expect(text.utf8.allSatisfy { $0 != 0x09 })
  }

  /// What could run a text as code or fetch something has no business in a report.
  @Test func scriptMakesNoMarkup() throws {
    let script = try Self.text("page.js")
    for word in [
      "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function", "fetch",
      "XMLHttp", "WebSocket", "import(", "localStorage", "createElement", ".src", ".href",
    ] { #expect(!script.contains(word), "\(word)") }
    let style = try Self.text("page.css")
    for word in ["url(", "@import", "@font-face", "expression("] { #expect(!style.contains(word)) }
  }
}
