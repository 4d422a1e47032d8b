import Foundation
import Testing

extension EndToEnd {
  /// However often a program does something, dftrace's memory stays within a bound, and what it
  /// could not keep is said.
  ///
  /// `DFTRACE_LONG=1` does everything a million times.
  @Suite struct BoundedMemory {
    /// What is done, and how dftrace says that it did not keep all of it.
    struct Kind: Sendable, CustomTestStringConvertible {
      enum Loss { case alerts, inventory, memory, nothing }

      let name: String
      var short = 20_000
      /// Of what is said when it was done a million times.
      var losses: [Loss] = [.nothing]
      /// Needs a network of its own.
      var isNetwork = false

      var testDescription: String { name }
    }

    static let isLong = ProcessInfo.processInfo.environment["DFTRACE_LONG"] != nil

    static let kinds = [
      Kind(name: "missing", losses: [.alerts]),
      Kind(name: "written", short: 6000, losses: [.memory]),
      Kind(name: "links", short: 4000, losses: [.memory]),
      Kind(name: "directories", short: 6000, losses: [.memory]),
      Kind(name: "addresses", short: 12_000, losses: [.inventory, .memory], isNetwork: true),
      Kind(name: "loopback", losses: [.inventory], isNetwork: true),
      Kind(name: "ports", short: 12_000, losses: [.inventory, .memory], isNetwork: true),
      Kind(name: "names", short: 8000, losses: [.memory], isNetwork: true),
      Kind(name: "descriptors"), Kind(name: "maps"),
    ]

    private static let policy = """
      {"schemaVersion": 1, "name": "many", "extends": "max-alert", "customAlerts": [
        {"id": "file-opened", "title": "A file", "category": "file", "priority": "P3",
         "condition": "evt.type in (open, openat) and fd.name contains '/aaaa'",
         "message": "%proc.name opened %fd.name", "object": "%fd.name"}]}
      """

    private func summary(_ kind: Kind, _ times: Int) throws -> [String: Any] {
      let scratch = try Scratch()
      try scratch.write("policy.json", Self.policy)
      var command = Command(
        Programs.dftrace, "run", "--policy", scratch.file("policy.json"), "--quiet",
        "--fail-on", "never", "--report", "json=\(scratch.file("json"))",
        "--report", "sarif=\(scratch.file("sarif"))", "--report", "html=\(scratch.file("html"))",
        "--", Programs.fixture("many"), kind.name, String(times), scratch.path)
      command.timeout = Self.isLong ? 7200 : 100
      let ran = try command.run()
      try #require(ran.end == .exited(0), "\(ran.errorText)")
      try #require(ran.text == "\(kind.name) \(times)\n")
      return try Report(contentsOf: scratch.file("json")).summary
    }

    private func peak(_ summary: [String: Any]) -> Int {
      (summary["peakMemoryBytes"] as? Int ?? .max) >> 20
    }

    /// Things that are not kept by a run that does little.
    private func losses(_ summary: [String: Any]) -> [Kind.Loss: Int] {
      let spots = summary["blindSpots"] as? [[String: Any]] ?? []
      return [
        .alerts: summary["overflow"] as? Int ?? 0,
        .inventory: (summary["inventory"] as? [String: Any])?["omitted"] as? Int ?? 0,
        .memory: spots.first { $0["id"] as? String == "memory-bound" }?["count"] as? Int ?? 0,
        .nothing: 1,
      ]
    }

    @Test(.timeLimit(.minutes(240)), arguments: kinds)
    func staysWithinItsBound(_ kind: Kind) throws {
      guard !kind.isNetwork || geteuid() == 0 else { return }
      let most = Self.isLong ? 1_000_000 : kind.short
      let few = try summary(kind, most / 10)
      let many = try summary(kind, most)
      print("\(kind.name): \(peak(few)) MiB at \(most / 10), \(peak(many)) MiB at \(most)")
      // What is kept of a thing takes some hundred bytes; ten times as many take no tenfold.
      #expect(peak(many) < peak(few) + 150)
      #expect(peak(many) < 300)
      guard Self.isLong else { return }
      for loss in kind.losses { #expect(losses(many)[loss, default: 0] > 0, "\(loss)") }
    }
  }
}
