import Foundation
import Testing

/// The documents point at things that are there.
@Suite struct DocumentTests {
  static let documents =
    Repository.files("Docs", ["md"])
    + ["README.md", "CHANGELOG.md", "CONTRIBUTING.md"].filter {
      FileManager.default.fileExists(atPath: Repository.root.appendingPathComponent($0).path)
    }

  /// A document without its blocks of code.
  private static func prose(_ path: String) throws -> String {
    var isCode = false
    return try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { line in
        if line.hasPrefix("```") { isCode.toggle() }
        return !isCode
      }
      .joined(separator: "\n")
  }

  /// The anchors that a Markdown viewer gives to headings.
  private static func anchors(_ path: String) throws -> Set<String> {
    Set(
      try prose(path).split(separator: "\n").filter { $0.hasPrefix("#") }.map { heading in
        heading.drop { $0 == "#" || $0 == " " }.lowercased()
          .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
          .replacing(" ", with: "-")
      })
  }

  @Test(arguments: documents)
  func linksResolve(_ path: String) throws {
    let link = try Regex(#"\]\(([^)\s]+)\)"#, as: (Substring, Substring).self)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().relativePath
    // Code in a line is no link either.
    let text = try Self.prose(path).replacing(try Regex("`[^`\\n]*`"), with: "")
    for match in text.matches(of: link) {
      let target = String(match.1)
      if target.contains("://") || target.hasPrefix("mailto:") { continue }
      let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let file = parts[0].isEmpty ? path : folder + "/" + parts[0]
      let url = Repository.root.appendingPathComponent(file).standardized
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path) links to \(target)")
      if parts.count == 2, file.hasSuffix(".md") {
        let place = String(url.path.dropFirst(Repository.root.standardized.path.count + 1))
        #expect(try Self.anchors(place).contains(String(parts[1])), "\(path) links to \(target)")
      }
    }
  }

  /// A path in backquotes that begins like one of ours is a promise too.
  @Test(arguments: documents)
  func namedFilesExist(_ path: String) throws {
    let name = try Regex(
      #"`((?:Sources|Tests|Docs|Benchmarks)/[A-Za-z0-9_+./-]+)`"#, as: (Substring, Substring).self)
    for match in try Self.prose(path).matches(of: name) {
      let url = Repository.root.appendingPathComponent(String(match.1))
      #expect(FileManager.default.fileExists(atPath: url.path), "\(path) names \(match.1)")
    }
  }

  @Test func everyModuleIsDescribed() throws {
    let text = try Repository.text("Docs/internals/architecture.md")
    for module in Set(DependencyTests.allowedImports.keys).union(DependencyTests.cTargets) {
      #expect(text.contains("\n### \(module)\n"), "\(module) has no section")
    }
  }

  @Test func everySettingIsExplained() throws {
    let manifest = try Repository.text("Package.swift")
    let text = try Repository.text("Docs/internals/architecture.md")
    let setting = try Regex(
      #"\.(?:enableUpcomingFeature\("(\w+)"\)|(swiftLanguageMode|strictMemorySafety|treatAllWarnings))"#,
      as: (Substring, Substring?, Substring?).self)
    let names = manifest.matches(of: setting).compactMap { $0.1 ?? $0.2 }
    #expect(names.count >= 6)
    for name in names { #expect(text.contains("`\(name)`"), "\(name)") }
  }
}
