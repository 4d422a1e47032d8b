import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// The composite action of this repository, on a runner that is made up.
  @Suite(.enabled(if: Project.canRunJobs, "python3-yaml, curl or shellcheck is not installed"))
  struct Actions {
    private let project: Project
    private static let file = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "action.yml").path

    init() throws {
      project = try Project()
      _ = try project.release(in: "server/me/dftrace/releases/download")
    }

    /// Runs the action.
    private func use(
      _ inputs: [String: String], isAltered: Bool = false
    ) throws -> (ran: Ran, outputs: [String: String]) {
      let outputs = project.scratch.file("outputs.json")
      let given = try JSONSerialization.data(withJSONObject: inputs)
      let ran = try project.job(
        "action", Self.file,
        [
          "INPUTS=\(String(decoding: given, as: UTF8.self))", "OUTPUTS=\(outputs)",
          "FAKE_ACTION_REPOSITORY=me/dftrace", "GITHUB_REPOSITORY=me/shop",
          "GITHUB_SERVER_URL=file://\(project.scratch.file("server"))",
          "SUMMARY=\(project.scratch.file("summary.md"))",
        ])
      let data = (try? Data(contentsOf: URL(filePath: outputs))) ?? Data("{}".utf8)
      let found = try JSONSerialization.jsonObject(with: data) as? [String: String]
      return (ran, found ?? [:])
    }

    @Test(.timeLimit(.minutes(3))) func theStepsResultIsTheRuns() throws {
      let (good, outputs) = try use(["command": "make test"])
      #expect(good.end == .exited(0), "\(good.errorText)")
      #expect(outputs["exit-status"] == "0" && good.text.contains("tested"))
      for name in ["sarif", "junit", "html", "baseline"] {
        #expect(access(outputs[name] ?? "", R_OK) == 0, "\(name)")
      }
      let sarif = try String(contentsOfFile: outputs["sarif"] ?? "", encoding: .utf8)
      #expect(sarif.contains("dftrace/shop/"))
      let (bad, failed) = try use([
        "command": "false | true\necho never", "fail-on": "P2", "policy": "strict",
      ])
      #expect(bad.end == .exited(1) && !bad.text.contains("never"))
      #expect(failed["exit-status"] == "1")
    }

    @Test(.timeLimit(.minutes(3))) func anAlertFailsTheStepUntilItIsAccepted() throws {
      try project.misbehave()
      let inputs = [
        "command": "make test", "policy": "strict", "reports": "out", "component": "api",
      ]
      let (ran, outputs) = try use(inputs)
      #expect(ran.end == .exited(86) && outputs["exit-status"] == "86")
      #expect(outputs["reports"] == project.home.project + "/out")
      #expect(ran.lines.contains { $0.hasPrefix("::") && $0.contains("shadow") })
      let summary = try String(contentsOfFile: project.scratch.file("summary.md"), encoding: .utf8)
      #expect(summary.contains("shadow"))
      let (again, _) = try use(inputs.merging(["baseline": "out/baseline.json"]) { $1 })
      #expect(again.end == .exited(0), "\(again.errorText)")
    }

    /// Whoever can choose an input, such as the title of a request, chooses no command by it.
    @Test(.timeLimit(.minutes(3))) func inputsAreNeverRun() throws {
      let hostile = "a'b\"; touch pwned; $(touch pwned) `touch pwned`\n::set-output name=x::y"
      let (ran, outputs) = try use([
        "command": "printf '%s\\n' \"$0\" 'a  b' '$(touch pwned)'", "app": hostile,
        "component": "--fail-on=P4\"; touch pwned; \"", "reports": "r'$(touch pwned)\n\"x",
        "args": "--quiet\n--fail-on\nnever\n",
      ])
      #expect(ran.end == .exited(0), "\(ran.errorText)")
      #expect(ran.text.contains("a  b\n$(touch pwned)\n"))
      #expect(outputs["reports"] == project.home.project + "/r'$(touch pwned)\n\"x")
      #expect(!project.scratch.has("project/pwned"))
      for (name, value) in [
        ("policy", hostile), ("baseline", hostile), ("fail-on", hostile), ("args", hostile),
        ("version", "0.1.0/../../$(touch pwned)"), ("version", "1\n2"), ("command", ""),
      ] {
        let (refused, _) = try use(["command": "echo tested"].merging([name: value]) { $1 })
        #expect(refused.end != .exited(0) && !refused.text.contains("\ntested"), "\(name)")
        #expect(!project.scratch.has("project/pwned"), "\(name)")
      }
    }

    @Test(.timeLimit(.minutes(3))) func aReleaseThatWasAlteredIsNotRun() throws {
      _ = try project.release(in: "server/me/dftrace/releases/download", isAltered: true)
      let (ran, _) = try use(["command": "echo tested"])
      #expect(ran.end == .exited(1) && ran.text.contains("::error title=dftrace::the checksum"))
      #expect(!ran.text.contains("\ntested"))
    }

    @Test(.timeLimit(.minutes(3))) func itsScriptsAreClean() throws {
      #expect(try project.lint("action", Self.file) == "")
    }

    /// The action and the program beside it are of one release.
    @Test(.timeLimit(.minutes(3))) func itTakesTheReleaseThatItIsOf() throws {
      let version = try Command(Programs.dftrace, "--version").run().lines.first ?? ""
      let text = try String(contentsOfFile: Self.file, encoding: .utf8)
      #expect(text.contains("default: '\(version)'\n"))
    }
  }
}
