import Events
import Foundation
import Testing

@testable import Policies

/// The files that a project is given to start with.
@Suite struct ProjectStartTests {
  private static let root = "/work/shop"

  private static func start(
    _ texts: [String: String], root: String = root, _ change: (inout StartWishes) -> Void = { _ in }
  ) throws -> ProjectStart {
    var all: [String: String] = [:]
    for (name, text) in texts { all["\(root)/\(name)"] = text }
    var wishes = StartWishes()
    change(&wishes)
    return try ProjectStart(root, wishes, version: "0.1.0", testStore(WritableFiles(all)))
  }

  private static let make = ["Makefile": "test:\n"]
  private static let python = ["pyproject.toml": "pytest", "requirements.txt": ""]

  struct Golden: CustomTestStringConvertible {
    let name: String
    let files: [String: String]
    let change: @Sendable (inout StartWishes) -> Void
    var testDescription: String { name }
  }

  static let goldens = [
    Golden(name: "dftrace.yml", files: python) { $0.system = .github },
    Golden(name: "dftrace-action.yml", files: make) {
      $0.system = .github
      $0.action = "me/dftrace@v0.1.0"
      $0.command = "make it's"
    },
    Golden(name: "gitlab-ci.yml", files: python) {
      $0.system = .gitlab
      $0.releases = "https://git.example.org/dftrace/releases"
    },
    Golden(name: "ci.sh", files: make) {
      $0.system = .script
      $0.command = "make -s test | tee log"
    },
  ]

  @Test(arguments: goldens) func theJobIsAsReviewed(_ golden: Golden) throws {
    let job = try #require(try Self.start(golden.files, golden.change).files.last)
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/\(golden.name)")
    if ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" {
      try Data(job.text.utf8).write(to: file)
      Issue.record("recorded \(golden.name): look at the difference, then run without it")
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == job.text)
  }

  @Test func thePolicyFollowsTheLanguageAndIsValid() throws {
    for (files, parent) in [
      (["Cargo.toml": ""], "compiled-languages"), (Self.python, "interpreted-languages"),
      (Self.make, "strict"),
    ] {
      let start = try Self.start(files)
      #expect(start.parent.policy == parent)
      let policy = try #require(start.files.first)
      #expect(policy.path == ".dftrace/policy.json")
      let store = testStore(WritableFiles([Self.root + "/" + policy.path: policy.text]))
      let loaded = try #require(try store.loadAll(Self.root + "/" + policy.path).first)
      #expect(loaded.name == "shop" && loaded.failOn == .at(.p2))
    }
  }

  @Test func theBaselineAcceptsNothing() throws {
    let file = try #require(
      try Self.start(Self.make).files.first { $0.path == ".dftrace/baseline.json" })
    #expect(try Baseline(Array(file.text.utf8), file: file.path).alerts.isEmpty)
  }

  /// What a second run finds is what the first has written.
  @Test(arguments: CISystem.allCases) func aSecondRunHasNothingToDo(_ system: CISystem) throws {
    let first = try Self.start(Self.make) { $0.system = system }
    #expect(!first.isDone && first.files.allSatisfy { !$0.isThere })
    #expect(first.notes.isEmpty == (system == .none))
    var texts = Self.make
    for file in first.files { texts[file.path] = file.text }
    let second = try Self.start(texts) { $0.system = system }
    #expect(second.isDone && second.notes.isEmpty)
    #expect(second.files.map(\.path) == first.files.map(\.path))
    // What was written tells what it was written for.
    if system == .github || system == .gitlab {
      #expect(try Self.start(texts).system.system == system)
    }
  }

  @Test func whatIsThereForGitLabIsKept() throws {
    var texts = Self.make.merging([".gitlab-ci.yml": "build:\n  script: make\n"]) { $1 }
    let first = try Self.start(texts)
    #expect(first.files.last?.path == ".dftrace/gitlab-ci.yml")
    #expect(first.notes.first?.contains("\n  - local: .dftrace/gitlab-ci.yml") == true)
    for file in first.files { texts[file.path] = file.text }
    // Nobody has included it yet.
    #expect(try Self.start(texts).notes.count == 1)
    texts[".gitlab-ci.yml"] = "include: [{ local: .dftrace/gitlab-ci.yml }]"
    let last = try Self.start(texts)
    #expect(last.isDone && last.notes.isEmpty)
  }

  @Test func aPolicyThatIsThereIsKept() throws {
    let start = try Self.start(Self.make.merging([".dftrace/policy.json": "{"]) { $1 })
    #expect(start.files.first?.isThere == true && !start.isDone)
  }

  @Test(arguments: [
    ("/work/shop", "shop"), ("/work/Shop 2", "Shop-2"), ("/work/${{ x }}", "x---"),
    ("/work/-x", "x"), ("/work/.x", "x"), ("/work/strict", "strict-project"),
    ("/work/42", "project-42"), ("/work/über", "ber"), ("/work/ü", "project-"),
  ])
  func theNameIsOneThatPoliciesMayHave(_ root: String, _ name: String) {
    #expect(ProjectStart.name(root, ["standard", "strict"]) == name)
    #expect(PolicyReader.mistake(inName: name) == nil)
  }

  @Test(arguments: [
    "https://example.org/a b", "example.org", "https://example.org/'x", "https://e.org/$(id)",
  ])
  func anAddressIsOne(_ address: String) {
    #expect(throws: PolicyRefusal.self) { try Self.start(Self.make) { $0.releases = address } }
  }

  @Test(arguments: ["dftrace@v1", "a/b", "a/b@", "a/b@v1 x", "a/b@v1\n", "a/b@v1@v2"])
  func anActionIsOne(_ action: String) {
    #expect(throws: PolicyRefusal.self) { try Self.start(Self.make) { $0.action = action } }
  }

  @Test func withoutACommandThereIsNothingToRun() {
    #expect(throws: PolicyRefusal.self) { try Self.start(["README.md": ""]) }
    #expect(throws: PolicyRefusal.self) { try Self.start(Self.make) { $0.command = "a\nb" } }
  }
}
