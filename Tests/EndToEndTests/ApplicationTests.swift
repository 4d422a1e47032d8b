import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Which applications were run, and under which policy the next run is.
  @Suite struct Applications {
    private let home: Home

    init() throws { home = try Home() }

    /// The policy that evaluates a run of an application.
    private func policy(of app: String) throws -> String {
      let ran = try home.run("run", "-a", app, "-f", "json", "--", "/bin/true")
      let text = ran.errorText
      let start = try #require(text.range(of: #""policy":""#)).upperBound
      return String(text[start...].prefix { $0 != "\"" })
    }

    @Test(.timeLimit(.minutes(3))) func theChoiceHasAnOrder() throws {
      #expect(try policy(of: "shop") == "standard")
      #expect(try home.run("policy", "default", "strict").end == .exited(0))
      #expect(try home.run("policy", "default").text == "strict\n")
      #expect(try policy(of: "shop") == "strict")
      mkdir(home.scratch.file("project/.dftrace"), 0o755)
      try home.scratch.write("project/.dftrace/policy.json", #"{"name": "ours"}"#)
      #expect(try policy(of: "shop") == "ours")
      #expect(try home.run("policy", "apps", "--assign", "shop", "max-alert").end == .exited(0))
      #expect(try policy(of: "shop") == "max-alert" && policy(of: "api") == "ours")
      var command = home.command(["run", "-a", "shop", "-f", "json", "--", "/bin/true"])
      command.environment.append("DFTRACE_POLICY=strict")
      #expect(try command.run().errorText.contains(#""policy":"strict""#))
      // A file that is pinned means the same from everywhere.
      let pinned = try home.run("policy", "apps", "--assign", "api", ".dftrace/policy.json")
      #expect(pinned.text == "api is pinned to \(home.project)/.dftrace/policy.json\n")
      #expect(try home.run("policy", "apps", "--unassign", "shop").end == .exited(0))
      #expect(try policy(of: "shop") == "ours")
      let unknown = try home.run("policy", "apps", "--assign", "shop", "gone")
      #expect(unknown.end == .exited(125) && unknown.errorText.contains("no such policy"))
    }

    @Test(.timeLimit(.minutes(3))) func everyRunIsRemembered() throws {
      #expect(try home.run("policy", "apps").text == "No application has been traced yet.\n")
      _ = try home.run("run", "--", "/bin/sh", "-c", "exit 3")
      _ = try home.run("run", "-a", "dead", "--", "/bin/sh", "-c", "kill -9 $$")
      _ = try home.run("run", "-a", "full", "-o", "/dev/full", "-f", "json", "--", "/bin/true")
      _ = try home.run(
        "run", "-a", "bad", "-p", "max-alert", "--fail-on", "P4", "--", "/bin/sh", "-c",
        "cat /etc/shadow || exit 0")
      _ = try home.run("run", "-a", "none", "--", "/bin/does-not-exist")
      let lines = try home.run("policy", "apps").lines
      func line(_ app: String) -> String { lines.first { $0.hasPrefix(app + " ") } ?? "" }
      #expect(line("sh").contains("passed (3)"))
      #expect(line("dead").contains("passed (signal)"))
      #expect(line("full").contains("error (125)"))
      #expect(line("bad").contains("max-alert") && line("bad").contains("failed (86)"))
      #expect(line("none").isEmpty && lines.count == 5)
      #expect(
        try home.run("policy", "apps", "--forget", "bad").text == "deleted the last run of bad\n")
      #expect(try home.run("policy", "apps").lines.count == 4)
    }

    @Test(.timeLimit(.minutes(3))) func runsInParallelLoseNothing() throws {
      let running = try (0..<24).map { index in
        try Running(home.command(["run", "-a", "app-\(index % 20)", "--", "/bin/true"]))
      }
      for run in running { #expect(run.finish().end == .exited(0)) }
      #expect(try home.run("policy", "apps").lines.count == 21)
    }

    @Test(.timeLimit(.minutes(3))) func aMalformedFileOfWhatWasSeenSpoilsNoRun() throws {
      _ = try home.run("run", "--", "/bin/true")
      try home.scratch.write("state/dftrace/apps.json", "{ oops")
      let ran = try home.run("run", "--", "/bin/true")
      #expect(ran.end == .exited(0))
      let told = ran.errorText.split(separator: "\n").filter { $0.contains("apps.json:1:3: ") }
      #expect(told.count == 1)
      let listed = try home.run("policy", "apps")
      #expect(listed.end == .exited(125) && listed.errorText.contains("apps.json:1:3: "))
      #expect(home.text("state/dftrace/apps.json") == "{ oops")
    }

    @Test(.timeLimit(.minutes(3))) func malformedSettingsRunNothing() throws {
      mkdir(home.scratch.file("config"), 0o755)
      mkdir(home.scratch.file("config/dftrace"), 0o755)
      try home.scratch.write(
        "config/dftrace/config.json", "{\n  \"apps\": { \"true\": \"gone\" }\n}\n")
      let marker = home.scratch.file("marker")
      let ran = try home.run("run", "-a", "true", "--", "/bin/touch", marker)
      #expect(ran.end == .exited(125) && !home.scratch.has("marker"))
      let place = home.scratch.file("config/dftrace/config.json") + ":2:21: "
      #expect(ran.errorText.hasPrefix(place), "\(ran.errorText)")
      #expect(try home.run("run", "-p", "standard", "--", "/bin/true").end == .exited(0))
    }

    @Test(.timeLimit(.minutes(3))) func withoutAPlaceARunIsAsEver() throws {
      var command = Command(Programs.dftrace, "run", "--", "/bin/true")
      let plain = try command.run()
      #expect(plain.end == .exited(0))
      #expect(access("/nonexistent", F_OK) != 0)
      command.environment.append("XDG_STATE_HOME=/proc/none")
      let unwritable = try command.run()
      #expect(unwritable.end == .exited(0) && unwritable.errorText == plain.errorText)
      command.words = [Programs.dftrace, "policy", "apps", "--forget", "x"].map { Array($0.utf8) }
      let told = try command.run()
      #expect(told.end == .exited(125) && told.errorText.contains("/proc/none/dftrace/apps.json"))
    }
  }
}
