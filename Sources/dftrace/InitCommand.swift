public import ArgumentParser
import Kernel
public import Policies
import Syscalls
import Text

extension CISystem: ExpressibleByArgument {}

/// Creates the files that a project needs to run its tests under dftrace.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create a policy, a baseline and a CI job for a project.",
    usage: "dftrace init [<options>]",
    discussion: """
      Detects the project's language and test command, shows the files to write and asks for \
      confirmation. Existing files stay unchanged. init runs no command and downloads nothing.

      EXIT STATUS
        0     files written, files exist already, or --dry-run
        64    nothing written: no terminal for the question, or wrong usage
        125   not in a project, or a file could not be written

      EXAMPLES
        dftrace init
        dftrace init --dry-run
        dftrace init --yes --ci gitlab --command 'make -j4 check'
      """)

  @Option(
    help: ArgumentHelp(
      "Shell command that runs the tests (default: detected).", valueName: "command"))
  var command: String?

  @Option(help: "CI system of the job (default: detected).")
  var ci: CISystem?

  @Option(
    help: ArgumentHelp(
      "Base URL of dftrace's releases (default: the job reads DFTRACE_RELEASES).",
      valueName: "url"))
  var releases: String?

  @Option(
    help: ArgumentHelp(
      "Use dftrace's GitHub action in the workflow.", valueName: "owner/repository@ref"))
  var action: String?

  @Flag(name: [.short, .long], help: "Write the files without asking.")
  var yes = false

  @Flag(help: "Show the files without writing them.")
  var dryRun = false

  func run() throws {
    let prompter = Prompter()
    let here = Machine.workingDirectory
    guard let found = Workspace.here else {
      throw fail(
        "\(displayed(here)) is not a project: it is a home, shared or system directory "
          + "(change to a project's directory)")
    }
    let root = String(decoding: found, as: UTF8.self)
    let start = try refusing { () throws(PolicyRefusal) in
      try ProjectStart(root, wishes(root, prompter), version: Release.version, .standard())
    }
    show(start, root, prompter)
    guard !start.isDone else {
      prompter.say("nothing to do: all files exist already")
      return try finish(prompter)
    }
    if dryRun {
      prompter.say("nothing was written: --dry-run")
      return try finish(prompter)
    }
    let count = start.files.count { !$0.isThere }
    try finish(prompter)
    guard yes || StandardStreams.isInputTerminal else {
      throw fail(
        "nothing was written: standard input is not a terminal (use --yes to write without asking)",
        status: 64)
    }
    guard
      yes || agrees("Write \(count == 1 ? "this file" : "these \(count) files")? [y/N] ", prompter)
    else {
      prompter.say("nothing was written")
      return try finish(prompter)
    }
    for file in start.files where !file.isThere { try write(file, root, prompter) }
    showNext(start, prompter)
    try finish(prompter)
  }

  /// The choices of the options; asks for the test command when it cannot be detected.
  private func wishes(_ root: String, _ prompter: Prompter) -> StartWishes {
    var wishes = StartWishes()
    wishes.command = command
    wishes.system = ci
    wishes.releases = releases.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    wishes.action = action
    if command == nil, StandardStreams.isInputTerminal,
      ProjectDetection(root, in: DiskFiles()).facts.testCommand == nil
    {
      wishes.command = prompter.ask("Which command runs the tests? ")
    }
    return wishes
  }

  private func agrees(_ question: String, _ prompter: Prompter) -> Bool {
    let answer = prompter.ask(question) ?? ""
    return ["y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
  }

  /// Writes a missing file; keeps it when another process has created it meanwhile.
  private func write(_ file: StartingFile, _ root: String, _ prompter: Prompter) throws {
    let path = root + "/" + file.path
    guard Files.status(path) == nil else {
      return prompter.say("kept \(file.path): it was created meanwhile")
    }
    do throws(Errno) {
      if let slash = path.lastIndex(of: "/") {
        try Files.makeDirectory(String(path[..<slash]), mode: 0o777)
      }
      try Files.replace(
        path, with: Array(file.text.utf8), mode: file.isExecutable ? 0o777 : 0o666)
    } catch {
      throw fail("cannot write \(path): \(error.name) (make the project's directory writable)")
    }
    prompter.say("wrote \(file.path)")
  }

  private func finish(_ prompter: Prompter) throws {
    if let failure = prompter.output.failure { throw fail("\(failure)") }
  }

  private func displayed(_ path: [UInt8]) -> String { String(decoding: path, as: UTF8.self) }
}

/// The dialogue with the user on standard output and standard input.
private final class Prompter {
  let output = Output.standardOutput()
  private var input: LineInput?

  func write(_ text: String) { output.write(Array(text.utf8)) }

  func say(_ text: String) { write(visibleText(text) + "\n") }

  /// Asks a question; nil at the end of input.
  func ask(_ question: String) -> String? {
    write(question)
    // One reader for all questions, since its buffer may hold several lines.
    if input == nil { input = try? LineInput("-") }
    guard let line = try? input?.next() else {
      say("")
      return nil
    }
    return String(decoding: line, as: UTF8.self)
  }
}

// The texts shown.
extension InitCommand {
  /// Shows what was detected and the complete files.
  private func show(_ start: ProjectStart, _ root: String, _ prompter: Prompter) {
    var page = Page()
    func row(_ label: String, _ text: String) {
      page.paragraph(visibleText(text), label: "  \(label)", indent: 11)
    }
    page.line("dftrace init in \(visibleText(root))")
    let facts = start.facts
    row("project", start.name + ", " + from(facts.language.rawValue, facts.languageEvidence))
    row("tests", from(start.command, facts.commandEvidence ?? "--command"))
    if let policy = start.files.first, !policy.isThere {
      row(
        "policy",
        "extends \(start.parent.policy), since \(start.parent.reason); fails the run at P2, since the "
          + "baseline accepts existing alerts and only new alerts count")
    }
    row("job", "for " + from(start.system.system.title, start.system.evidence))
    for file in start.files {
      page.line()
      page.line(file.path + (file.isThere ? ": exists already and stays unchanged" : ":"))
      guard !file.isThere else { continue }
      for line in file.text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        page.line(line.isEmpty ? "" : "    " + visibleText(line))
      }
    }
    page.line()
    for note in start.notes {
      let lines = note.split(separator: "\n")
      page.paragraph(String(lines.first ?? ""))
      for line in lines.dropFirst() { page.line("  " + line) }
      page.line()
    }
    prompter.write(page.text)
  }

  private func from(_ text: String, _ evidence: String?) -> String {
    text + (evidence.map { " (\($0))" } ?? "")
  }

  /// Shows the next steps.
  private func showNext(_ start: ProjectStart, _ prompter: Prompter) {
    var page = Page()
    page.line()
    page.line("Next: write the baseline of the tests, review it and commit all files:")
    page.line("  " + visibleText(start.accepting))
    page.line("  git add " + start.files.map(\.path).joined(separator: " "))
    prompter.write(page.text)
  }
}
