import Glibc
import Testing

/// One fixture as one user.
struct AlertCase: CustomTestStringConvertible {
  let id: String
  let user: User
  let isFiring: Bool
  /// The program's first argument, or another program and its first argument: `PROGRAM/WAY`.
  let way: String

  var testDescription: String { "\(id), \(way), \(user.testDescription)" }

  static let all = User.available.flatMap { user in
    AlertSetting.alerts.flatMap { id in
      let setting = try? AlertSetting.of(id)
      return (setting?.firing ?? ["fires"]).map {
        AlertCase(id: id, user: user, isFiring: true, way: $0)
      }
        + (setting?.silent ?? ["silent"]).map {
          AlertCase(id: id, user: user, isFiring: false, way: $0)
        }
    }
  }

  /// The alerts that the program has to raise, and no others.
  func expected(_ setting: AlertSetting) -> Set<String> {
    (setting.always ?? []).union(setting.alsoWith?[way] ?? []).union(
      isFiring ? (setting.also ?? []).union([id]) : setting.alsoWhenSilent ?? [])
  }

  /// The program and its arguments, where and with what it is to be run.
  func command(_ setting: AlertSetting, _ scratch: Scratch) throws -> Command {
    let silent = isFiring ? nil : setting.silentProgram
    let parts = way.split(separator: "/").map(String.init)
    let other = parts.count > 1 ? parts[0] : nil
    let program = Programs.fixture(other ?? silent ?? setting.program ?? "alert-\(id)")
    var command = Command(program, parts.last ?? way, scratch.path)
    var variables = setting.environment ?? [:]
    if isFiring { variables.merge(setting.whenFiring?.environment ?? [:]) { $1 } }
    if let machine = setting.whenFiring?.machine, isFiring {
      let place = scratch.file("machine")
      try Machine.make(at: place, machine)
      variables["DFTRACE_NODE_ROOT"] = place
    }
    for (name, value) in variables {
      command.environment.removeAll { $0.hasPrefix(name + "=") }
      command.environment.append("\(name)=\(value)")
    }
    if setting.inProject == true { command.directory = try project(scratch) }
    return command
  }

  /// The options that dftrace is run with.
  func options(_ setting: AlertSetting, _ scratch: Scratch) throws -> [String] {
    guard let policy = setting.policy else { return ["--fail-on", "P4"] }
    try scratch.write("policy.json", policy.text.replacing("$SCRATCH", with: scratch.path))
    return ["--fail-on", "P4", "-p", scratch.file("policy.json")]
  }

  /// A directory under version control with one file.
  private func project(_ scratch: Scratch) throws -> String {
    let place = scratch.file("project")
    let script = """
      mkdir project && cd project && git init -q && echo hello > README.md && git add README.md
      """
    var command = Command("/bin/sh", "-c", script).prefixed(by: user.prefix)
    command.directory = scratch.path
    guard try command.run().end == .exited(0) else { try Test.cancel("there is no git") }
    return place
  }
}

extension EndToEnd {
  @Suite struct Alerts {
    /// A destination is known by the name that a name server gave for it in the run.
    @Test(.timeLimit(.minutes(3)), arguments: ["recvfrom", "recvmsg"], [true, false])
    func hostNamesAreThoseOfAnswers(_ call: String, _ isAllowed: Bool) throws {
      let scratch = try Scratch()
      try scratch.write(
        "policy.json",
        #"""
        { "name": "own", "extends": "standard", "alerts": { "network-destination-not-allowed":
          { "criteria": { "hosts": ["*.example.org"] } } } }
        """#)
      let name = isAllowed ? "WWW.example.org" : "www.example.net"
      let command = Command(Programs.fixture("names-answered"), name, call)
      let untraced = try command.run()
      if untraced.end == .exited(77) { try Test.cancel("\(untraced.text)") }
      let traced = try Traced(command, options: ["-p", scratch.file("policy.json")])
      #expect(traced.ran.text == untraced.text)
      #expect(traced.ran.end == .exited(0), "\(traced.ran.errorText)")
      #expect(
        traced.report.alertIDs.contains("network-destination-not-allowed") == !isAllowed,
        "\(traced.report.messages)")
    }

    @Test(.timeLimit(.minutes(3)), arguments: AlertCase.all)
    func aProgramRaisesItsAlertAndNoOther(_ item: AlertCase) throws {
      let scratch = try Scratch(for: item.user)
      let setting = try AlertSetting.of(item.id)
      let command = try item.command(setting, scratch)
      try setting.prepare(scratch, for: item.user)
      let untraced = try command.prefixed(by: item.user.prefix).run()
      // What the machine forbids can't be tried; the fixture's own words say what it is.
      if untraced.end == .exited(77) { try Test.cancel("\(untraced.text)") }
      #expect(untraced.end == .exited(0), "\(untraced.errorText)")

      let options = try item.options(setting, scratch)
      let expected = item.expected(setting)
      try setting.prepare(scratch, for: item.user)
      let traced = try Traced(command, options: options, as: item.user)
      #expect(traced.ran.text == untraced.text)
      #expect(traced.ran.errorText == untraced.errorText)
      #expect(Set(traced.report.alertIDs) == expected, "\(traced.report.messages)")
      #expect(
        traced.ran.end == .exited(expected.isEmpty ? 0 : 86), "\(traced.ran.errorText)")
    }
  }
}
