import Foundation
import Glibc
import Testing

/// A user with a place for policies and for what dftrace remembers.
struct Home {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    mkdir(scratch.file("project"), 0o755)
    mkdir(scratch.file("project/.git"), 0o755)
  }

  /// The directory of a project.
  var project: String { scratch.file("project") }

  /// A command of this user, in the project.
  func command(_ words: [String]) -> Command {
    var command = Command([Programs.dftrace] + words)
    command.environment += [
      "XDG_CONFIG_HOME=\(scratch.file("config"))", "XDG_STATE_HOME=\(scratch.file("state"))",
    ]
    command.directory = project
    return command
  }

  /// Runs dftrace.
  func run(_ words: String...) throws -> Ran { try command(words).run() }

  /// The text of a file below the scratch directory; empty without the file.
  func text(_ name: String) -> String {
    (try? String(contentsOfFile: scratch.file(name), encoding: .utf8)) ?? ""
  }
}

extension EndToEnd {
  /// Policies made, changed and compared by the program itself.
  @Suite struct PolicyCommands {
    private let home: Home

    init() throws { home = try Home() }

    @Test(.timeLimit(.minutes(3))) func aPolicyIsMadeAndJudgesARun() throws {
      let made = try home.run(
        "policy", "new", "gate", "--extends", "strict", "--disable", "file-*", "--enable",
        "file-ssh-key-read", "--fail-on", "P2", "--priority", "file-ssh-key-read=P1",
        "--set", "network-restricted-country.countries=KP,IR")
      #expect(made.end == .exited(0), "\(made.errorText)")
      #expect(made.text == "wrote \(home.scratch.file("config/dftrace/policies/gate.json"))\n")
      let shown = try home.run("policy", "show", "gate")
      #expect(shown.text.contains("P1  file-ssh-key-read") && !shown.text.contains("sensitive"))
      let ran = try home.run("run", "-p", "gate", "-f", "json", "--", "/bin/true")
      #expect(ran.end == .exited(0) && ran.errorText.contains(#""policy":"gate""#))
      let again = try home.run("policy", "new", "gate")
      #expect(again.end == .exited(125) && again.errorText.contains("--force"))
      #expect(try home.run("policy", "new", "gate", "--force").end == .exited(0))
      #expect(home.text("config/dftrace/policies/gate.json").contains("IR") == false)
    }

    @Test(.timeLimit(.minutes(3))) func aProjectHasItsPolicyBesideItsSources() throws {
      mkdir(home.scratch.file("project/deep"), 0o755)
      var command = home.command(["policy", "new", "shop", "--project"])
      command.directory = home.scratch.file("project/deep")
      #expect(try command.run().text == "wrote \(home.project)/.dftrace/policy.json\n")
      let set = try home.run("policy", "set", ".dftrace/policy.json", "failOn=P3")
      #expect(set.end == .exited(0))
      let ran = try home.run("run", "-f", "json", "--", "/bin/true")
      #expect(ran.errorText.contains(#""threshold":"P3""#))
      let copy = try home.run(
        "policy", "clone", ".dftrace/policy.json", "mine", "--output", "c.json")
      #expect(copy.text == "wrote c.json\n")
      let diff = try home.run("policy", "diff", ".dftrace/policy.json", "c.json")
      #expect(diff.text == "shop and mine have the same settings.\n" && diff.end == .exited(0))
      let other = try home.run("policy", "diff", "standard", "c.json", "--format", "json")
      #expect(other.text.contains(#""failOn": { "from": "P1", "to": "P3" }"#))
    }

    @Test(.timeLimit(.minutes(3))) func aMistakeLeavesTheFileAsItIs() throws {
      _ = try home.run("policy", "new", "gate")
      let before = home.text("config/dftrace/policies/gate.json")
      let cases: [([String], Int32)] = [
        (["set", "gate", "failOn=P9"], 64), (["enable", "gate", "nothing-*"], 64),
        (["set", "gate", "extends=gate"], 125), (["set", "strict", "failOn=P1"], 125),
        (["disable", "gone", "file-*"], 125), (["set", "gate"], 64), (["new", "a b"], 64),
      ]
      for (words, status) in cases {
        let ran = try home.command(["policy"] + words).run()
        #expect(ran.end == .exited(status), "\(words): \(ran.errorText)")
        #expect(!ran.errorText.isEmpty)
      }
      #expect(home.text("config/dftrace/policies/gate.json") == before)
    }

    @Test(.timeLimit(.minutes(3))) func aLinkStaysAndSoDoPermissions() throws {
      let file = home.scratch.file("real.json")
      try home.scratch.write("real.json", #"{"name": "linked"}"#, mode: 0o640)
      symlink(file, home.scratch.file("link.json"))
      let set = try home.run("policy", "set", home.scratch.file("link.json"), "failOn=P2")
      #expect(set.end == .exited(0))
      #expect(home.text("real.json").contains("P2"))
      var status = stat()
      lstat(home.scratch.file("link.json"), &status)
      #expect(status.st_mode & S_IFMT == S_IFLNK)
      stat(file, &status)
      #expect(status.st_mode & 0o777 == 0o640)
      let names = try FileManager.default.contentsOfDirectory(atPath: home.scratch.path)
      #expect(!names.contains { $0.hasPrefix("real.json.") })
    }

    /// What `alerts explain` offers can be typed as it stands.
    @Test(.timeLimit(.minutes(3))) func theCommandsThatTuneAnAlertWork() throws {
      _ = try home.run("policy", "new", "gate")
      for alert in [
        "file-ssh-key-read", "network-destination-not-allowed", "process-shell-spawned",
      ] {
        let explained = try home.run("alerts", "explain", alert, "-p", "gate")
        let commands = explained.lines.filter { $0.hasPrefix("    dftrace policy ") }
        #expect(commands.count > 2, "\(explained.text)")
        for command in commands {
          var shell = home.command([])
          shell.words = [
            "sh", "-c", command.replacing("dftrace", with: Programs.dftrace, maxReplacements: 1),
          ]
          .map { Array($0.utf8) }
          let ran = try shell.run()
          #expect(ran.end == .exited(0), "\(command): \(ran.errorText)")
        }
        let exception = explained.lines.last ?? ""
        try home.scratch.write("p.json", "{\"name\": \"p\", \"alerts\": {\(exception)}}")
        let valid = try home.run("policy", "validate", home.scratch.file("p.json"))
        #expect(valid.end == .exited(0), "\(valid.errorText)")
      }
    }

    @Test(.timeLimit(.minutes(3))) func withoutAPlaceNothingIsSaved() throws {
      let ran = try Command(Programs.dftrace, "policy", "new", "gate").run()
      #expect(ran.end == .exited(125) && ran.errorText.contains("XDG_CONFIG_HOME"))
    }
  }
}

extension EndToEnd.Terminals {
  @Test(.timeLimit(.minutes(2))) func aPolicyIsAskedForOnATerminal() throws {
    let home = try Home()
    let terminal = try Terminal()
    try terminal.type("export XDG_CONFIG_HOME=\(home.scratch.file("config"))", "Enter")
    try terminal.type("clear; \(Programs.dftrace) policy new gate", "Enter")
    try terminal.expect("[standard]")
    try terminal.type("nonsense", "Enter")
    try terminal.expect("no such policy")
    try terminal.type("strict", "Enter")
    try terminal.expect("Description? []")
    try terminal.type("The gate", "Enter")
    try terminal.expect("or never? [P2]")
    try terminal.type("p1", "Enter")
    let start = seconds()
    var answered = ""
    while seconds() - start < 60, try !terminal.screen().contains("[RU, KP]") {
      let question = try String(terminal.screen().split(separator: "\n").last ?? "")
      // What was typed may not be shown yet.
      guard question.hasSuffix("[keep]"), question != answered else {
        usleep(20_000)
        continue
      }
      answered = question
      try terminal.type(question.hasPrefix("memory:") ? "off" : "keep", "Enter")
    }
    try terminal.expect("[RU, KP]")
    try terminal.type("KP", "Enter")
    try terminal.expect("Write this policy to")
    try terminal.expect(#""extends": "strict""#)
    #expect(home.text("config/dftrace/policies/gate.json").isEmpty)
    try terminal.type("Enter")
    try terminal.expect("wrote ")
    let text = home.text("config/dftrace/policies/gate.json")
    #expect(text.contains("The gate") && text.contains(#""countries": ["KP"]"#))
    #expect(text.contains(#""memory-executable-stack": { "enabled": false }"#))
  }

  @Test(.timeLimit(.minutes(2))) func aPolicyThatIsNotWantedIsNotWritten() throws {
    let home = try Home()
    let terminal = try Terminal()
    try terminal.type("export XDG_CONFIG_HOME=\(home.scratch.file("config"))", "Enter")
    try terminal.type("clear; \(Programs.dftrace) policy new gate", "Enter")
    try terminal.expect("[standard]")
    try terminal.type("C-d")
    try terminal.expect("nothing was written: standard input ended")
    #expect(!home.scratch.has("config/dftrace/policies/gate.json"))
  }
}
