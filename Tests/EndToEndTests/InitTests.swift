import Foundation
import Glibc
import Testing

/// A project with tests of its own, and what a job's platform gives it.
struct Project {
  let home: Home
  let scratch: Scratch

  init(makefile: String? = "test:\n\t@echo tested\n") throws {
    home = try Home()
    scratch = home.scratch
    if let makefile { try scratch.write("project/Makefile", makefile) }
    mkdir(scratch.file("temporary"), 0o755)
  }

  /// Has the tests do what they did not do before.
  func misbehave() throws {
    try scratch.write("project/Makefile", "test:\n\t@cat /etc/shadow >/dev/null || true\n")
  }

  func text(_ name: String) -> String { home.text("project/" + name) }

  /// Puts a release in place as it is given out, but with a program that only starts the real one.
  ///
  /// - Returns: the address that releases lie below.
  func release(in directory: String = "releases", isAltered: Bool = false) throws -> String {
    let name = "dftrace-0.1.0-linux-x86_64"
    let program = "#!/bin/sh\nexec \(Programs.dftrace) \"$@\"\n"
    let place = scratch.file(directory + "/v0.1.0")
    try FileManager.default.createDirectory(
      atPath: place + "/\(name)/bin", withIntermediateDirectories: true)
    try scratch.write("\(directory)/v0.1.0/\(name)/bin/dftrace", program, mode: 0o755)
    let pack = "tar -czf \(name).tar.gz \(name)"
    // What was altered is a tarball like any other, but for its sum.
    let make = """
      cd '\(place)' && \(pack) && sha256sum \(name).tar.gz >SHA256SUMS
      printf '%064d  other.deb\\n' 0 >>SHA256SUMS
      \(isAltered ? "touch \(name)/altered && \(pack)" : "")
      """
    #expect(try Command("sh", "-c", make).run().end == .exited(0))
    return "file://" + scratch.file(directory)
  }

  /// Runs what a file says, as its platform would.
  func job(_ kind: String, _ file: String, _ environment: [String] = []) throws -> Ran {
    var command = home.command([])
    command.words = ["/usr/bin/python3", Self.runner, kind, file].map { Array($0.utf8) }
    let temporary = scratch.file("temporary")
    command.environment += ["RUNNER_TEMP=\(temporary)", "TMPDIR=\(temporary)"] + environment
    return try command.run()
  }

  static let runner = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Jobs/run-job").path

  /// Whether the tools that jobs need here are installed; `Scripts/setup --test` does that.
  static let canRunJobs =
    access("/usr/lib/python3/dist-packages/yaml", F_OK) == 0
    && ["curl", "shellcheck"].allSatisfy { access("/usr/bin/" + $0, X_OK) == 0 }

  /// What a linter has to say of the scripts of a job.
  func lint(_ kind: String, _ file: String) throws -> String {
    let directory = scratch.file("scripts-\(kind)")
    mkdir(directory, 0o755)
    var command = home.command([])
    command.words =
      [
        "sh", "-c", #"/usr/bin/python3 "$0" scripts "$1" "$2" "$3" && shellcheck "$3"/*.sh"#,
        Self.runner, kind, file, directory,
      ].map { Array($0.utf8) }
    let ran = try command.run()
    return ran.end == .exited(0) ? "" : ran.text + ran.errorText + "\(ran.end)"
  }
}

extension EndToEnd {
  /// A project gets its policy, its baseline and its job.
  @Suite struct Initiation {
    @Test(.timeLimit(.minutes(3))) func nothingIsWrittenUnasked() throws {
      let project = try Project()
      let shown = try project.home.run("init")
      #expect(shown.end == .exited(64) && shown.errorText.contains("--yes"))
      #expect(shown.text.contains(#"    "extends": "strict""#.dropFirst(4)))
      #expect(shown.text.contains("-- make test"))
      let dry = try project.home.run("init", "--dry-run")
      #expect(dry.end == .exited(0) && dry.text.hasSuffix("nothing was written: --dry-run\n"))
      #expect(!project.scratch.has("project/.dftrace"))
    }

    @Test(.timeLimit(.minutes(3))) func whatIsThereIsKept() throws {
      let project = try Project()
      mkdir(project.scratch.file("project/.dftrace"), 0o755)
      try project.scratch.write("project/.dftrace/policy.json", "{ mine }")
      let made = try project.home.run("init", "--yes")
      #expect(made.end == .exited(0), "\(made.errorText)")
      #expect(made.text.contains(".dftrace/policy.json: exists already and stays unchanged"))
      #expect(project.text(".dftrace/policy.json") == "{ mine }")
      #expect(made.text.contains("wrote .dftrace/ci.sh"))
      #expect(access(project.scratch.file("project/.dftrace/ci.sh"), X_OK) == 0)
      let again = try project.home.run("init", "--yes")
      #expect(again.end == .exited(0) && again.text.contains("\nnothing to do"))
      #expect(!again.text.contains("wrote"))
    }

    @Test(.timeLimit(.minutes(3))) func aDirectoryBelowBelongsToItsProject() throws {
      let project = try Project()
      mkdir(project.scratch.file("project/deep"), 0o755)
      var command = project.home.command(["init", "--yes", "--ci", "none"])
      command.directory = project.scratch.file("project/deep")
      #expect(try command.run().end == .exited(0))
      #expect(project.scratch.has("project/.dftrace/baseline.json"))
      #expect(!project.scratch.has("project/.dftrace/.gitignore"))
    }

    @Test(.timeLimit(.minutes(3))) func whereItCanNotBeItSaysSo() throws {
      let outside = try Command(Programs.dftrace, "init", "--yes").run()
      #expect(outside.end == .exited(125))
      #expect(outside.errorText.split(separator: "\n").count == 1)
      let empty = try Project(makefile: nil)
      let unknown = try empty.home.run("init", "--yes")
      #expect(unknown.end == .exited(64) && unknown.errorText.contains("--command"))
      let project = try Project()
      try project.scratch.write("project/.dftrace", "a file")
      let blocked = try project.home.run("init", "--yes")
      #expect(blocked.end == .exited(125) && blocked.errorText.contains("cannot write"))
      #expect(blocked.errorText.split(separator: "\n").count == 1)
    }

    /// From nothing to a build that fails for what is new, and passes once that is accepted.
    @Test(
      .enabled(if: Project.canRunJobs), .timeLimit(.minutes(3)),
      arguments: [
        ("script", ".dftrace/ci.sh"), ("gitlab", ".gitlab-ci.yml"),
        ("github", ".github/workflows/dftrace.yml"),
      ])
    func aBuildFailsForWhatIsNew(_ kind: String, _ file: String) throws {
      let project = try Project()
      let releases = try project.release()
      let made = try project.home.run("init", "--yes", "--ci", kind)
      #expect(made.end == .exited(0), "\(made.errorText)")
      func build() throws -> Ran {
        let address = ["DFTRACE_RELEASES=\(releases)", "VARS_DFTRACE_RELEASES=\(releases)"]
        guard kind == "script" else { return try project.job(kind, file, address) }
        var command = project.home.command([])
        command.words = [Array("./\(file)".utf8)]
        command.environment += address
        return try command.run()
      }
      let accepting = try #require(made.lines.first { $0.contains("--write-baseline") })
      func accept() throws {
        let line = try #require(made.lines.last { $0.hasPrefix("  dftrace run --app") })
        var command = project.home.command([])
        command.words = [
          "sh", "-c", line.replacing("dftrace run", with: Programs.dftrace + " run"),
        ].map { Array($0.utf8) }
        _ = try command.run()
      }
      #expect(accepting.contains("--app project"))
      let clean = try build()
      #expect(clean.end == .exited(0), "\(clean.errorText)")
      #expect(clean.text.contains("tested") && clean.text.contains(".tar.gz: OK"))
      try project.misbehave()
      let bad = try build()
      #expect(bad.end == .exited(86), "\(bad.errorText)")
      #expect(bad.errorText.contains("new alert at or above P2: file-sensitive-read"))
      if kind == "github" { #expect(bad.lines.contains { $0.hasPrefix("::error file=") }) }
      for report in ["dftrace.sarif", "junit.xml", "dftrace.html", "baseline.json"] {
        #expect(project.scratch.has("project/.dftrace/reports/" + report), "\(report)")
      }
      // What the job would have accepted is what a person accepts.
      try accept()
      #expect(
        project.text(".dftrace/reports/baseline.json") == project.text(".dftrace/baseline.json"))
      #expect(try build().end == .exited(0))
      if kind != "script" { #expect(try project.lint(kind, file) == "") }
    }

    @Test(.enabled(if: Project.canRunJobs), .timeLimit(.minutes(3)))
    func theScriptHandsOptionsOnAndIsClean() throws {
      let project = try Project()
      _ = try project.home.run("init", "--yes", "--ci", "script")
      try project.misbehave()
      let run = #"PATH="$0:$PATH" .dftrace/ci.sh --write-baseline .dftrace/baseline.json"#
      var command = project.home.command([])
      let programs = URL(filePath: Programs.dftrace).deletingLastPathComponent().path
      command.words = ["sh", "-c", run, programs].map { Array($0.utf8) }
      #expect(try command.run().end == .exited(86))
      #expect(try command.run().end == .exited(0))
      command.words = ["shellcheck", ".dftrace/ci.sh"].map { Array($0.utf8) }
      #expect(try command.run().text == "")
    }

    /// The workflow hands the action what it takes.
    @Test(.enabled(if: Project.canRunJobs), .timeLimit(.minutes(3)))
    func theWorkflowFitsTheAction() throws {
      let project = try Project()
      let made = try project.home.run(
        "init", "--yes", "--ci", "github", "--action", "me/dftrace@v0.1.0", "--command",
        "make it's && true")
      #expect(made.end == .exited(0), "\(made.errorText)")
      let ran = try project.job("github", ".github/workflows/dftrace.yml")
      #expect(ran.end == .exited(0), "\(ran.errorText)")
    }

    @Test(.enabled(if: Project.canRunJobs), .timeLimit(.minutes(3)))
    func aReleaseThatWasAlteredIsNotRun() throws {
      let project = try Project()
      _ = try project.home.run("init", "--yes", "--ci", "gitlab")
      let releases = try project.release(isAltered: true)
      let ran = try project.job("gitlab", ".gitlab-ci.yml", ["DFTRACE_RELEASES=\(releases)"])
      #expect(ran.end == .exited(1) && !ran.text.contains("tested"))
      let untold = try project.job("gitlab", ".gitlab-ci.yml")
      #expect(untold.errorText.contains("DFTRACE_RELEASES: set it to"))
    }
  }
}

extension EndToEnd.Terminals {
  @Test(.timeLimit(.minutes(3))) func aProjectIsAskedFor() throws {
    let project = try Project(makefile: nil)
    let terminal = try Terminal()
    try terminal.type("clear; cd \(project.home.project); \(Programs.dftrace) init", "Enter")
    try terminal.expect("Which command runs the tests?")
    try terminal.type("./check all", "Enter")
    try terminal.expect("Write these 4 files? [y/N]")
    try terminal.type("Enter")
    try terminal.expect("nothing was written")
    #expect(!project.scratch.has("project/.dftrace"))
    try terminal.type("clear; \(Programs.dftrace) init --command './check all'", "Enter")
    try terminal.expect("[y/N]")
    try terminal.type("y", "Enter")
    try terminal.expect("wrote .dftrace/ci.sh")
    #expect(project.text(".dftrace/ci.sh").contains("-- ./check all"))
  }
}
