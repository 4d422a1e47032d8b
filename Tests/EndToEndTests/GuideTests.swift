import Foundation
import Testing

extension EndToEnd {
  /// The commands that README.md and Docs/guide show do what the pages say.
  @Suite struct Guide {
    /// Why a block may be left out: what a machine that runs tests does not have.
    private static let reasons: Set<String> = [
      // The sources of dftrace, which the test does not build again.
      "needs-checkout",
      // A container runtime.
      "needs-docker",
      // A package of a release, and root to install it.
      "needs-package",
      // Compilers and package managers of other languages.
      "needs-toolchain",
      // A program that traces by itself, which is not what the page is about.
      "needs-tracer",
    ]
    /// How many blocks of all pages may be left out. Raise it only for a command that no test can run.
    private static let mostLeftOut = 10

    /// A small project that belongs to the user who runs the commands.
    private static let project = #"""
      mkdir project home bin project/api project/worker
      cd project
      printf 'test:\n\t@echo tests pass\n' | tee api/Makefile worker/Makefile > Makefile
      printf '#!/bin/sh\necho hello\n' > app
      printf '#!/bin/sh\necho backing up\n' > nightly.sh
      printf 'print("hello")\n' > app.py
      chmod +x app nightly.sh
      git init -q
      """#

    /// A command that the reader of a page would type, in the project.
    private static func shell(_ text: String, in scratch: Scratch, as user: User) -> Command {
      var command = Command("/bin/sh", "-eu", "-c", text).prefixed(by: user.prefix)
      let home = scratch.file("home")
      command.environment = command.environment.filter {
        !$0.hasPrefix("PATH=") && !$0.hasPrefix("HOME=")
      }
      command.environment += [
        "PATH=\(scratch.file("bin")):/usr/bin:/bin", "HOME=\(home)",
        "XDG_CONFIG_HOME=\(home)/.config", "XDG_STATE_HOME=\(home)/.local/state",
      ]
      command.directory = scratch.file("project")
      return command
    }

    /// Who reads the pages: nobody needs root for them.
    private static var reader: User { User.available.last ?? .own }

    @Test("the commands of a page work", .timeLimit(.minutes(10)), arguments: GuidePage.all)
    func commandsWork(_ page: GuidePage) throws {
      let scratch = try Scratch(for: Self.reader)
      var prepare = Command("/bin/sh", "-eu", "-c", Self.project).prefixed(by: Self.reader.prefix)
      prepare.directory = scratch.path
      try #require(prepare.run().end == .exited(0))
      try FileManager.default.createSymbolicLink(
        atPath: scratch.file("bin/dftrace"), withDestinationPath: Programs.dftrace)
      for block in try page.blocks() {
        guard case .runs(let status) = block.treatment else { continue }
        let ran = try Self.shell(block.commands, in: scratch, as: Self.reader).run()
        #expect(
          ran.end == .exited(status),
          "\(page.path):\(block.line)\n\(block.commands)\n\(ran.text)\n\(ran.errorText)")
      }
    }

    @Test("every fence is known, and no command is outside of one", arguments: GuidePage.all)
    func fencesAreKnown(_ page: GuidePage) throws {
      for block in try page.blocks() {
        switch block.treatment {
        case .runs: break
        case .leavesOut(let reason):
          #expect(Self.reasons.contains(reason), "\(page.path):\(block.line): \(reason)")
        case .unknown(let info):
          Issue.record("\(page.path):\(block.line): the fence says '\(info)'")
        }
      }
      #expect(try page.unfencedCommands() == [], "\(page.path)")
    }

    @Test func fewBlocksAreLeftOut() throws {
      let blocks = try GuidePage.all.flatMap { try $0.blocks() }
      let leftOut = blocks.count {
        if case .leavesOut = $0.treatment { true } else { false }
      }
      #expect(leftOut <= Self.mostLeftOut)
      // A page that lost its blocks would pass all other tests.
      #expect(blocks.count - leftOut >= 40)
    }
  }
}
