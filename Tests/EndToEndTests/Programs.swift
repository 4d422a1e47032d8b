import Foundation
import Glibc
import Testing

/// All tests that run the built programs, one after the other: they measure times and count
/// processes, which others in parallel would disturb.
@Suite(.serialized) struct EndToEnd {}

/// Who runs a command.
enum User: String, CaseIterable, CustomTestStringConvertible {
  /// Whoever runs the tests.
  case own
  /// A user without any privilege, when root runs the tests.
  case ordinary

  /// Those that these tests can be. Where the suite is run again for another way of observing calls,
  /// one will do: who runs a command decides what it may, not how it is observed.
  static var available: [User] {
    let isAgain = getenv("DFTRACE_TRACE_MODE") != nil || getenv("DFTRACE_WITHOUT") != nil
    return geteuid() == 0 && !isAgain ? [.own, .ordinary] : [.own]
  }

  var testDescription: String { self == .own ? "own user" : "ordinary user" }

  /// What has to stand before a command.
  var prefix: [String] {
    switch self {
    case .own: []
    case .ordinary:
      [
        "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all", "--",
      ]
    }
  }
}

/// The programs under test: `DFTRACE_PROGRAM` in place of the dftrace that the tests were built with,
/// which is not optimized and takes ten times as long.
enum Programs {
  /// The folder that the build puts all executables in: that of the test binary.
  private static let built: URL = {
    let own = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    let bundle = Bundle.allBundles.map(\.bundleURL.path).first { $0.hasSuffix(".xctest") }
    let folders =
      [own.deletingLastPathComponent()]
      + (bundle.map { [URL(filePath: $0).deletingLastPathComponent()] } ?? [])
    return folders.first {
      FileManager.default.isExecutableFile(atPath: $0.appending(path: "dftrace").path)
    } ?? folders[0]
  }()

  /// A folder with copies that every user may execute, wherever the build lies.
  private static let shared: URL = {
    // What is executed below a temporary directory would raise alerts of its own.
    let place = geteuid() == 0 ? "/opt" : built.path
    let folder = URL(filePath: "\(place)/dftrace-programs-\(getpid())")
    let files = FileManager.default
    try? files.createDirectory(at: folder, withIntermediateDirectories: true)
    chmod(folder.path, 0o755)
    for name in (try? files.contentsOfDirectory(atPath: built.path)) ?? []
    where name == "dftrace" || name.hasPrefix("fixture-") && !name.contains(".") {
      let copy = folder.appending(path: name)
      try? files.copyItem(at: built.appending(path: name), to: copy)
      chmod(copy.path, 0o755)
    }
    if let program = ProcessInfo.processInfo.environment["DFTRACE_PROGRAM"] {
      let copy = folder.appending(path: "dftrace")
      try? files.removeItem(at: copy)
      try? files.copyItem(at: URL(filePath: program), to: copy)
      chmod(copy.path, 0o755)
    }
    try? Machine.make(at: folder.appending(path: "machine").path)
    atexit { Programs.removeShared() }
    return folder
  }()

  private static func removeShared() { try? FileManager.default.removeItem(at: shared) }

  /// The folder of the executables, which the user that runs the tests may write.
  fileprivate static var folder: String { built.path }

  static var dftrace: String { shared.appending(path: "dftrace").path }

  /// The files that tell dftrace of an ordinary machine.
  static var machine: String { shared.appending(path: "machine").path }

  /// The program of a folder below Tests/Fixtures.
  static func fixture(_ name: String) -> String {
    shared.appending(path: "fixture-\(name)").path
  }
}

/// A new directory, owned by the user who works in it, that goes with its owner.
final class Scratch {
  let path: String

  /// Where a directory lies. What a run creates in a temporary directory is its own.
  enum Place {
    case temporary, standing

    fileprivate var parent: String {
      self == .temporary ? "/var/tmp" : geteuid() == 0 ? "/opt" : Programs.folder
    }
  }

  init(for user: User = .own, in place: Place = .temporary) throws {
    var template = Array("\(place.parent)/dftrace-test-XXXXXX".utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer -> String? in
      guard let base = buffer.baseAddress, let name = mkdtemp(base) else { return nil }
      return String(cString: name)
    }
    guard let made else { throw HarnessError("mkdtemp") }
    path = made
    chmod(path, 0o755)
    if user == .ordinary { chown(path, 65534, 65534) }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    // What lies too deep for a name has to be gone down to.
    guard access(path, F_OK) == 0 else { return }
    let command = Command("/bin/rm", "-rf", "--", path)
    _ = try? command.run()
  }

  /// A name in the directory.
  func file(_ name: String) -> String { path + "/" + name }

  /// Whether a name is there.
  func has(_ name: String) -> Bool { access(file(name), F_OK) == 0 }

  /// Writes a file.
  func write(_ name: String, _ text: String, mode: mode_t = 0o644) throws {
    try Data(text.utf8).write(to: URL(filePath: file(name)))
    chmod(file(name), mode)
  }
}

/// What a traced command and dftrace did, and what the report says.
struct Traced {
  let ran: Ran
  let report: Report

  /// Runs a command under dftrace.
  ///
  /// - Parameter options: further options, before `--`.
  init(
    _ command: Command, options: [String] = ["--fail-on", "P4"], as user: User = .own,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let scratch = try Scratch(for: user)
    let report = scratch.file("report.jsonl")
    let words = [Programs.dftrace, "run", "-f", "json", "-o", report] + options + ["--"]
    ran = try command.prefixed(by: user.prefix + words).run(location)
    self.report = try Report(contentsOf: report)
  }
}
