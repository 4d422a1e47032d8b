import Foundation
import Glibc
import Testing

/// What the test of an alert needs besides its program; a file of Tests/Fixtures/settings.
struct AlertSetting: Decodable {
  /// What is only so when the alert is to be raised.
  struct Change: Decodable {
    var environment: [String: String]?
    /// Files of the machine; nil for one that is not there, `-> TARGET` for a symbolic link.
    var machine: [String: String?]?
  }

  /// Further alerts that the program rightly raises, both times.
  var always: Set<String>?
  /// Further alerts that it rightly raises when it raises its own.
  var also: Set<String>?
  /// Further alerts that it rightly raises when it does not raise its own.
  var alsoWhenSilent: Set<String>?
  /// Further alerts that it rightly raises, by the program's first argument.
  var alsoWith: [String: Set<String>]?
  /// A policy of its own; the built-in one otherwise. `$SCRATCH` stands for the scratch directory.
  var policy: Policy?
  /// Variables of the environment, both times.
  var environment: [String: String]?
  /// The program's folder, if it is not named after the alert.
  var program: String?
  /// Another program for the run that has to be silent.
  var silentProgram: String?
  /// The program's first argument in each run that has to raise the alert, one for each branch of
  /// the condition; `fires` if nil.
  var firing: [String]?
  /// The program's first argument in each run that has to be silent; `silent` if nil.
  var silent: [String]?
  /// Files of the scratch directory that are there before each run, with their content.
  var files: [String: String]?
  /// Whether it runs in a project of its own, under version control.
  var inProject: Bool?
  var whenFiring: Change?

  /// Writes the files that are there before a run.
  func prepare(_ scratch: Scratch, for user: User) throws {
    for (name, content) in files ?? [:] {
      let script = #"mkdir -p "$(dirname "$1")" && printf %s "$2" > "$1""#
      let command = Command("/bin/sh", "-c", script, "sh", scratch.file(name), content)
      #expect(try command.prefixed(by: user.prefix).run().end == .exited(0))
    }
  }

  /// Any JSON: it is only written again.
  struct Policy: Decodable {
    let text: String

    init(from decoder: any Decoder) throws { text = try JSONText(from: decoder).text }
  }

  enum CodingKeys: String, CodingKey {
    case always, also, alsoWhenSilent, policy, environment, program, silentProgram, inProject
    case firing, silent, alsoWith, files
    case whenFiring = "when firing"
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// Every alert that there is a program for, or a setting that names one.
  static let alerts: [String] = {
    let files = FileManager.default
    let programs = ((try? files.contentsOfDirectory(atPath: folder.path)) ?? [])
      .filter { $0.hasPrefix("alert-") && !$0.contains(".") && $0 != "alert-node" }
      .map { String($0.dropFirst("alert-".count)) }
    let settings = ((try? files.contentsOfDirectory(atPath: folder.path + "/settings")) ?? [])
      .map { String($0.dropLast(".json".count)) }
    return Set(programs + settings).sorted()
  }()

  /// The setting of an alert; an empty one when there is no file.
  static func of(_ id: String) throws -> AlertSetting {
    let file = folder.appending(path: "settings/\(id).json")
    guard let data = try? Data(contentsOf: file) else { return AlertSetting() }
    return try JSONDecoder().decode(AlertSetting.self, from: data)
  }
}

/// JSON of any shape, as text.
private struct JSONText: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    text = String(
      decoding: try JSONSerialization.data(withJSONObject: JSONValue(from: decoder).value),
      as: UTF8.self)
  }
}

private struct JSONValue: Decodable {
  let value: Any

  init(from decoder: any Decoder) throws {
    let single = try decoder.singleValueContainer()
    if let bool = try? single.decode(Bool.self) {
      value = bool
    } else if let number = try? single.decode(Int.self) {
      value = number
    } else if let text = try? single.decode(String.self) {
      value = text
    } else if let list = try? single.decode([JSONValue].self) {
      value = list.map(\.value)
    } else {
      value = try single.decode([String: JSONValue].self).mapValues(\.value)
    }
  }
}

/// A machine of which nothing bad can be said, so that tests raise the same alerts on every one.
enum Machine {
  private static let files: [String: String] = [
    ".dockerenv": "",
    "etc/os-release":
      "ID=debian\nVERSION_ID=\"13\"\nPRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\n",
    "proc/sys/kernel/osrelease": "6.12.48-amd64\n",
    "proc/sys/kernel/randomize_va_space": "2\n",
    "proc/sys/kernel/core_pattern": "|/usr/lib/systemd/systemd-coredump %P\n",
    "proc/sys/kernel/yama/ptrace_scope": "1\n",
    "sys/kernel/security/lsm": "lockdown,capability,landlock,yama,apparmor,bpf",
    // The capabilities of an ordinary container.
    "proc/self/status": "CapPrm:\t00000000a80425fb\nCapEff:\t00000000a80425fb\nUmask:\t0022\n",
    "sys/devices/system/cpu/vulnerabilities/meltdown": "Mitigation: PTI\n",
  ]

  /// Writes the files that tell of the machine below a directory.
  ///
  /// - Parameter changes: what is otherwise than on the ordinary one.
  static func make(at place: String, _ changes: [String: String?] = [:]) throws {
    var all: [String: String?] = files
    all.merge(changes) { $1 }
    for (name, content) in all {
      guard let content else { continue }
      let file = URL(filePath: "\(place)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if content.hasPrefix("-> ") {
        symlink(String(content.dropFirst(3)), file.path)
      } else {
        try Data(content.utf8).write(to: file)
      }
    }
  }
}
