import ProcessState
import Testing

/// Whether a program acts for the distribution's package manager.
@Suite struct StartedProgramsTests {
  private func image(
    _ path: String, _ arguments: [String], after former: ProgramImage? = nil,
    _ change: (inout ProgramImage.Facts) -> Void = { _ in }
  ) -> ProgramImage {
    var facts = ProgramImage.Facts()
    facts.path = Array(path.utf8)
    facts.executed = facts.path
    facts.arguments = arguments.flatMap { Array($0.utf8) + [0] }
    facts.isCommand = former == nil
    facts.isExecutorDirect = former?.isDirect ?? false
    facts.isExecutorBelowPackageManager = former?.isBelowPackageManager ?? false
    change(&facts)
    return ProgramImage(facts)
  }

  @Test func theManagerAsTheCommandAndWhatItStarts() {
    let manager = image("/usr/bin/apt-get", ["apt-get", "install", "hello"])
    #expect(manager.isBelowPackageManager)
    let script = image(
      "/usr/bin/dash", ["sh", "/var/lib/dpkg/info/hello.postinst"], after: manager)
    #expect(script.isBelowPackageManager)
    #expect(image("/usr/sbin/useradd", ["useradd", "x"], after: script).isBelowPackageManager)
  }

  @Test(
    arguments: [
      (["sudo", "apt-get"], "/usr/bin/sudo", true),
      (["sh", "-c", "apt-get x"], "/usr/bin/dash", true),
      (["bash", "-euo", "pipefail", "-c", "apt-get x"], "/usr/bin/bash", true),
      (["sh", "install.sh"], "/usr/bin/dash", false), (["sh", "a", "-c"], "/usr/bin/dash", false),
      (["node", "install.js"], "/usr/bin/node", false), (["sudo", "x"], "/tmp/sudo", false),
    ] as [([String], String, Bool)])
  func onlyWhatStartsItsArgumentsComesBetween(
    _ arguments: [String], _ path: String, isBelow: Bool
  ) {
    let starter = image(path, arguments)
    #expect(!starter.isBelowPackageManager)
    let manager = image("/usr/bin/apt-get", ["apt-get"], after: starter)
    #expect(manager.isBelowPackageManager == isBelow)
  }

  @Test(
    arguments: [
      ("/usr/bin/dash", ["/bin/sh", "/usr/bin/docker", "run", "x"], "run x"),
      ("/usr/bin/perl", ["/usr/bin/perl", "-w", "/usr/sbin/adduser", "eve"], "eve"),
      ("/usr/bin/dash", ["sh", "-c", "id"], "-c id"),
      ("/usr/bin/busybox", ["busybox", "nc", "-l"], "-l"),
      ("/usr/bin/cat", ["cat", "cat"], "cat"), ("/usr/bin/dash", ["sh", "./x"], ""),
    ] as [(String, [String], String)])
  func aScriptsArgumentsAreThoseAfterIt(_ path: String, _ arguments: [String], _ text: String) {
    #expect(String(decoding: image(path, arguments).programArgumentText, as: UTF8.self) == text)
  }

  @Test func aFileOfThatNameIsNoManager() {
    #expect(!image("/tmp/apt-get", ["apt-get"]).isBelowPackageManager)
    #expect(!image("/usr/bin/pip", ["pip"]).isBelowPackageManager)
    #expect(!image("/usr/bin/dpkg", ["dpkg"]) { $0.writer = "cp" }.isBelowPackageManager)
    #expect(
      !image("/usr/bin/dpkg", ["dpkg"]) { $0.isInWritableDirectory = true }.isBelowPackageManager)
  }

  @Test func aProgramOfTheRunDoesNotPassItOn() {
    let script = image("/usr/bin/make", ["make"], after: image("/usr/bin/sudo", ["sudo", "make"]))
    #expect(!image("/usr/bin/dpkg", ["dpkg", "-i", "x"], after: script).isBelowPackageManager)
  }
}
