import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

extension EndToEnd {
  /// A name that a program chose is told by every format, and does nothing but be told.
  @Suite struct HostileNames {
    /// What a name may hold besides NUL and a slash, fifty-five bytes of it at most: a label of a
    /// host's name takes no more.
    static let names: [String: [UInt8]] = [
      "escapes": Array("\u{1b}[2J\u{1b}]0;t\u{7}\u{9b}31m\r\u{8}\u{7f}\t\u{b}end".utf8),
      "lines": Array("a\nforged: P1\n::error::forged\r\n##[error]forged\nend".utf8),
      "no text": [0x61, 0xff, 0xfe, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0xc0, 0xaf, 0xf4, 0x90, 0x80]
        + Array("end".utf8),
      "directions": Array("\u{202e}txt\u{2066}\u{200b}\u{feff}\u{2028}\u{2029}\u{ad}end".utf8),
      "markup": Array("<b>]]>&lt;--><\"'`|**[x](y)%0A\\u001b{{1}}end".utf8),
    ]

    private static let policy = """
      {"schemaVersion": 1, "name": "names", "extends": "max-alert", "customAlerts": [
        {"id": "file-named", "title": "A file", "category": "file", "priority": "P1",
         "condition": "evt.type in (open, openat) and fd.name startswith '/var/tmp/dftrace-test'",
         "message": "%proc.name %proc.exe %proc.cmdline %fd.name %proc.env[HOSTILE] %evt.args"},
        {"id": "socket-named", "title": "A socket", "category": "network", "priority": "P1",
         "condition": "evt.type = connect and fd.name contains hostile",
         "message": "%proc.name %fd.name %evt.args"},
        {"id": "host-named", "title": "A host", "category": "network", "priority": "P1",
         "condition": "evt.type = sendto and dns.name endswith example",
         "message": "%proc.name %dns.name"}]}
      """

    private static let formats = [
      "text", "json", "sarif", "junit", "gitlab", "html", "github", "markdown", "ocsf", "otlp",
    ]

    /// A run that has written every format, and what was made of its recording afterwards.
    private final class Runs {
      let scratch: Scratch
      /// The names of the files that were written.
      var files = ["events", "baseline"]

      init(_ name: [UInt8]) throws {
        scratch = try Scratch()
        try scratch.write("policy.json", HostileNames.policy)
        let events = scratch.file("events")
        let evaluation = ["--policy", scratch.file("policy.json"), "--fail-on", "P1"]
        var command = Command(Programs.fixture("hostile-names"), scratch.path)
        command.words.append(name)
        let more = ["--events", events, "--write-baseline", scratch.file("baseline"), "--"]
        let run = [Programs.dftrace, "run"] + evaluation + reports("run") + more
        try #require(try command.prefixed(by: run).run().end == .exited(86))
        let again = [Programs.dftrace, "analyze", events] + evaluation + reports("analyze")
        try #require(try Command(again).run().end == .exited(86))
        for format in ["text", "json"] {
          let ran = try Command([Programs.dftrace, "diff", "--all", "-f", format, events, events])
            .run()
          try scratch.write("diff.\(format)", ran.text + ran.errorText)
          files.append("diff.\(format)")
        }
      }

      private func reports(_ kind: String) -> [String] {
        HostileNames.formats.flatMap { format in
          files.append("\(kind).\(format)")
          return ["--report", "\(format)=\(scratch.file("\(kind).\(format)"))"]
        }
      }

      func bytes(_ file: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(filePath: scratch.file(file))))
      }
    }

    /// C0 but line feeds, DEL, C1, separators, and what has no width or turns the direction.
    private static let forbidden: [ClosedRange<UInt32>] = [
      0x00...0x09, 0x0b...0x1f, 0x7f...0x9f, 0xad...0xad, 0x61c...0x61c, 0x200b...0x200f,
      0x2028...0x202e, 0x2060...0x206f, 0xfeff...0xfeff, 0xfffe...0xffff,
    ]

    @Test(.timeLimit(.minutes(2)), arguments: names.keys.sorted())
    func areInertInEveryFormat(_ kind: String) throws {
      let runs = try Runs(try #require(Self.names[kind]))
      for file in runs.files {
        let bytes = try runs.bytes(file)
        let text = try #require(String(validating: bytes, as: UTF8.self), "\(file) is no UTF-8")
        let bad = text.unicodeScalars.filter { scalar in
          Self.forbidden.contains { $0.contains(scalar.value) }
        }
        #expect(bad.isEmpty, "\(file) has \(bad.map { String($0.value, radix: 16) })")
        let forged = text.split(separator: "\n").filter { line in
          ["forged", "::error::forged", "##[error]", "end"].contains { line.hasPrefix($0) }
        }
        #expect(forged.isEmpty, "\(file) has \(forged)")
        if file.hasPrefix("run.") || file.hasPrefix("analyze.") {
          #expect(text.contains("end"), "\(file) does not tell the name")
        }
        try expectWhole(file, bytes)
      }
      try expectAlike(runs)
    }

    /// Whether whoever reads the format can.
    private func expectWhole(_ file: String, _ bytes: [UInt8]) throws {
      switch file.split(separator: ".").last {
      case "sarif", "gitlab", "baseline":
        _ = try JSONSerialization.jsonObject(with: Data(bytes))
      case "json", "ocsf", "otlp", "events":
        for line in bytes.split(separator: 0x0a) {
          #expect(throws: Never.self, "\(file)") {
            try JSONSerialization.jsonObject(with: Data(line))
          }
        }
      case "junit": #expect(XMLParser(data: Data(bytes)).parse(), "\(file)")
      case "html":
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("<b>]]") && text.contains("</html>"), "\(file)")
      default: break
      }
    }

    /// The recording tells the same names as the run.
    private func expectAlike(_ runs: Runs) throws {
      func messages(_ file: String) throws -> Set<String> {
        Set(
          try Report(contentsOf: runs.scratch.file(file)).all("alert")
            .filter { ($0["id"] as? String)?.hasSuffix("-named") ?? false }
            .compactMap { $0["message"] as? String })
      }
      #expect(try messages("run.json").count == 3)
      #expect(try messages("run.json") == messages("analyze.json"))
    }
  }
}
