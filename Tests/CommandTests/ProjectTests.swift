import Events
import Foundation
import Policies
import Testing

@testable import dftrace

/// A directory of a test's own, which goes with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      + "/dftrace-\(UUID().uuidString)"
    try makeDirectory("", mode: 0o755)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Makes a directory below the folder with a mode, whatever the umask is.
  func makeDirectory(_ name: String, mode: Int) throws {
    let path = path + name
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  func write(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path + name))
  }
}

/// Which directory a run's own project is.
@Suite struct WorkspaceTests {
  private static func root(_ directory: String, home: String? = nil) -> String? {
    Workspace.root(of: Array(directory.utf8), home: home, in: DiskFiles())
      .map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func directoryOfOnesOwnIsAProject() throws {
    let folder = try TemporaryFolder()
    #expect(Self.root(folder.path) == folder.path)
    #expect(Self.root(folder.path, home: folder.path) == nil)
    #expect(Self.root(folder.path + "/nothing") == nil)
  }

  /// Where everybody may write, nothing is one's own.
  @Test(
    arguments: [
      (0o700, true), (0o755, true), (0o775, true), (0o777, false), (0o1777, false),
      (0o702, false),
    ])
  func directoryThatAllMayWriteIsNoProject(_ mode: Int, _ isProject: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.makeDirectory("/a", mode: mode)
    #expect(Self.root(folder.path + "/a") == (isProject ? folder.path + "/a" : nil))
    try folder.makeDirectory("/a/.git", mode: 0o755)
    #expect(Self.root(folder.path + "/a") == (isProject ? folder.path + "/a" : nil))
  }

  @Test(arguments: [".git", ".hg", ".svn", ".jj"])
  func versionControlsRootIsTheProject(_ name: String) throws {
    let folder = try TemporaryFolder()
    try folder.makeDirectory("/a/b", mode: 0o755)
    try folder.makeDirectory("/" + name, mode: 0o755)
    #expect(Self.root(folder.path + "/a/b") == folder.path)
    // A root that is a home, or that all may write, is passed over.
    #expect(Self.root(folder.path + "/a/b", home: folder.path) == folder.path + "/a/b")
    try folder.makeDirectory("", mode: 0o777)
    #expect(Self.root(folder.path + "/a/b") == folder.path + "/a/b")
    try folder.makeDirectory("/a/" + name, mode: 0o755)
    #expect(Self.root(folder.path + "/a/b") == folder.path + "/a")
  }

  @Test(arguments: ["/", "/tmp", "/usr", "/etc", "/root", "/home", "/usr/local/bin", "/var/lib"])
  func directoryOfTheSystemIsNoProject(_ path: String) { #expect(Self.root(path) == nil) }

  @Test func nameThatIsNoTextIsNoProject() {
    #expect(Workspace.root(of: Array("/tmp/".utf8) + [0xFF], home: nil, in: DiskFiles()) == nil)
  }
}

/// Where a user's files are.
@Suite struct PlacesTests {
  private static func set(_ name: String, _ value: String?) {
    if let value { unsafe setenv(name, value, 1) } else { unsafe unsetenv(name) }
  }

  /// Environments belong to whole processes, so that each test has one of its own.
  @Test func absolutePathIsTaken() async {
    await #expect(processExitsWith: .success) {
      Self.set("XDG_CONFIG_HOME", "/c")
      Self.set("XDG_STATE_HOME", "/s")
      Self.set("HOME", "/")
      #expect(Places.configuration == "/c/dftrace" && Places.state == "/s/dftrace")
    }
  }

  /// XDG Base Directory Specification 0.8: "All paths set in these environment variables must be
  /// absolute. If an implementation encounters a relative path […] it should consider the path
  /// invalid and ignore it."
  @Test func relativePathIsIgnored() async {
    await #expect(processExitsWith: .success) {
      for relative in ["c", "./c", "../c", "~/c", ""] {
        Self.set("XDG_CONFIG_HOME", relative)
        Self.set("XDG_STATE_HOME", relative)
        Self.set("HOME", "/tmp")
        #expect(Places.configuration == "/tmp/.config/dftrace")
        #expect(Places.state == "/tmp/.local/state/dftrace")
      }
    }
  }

  @Test func homeThatIsNoneHasNoPlaces() async {
    await #expect(processExitsWith: .success) {
      Self.set("XDG_CONFIG_HOME", nil)
      for home in ["/nonexistent", "tmp", "/etc/passwd", "", nil] {
        Self.set("HOME", home)
        #expect(Places.configuration == nil)
      }
    }
  }
}

/// The line of the project that reviewers are shown a result at.
@Suite struct SourcePlacesTests {
  /// Two policies in one file, which speak of the same alerts.
  private static let policies = """
    { "policies": [
      {
        "name": "first",
        "alerts": {
          "file-ssh-key-read": { "priority": "P3" },
          "process-as-root": { "enabled": false }
        }
      },
      {
        "name": "second",
        "alerts": {
          "file-ssh-key-read": { "priority": "P1" }
        }
      }
    ] }
    """

  private static func places(
    _ workspace: String, _ file: String?, _ name: String = "standard"
  ) -> SourcePlaces {
    SourcePlaces(
      workspace: workspace, policyFile: file, name: name, workingDirectory: "/", jobFiles: [],
      files: DiskFiles())
  }

  @Test func alertIsAtTheLineOfThePolicyInForce() throws {
    let folder = try TemporaryFolder()
    try folder.makeDirectory("/.dftrace", mode: 0o755)
    try folder.write("/.dftrace/policy.json", Self.policies)
    let file = folder.path + "/.dftrace/policy.json"
    let first = Self.places(folder.path, file, "first")
    let second = Self.places(folder.path, file, "second")
    #expect(first.place(ofAlert: "file-ssh-key-read")?.line == 5)
    #expect(second.place(ofAlert: "file-ssh-key-read")?.line == 12)
    #expect(first.place(ofAlert: "process-as-root")?.line == 6)
    // Another policy's line is not this one's.
    #expect(second.place(ofAlert: "process-as-root") == nil)
    #expect(second.place(ofAlert: "file-ssh") == nil)
    #expect(first.place(ofCommand: "make").line == 3)
    #expect(second.place(ofCommand: "make").line == 10)
    #expect(second.place(ofCommand: "make").path == ".dftrace/policy.json")
  }

  @Test func policyOutsideTheProjectHasNoLine() throws {
    let folder = try TemporaryFolder()
    try folder.write("/policy.json", Self.policies)
    let places = Self.places(folder.path + "/project", folder.path + "/policy.json", "first")
    #expect(places.place(ofAlert: "file-ssh-key-read") == nil)
    let none = Self.places(folder.path, nil)
    #expect(none.place(ofAlert: "file-ssh-key-read") == nil)
    #expect(none.place(ofCommand: "x").path == ".dftrace/policy.json")
  }

  @Test func commandIsAtItsFileOrAtWhatBuildsTheProject() throws {
    let folder = try TemporaryFolder()
    let places = Self.places(folder.path, nil)
    try folder.write("/go.mod", "")
    #expect(places.place(ofCommand: "make").path == "go.mod")
    try folder.write("/package.json", "")
    #expect(places.place(ofCommand: "make").path == "package.json")
    try folder.write("/run.sh", "")
    #expect(places.place(ofCommand: folder.path + "/x/../run.sh").path == "run.sh")
    try folder.write("/Makefile", "all:\n\ttrue\n\tdftrace run -- make\n")
    let job = places.place(ofCommand: folder.path + "/run.sh")
    #expect(job.path == "Makefile" && job.line == 3)
  }
}
