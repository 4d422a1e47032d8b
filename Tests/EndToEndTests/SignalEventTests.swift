import Foundation
import Testing

extension EndToEnd {
  /// Signals as events that a condition can ask for.
  @Suite struct SignalEventTests {
    static let policy = #"""
      {"name": "signals", "customAlerts": [{"id": "told-by-itself", "title": "t",
        "category": "process", "priority": "P1", "message": "%evt.arg.sig", "object": "%evt.arg.sig",
        "condition": "evt.type = signaldeliver and evt.arg.sig in (SIGTERM, SIGUSR1, SIGCHLD) and evt.arg.spid = val(proc.pid)"}]}
      """#

    /// A script, and the signals that its shell received from itself.
    @Test(
      .timeLimit(.minutes(3)),
      arguments: [
        ("trap : TERM; kill -TERM $$; kill -TERM $$", ["SIGTERM"]),
        ("trap : TERM USR1; kill -USR1 $$; kill -TERM $$", ["SIGUSR1", "SIGTERM"]),
        // Other signals, and one from another process.
        ("trap : USR2 USR1; kill -USR2 $$; /bin/kill -USR1 $$", []),
        ("/bin/true; /bin/true", []),
      ] as [(String, [String])])
    func areSeenWithTheirSenders(_ script: String, _ expected: [String]) throws {
      let scratch = try Scratch()
      try scratch.write("policy.json", Self.policy)
      let recording = scratch.file("events.jsonl")
      let evaluation = ["-p", scratch.file("policy.json"), "-f", "json", "-o"]
      let run = try Command(
        [Programs.dftrace, "run"] + evaluation
          + [scratch.file("run"), "--events", recording, "--", "/bin/bash", "-c", script]
      ).run()
      #expect(run.end == .exited(expected.isEmpty ? 0 : 86), "\(run.errorText)")
      let replay = try Command(
        [Programs.dftrace, "analyze"] + evaluation + [scratch.file("replay"), recording]
      ).run()
      #expect(replay.end == .exited(expected.isEmpty ? 0 : 86), "\(replay.errorText)")
      for name in ["run", "replay"] {
        let report = try Report(contentsOf: scratch.file(name))
        let messages = report.all("alert").compactMap { $0["message"] as? String }
        #expect(messages == expected, "\(name)")
      }
    }
  }
}
