import Foundation
import Testing

extension EndToEnd {
  /// Only what is new counts.
  @Suite struct Baselines {
    private let scratch: Scratch
    private static let policy = """
      {"name": "own", "failOn": "P1", "customAlerts": [
        {"id": "own-secret", "title": "t", "category": "file", "priority": "P1",
         "condition": "evt.type in (open, openat) and fd.name contains /secret-"}]}
      """

    init() throws {
      scratch = try Scratch()
      try scratch.write("policy.json", Self.policy)
      for name in ["a", "b", "c"] { try scratch.write("secret-" + name, "") }
    }

    private var baseline: String { scratch.file("baseline.json") }

    private func run(_ names: [String], _ options: String...) throws -> Ran {
      let words =
        [Programs.dftrace, "run", "-p", scratch.file("policy.json")] + options + ["--", "cat"]
      return try Command(words + names.map { scratch.file("secret-" + $0) }).run()
    }

    private func lastLine(_ ran: Ran) -> String {
      ran.errorText.split(separator: "\n").last.map(String.init) ?? ""
    }

    @Test(.timeLimit(.minutes(3))) func onlyNewAlertsCount() throws {
      // The run that writes a baseline still fails on the alerts in it.
      #expect(try run(["a", "b"], "--write-baseline", baseline).end == .exited(86))
      let written = try String(contentsOfFile: baseline, encoding: .utf8)
      #expect(written.split(separator: "\n").filter { $0.contains("own-secret") }.count == 2)

      let same = try run(["a", "b"], "--baseline", baseline)
      #expect(same.end == .exited(0))
      #expect(!same.errorText.contains("P1 t"))
      #expect(
        lastLine(same)
          == "dftrace: exit 0: the command's status; no new alerts (2 in the baseline)")

      let more = try run(["b", "c"], "--baseline", baseline)
      #expect(more.end == .exited(86))
      #expect(more.errorText.split(separator: "\n").filter { $0.contains("P1 t (new)") }.count == 1)
      #expect(more.errorText.contains("secret-c"))
      #expect(more.errorText.contains("  gone    own-secret by "))
      #expect(
        lastLine(more) == "dftrace: exit 86: 1 new alert at or above P1: own-secret")
    }

    /// Fingerprints of an earlier release mean nothing any more; what they are about still does.
    @Test(.timeLimit(.minutes(3))) func earlierFingerprintsMatchByIdProgramAndObject() throws {
      _ = try run(["a", "b"], "--write-baseline", baseline)
      let text = try String(contentsOfFile: baseline, encoding: .utf8)
      let old = text.replacing("\"fingerprintVersion\": 2", with: "\"fingerprintVersion\": 0")
        .replacing(/"fingerprint": "[0-9a-f]{12}/, with: "\"fingerprint\": \"000000000000")
      #expect(old != text)
      try scratch.write("baseline.json", old)

      let same = try run(["a", "b"], "--baseline", baseline, "--write-baseline", baseline)
      #expect(same.end == .exited(0))
      #expect(same.errorText.contains("fingerprints of version 0"))
      // Written anew on request.
      #expect(try String(contentsOfFile: baseline, encoding: .utf8) == text)
      let again = try run(["a", "b"], "--baseline", baseline)
      #expect(again.end == .exited(0) && !again.errorText.contains("fingerprints of version"))

      try scratch.write("baseline.json", old)
      #expect(try run(["a", "c"], "--baseline", baseline).end == .exited(86))
    }

    @Test(.timeLimit(.minutes(3))) func jsonTellsNewKnownAndGone() throws {
      _ = try run(["a", "b"], "--write-baseline", baseline)
      let report = scratch.file("report.jsonl")
      _ = try run(["b", "c"], "--baseline", baseline, "-f", "json", "-o", report)
      let lines = try Report(contentsOf: report)
      let isNew = try lines.all("alert").map { try #require($0["new"] as? Bool) }
      #expect(isNew.sorted { !$0 && $1 } == [false, true])
      let summary = try #require(lines.all("summary").first)
      let told = try #require(summary["baseline"] as? [String: Any])
      #expect(told["known"] as? Int == 1)
      let gone = try #require(told["gone"] as? [[String: String]])
      #expect(gone.count == 1 && gone[0]["object"]?.hasSuffix("secret-a") == true)
      #expect((summary["alerts"] as? [String: Int])?["P1"] == 1)
    }

    /// Reading and writing one file brings it up to date.
    @Test(.timeLimit(.minutes(3))) func isBroughtUpToDate() throws {
      _ = try run(["a", "b"], "--write-baseline", baseline)
      #expect(
        try run(["b", "c"], "--baseline", baseline, "--write-baseline", baseline).end
          == .exited(86))
      let text = try String(contentsOfFile: baseline, encoding: .utf8)
      #expect(text.contains("secret-c") && text.contains("secret-b") && !text.contains("secret-a"))
      #expect(try run(["b", "c"], "--baseline", baseline).end == .exited(0))
    }

    @Test(.timeLimit(.minutes(3))) func aRecordingIsComparedToo() throws {
      let events = scratch.file("events.jsonl")
      _ = try run(["a"], "--write-baseline", baseline, "--events", events)
      func analyze(_ options: String...) throws -> Ran {
        let policy = scratch.file("policy.json")
        return try Command([Programs.dftrace, "analyze", events, "-p", policy] + options).run()
      }
      let other = scratch.file("other.json")
      #expect(try analyze("--write-baseline", other).end == .exited(86))
      #expect(
        try String(contentsOfFile: other, encoding: .utf8)
          == String(contentsOfFile: baseline, encoding: .utf8))
      #expect(try analyze("--baseline", other).end == .exited(0))
    }

    /// Nothing is run, so that a broken file can't pass for a build without news.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        "", "{", #"{"schemaVersion": 1}"#, #"{"schemaVersion": 1, "alerts": [{"id": "x"}]}"#,
        nil,
      ])
    func aBrokenOneIsRefused(_ text: String?) throws {
      if let text { try scratch.write("baseline.json", text) }
      let ran = try Command([
        Programs.dftrace, "run", "--baseline", baseline, "--", "touch", scratch.file("ran"),
      ]).run()
      #expect(ran.end == .exited(125))
      #expect(ran.errorText.contains(baseline))
      #expect(!FileManager.default.fileExists(atPath: scratch.file("ran")))
    }

    @Test(.timeLimit(.minutes(3))) func anUnwritablePlaceIsSaidBefore() throws {
      try scratch.write("plain", "")
      for place in ["plain/baseline.json", "."] {
        let ran = try Command([
          Programs.dftrace, "run", "--write-baseline", scratch.file(place), "--", "touch",
          scratch.file("ran"),
        ]).run()
        #expect(ran.end == .exited(125))
        #expect(ran.errorText.contains("cannot create"))
        #expect(!FileManager.default.fileExists(atPath: scratch.file("ran")))
      }
    }
  }
}
