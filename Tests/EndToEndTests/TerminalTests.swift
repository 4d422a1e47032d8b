import Foundation
import Glibc
import Testing

/// A terminal with a shell in it, by tmux: what a person types and sees.
final class Terminal {
  private let socket = "dftrace-test-\(getpid())"
  private let scratch: Scratch

  init(columns: Int = 100) throws {
    scratch = try Scratch()
    try tmux(["new-session", "-d", "-x", "\(columns)", "-y", "50", "-c", scratch.path, "sh"])
    try expect("outer>")
  }

  deinit { _ = try? tmux(["kill-server"]) }

  /// Presses keys, by tmux's names.
  func type(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// What stands on the screen.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Waits until the screen shows a text.
  func expect(_ text: String, _ location: SourceLocation = #_sourceLocation) throws {
    let start = seconds()
    var shown = ""
    // Long on a quiet machine, and little on a very busy one.
    while seconds() - start < 60 {
      shown = try screen()
      if shown.contains(text) { return }
      usleep(20_000)
    }
    Issue.record("no '\(text)' on the screen:\n\(shown)", sourceLocation: location)
  }

  /// Waits until a program has the terminal: the first of the group in the foreground.
  func awaitForeground(_ name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let start = seconds()
    var found = ""
    while seconds() - start < 60 {
      found = try tmux(["display-message", "-p", "#{pane_current_command}"])
      if found == name + "\n" { return }
      usleep(20_000)
    }
    Issue.record("\(found) has the terminal, not \(name)", sourceLocation: location)
  }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    var command = Command(["tmux", "-L", socket, "-f", "/dev/null"] + words)
    command.environment += [
      "TERM=xterm", "TMUX_TMPDIR=\(scratch.path)", "SHELL=/bin/sh", "PS1=outer> ",
    ]
    return try command.run().text
  }
}

extension EndToEnd {
  @Suite(.enabled(if: access("/usr/bin/tmux", X_OK) == 0, "tmux is not installed"))
  struct Terminals {
    @Test(.timeLimit(.minutes(4))) func anInteractiveShellHasItsJobControl() throws {
      let terminal = try Terminal()
      try terminal.type("\(Programs.dftrace) run -- bash --norc", "Enter")
      try terminal.type("PS1='inner''> '", "Enter")
      try terminal.expect("\ninner>")
      try terminal.type("sleep 50", "Enter")
      try terminal.awaitForeground("sleep")
      try terminal.type("C-z")
      try terminal.expect("Stopped")
      try terminal.type("bg; jobs", "Enter")
      try terminal.expect("Running")
      try terminal.type("fg", "Enter")
      try terminal.awaitForeground("sleep")
      try terminal.type("C-c")
      try terminal.type("echo status-$?", "Enter")
      try terminal.expect("status-130")
      try terminal.type("exit 5", "Enter")
      // What is typed while bash edits a line ends with a carriage return, which is no line for its successor.
      try terminal.expect("alerts\nouter>")
      try terminal.type("echo ended-$?", "Enter")
      try terminal.expect("ended-5")
    }

    @Test(.timeLimit(.minutes(4))) func theTerminalStopsAndEndsACommand() throws {
      let terminal = try Terminal()
      try terminal.type("\(Programs.dftrace) run -- sleep 40", "Enter")
      usleep(700_000)
      try terminal.expect(" events, no alerts")
      try terminal.type("C-z")
      try terminal.expect("Stopped")
      // The shell has the terminal to itself.
      #expect(!(try terminal.screen()).contains(" events, no alerts"))
      try terminal.type("fg", "Enter")
      try terminal.awaitForeground("dftrace")
      try terminal.type("C-c")
      try terminal.type("echo ended-$?", "Enter")
      try terminal.expect("ended-130")
    }

    /// The status line stands where the command is silent at the beginning of a line, and nowhere
    /// in what it writes.
    @Test(.timeLimit(.minutes(4))) func aSilentCommandHasAStatusLine() throws {
      let terminal = try Terminal()
      let scratch = try Scratch()
      let fifo = scratch.file("go-on")
      #expect(mkfifo(fifo, 0o600) == 0)
      let script = "printf mid; read line < \(fifo); echo dle; read answer; echo got; echo $answer"
      try terminal.type("\(Programs.dftrace) run -- sh -c '\(script)'", "Enter")
      try terminal.expect("\nmid")
      usleep(2_800_000)
      #expect(!(try terminal.screen()).contains(" events, no alerts"))
      #expect(try Command("sh", "-c", "echo > \(fifo)").run().end == .exited(0))
      try terminal.expect("\nmiddle\ndftrace: ")
      #expect(try terminal.screen().contains(" events, no alerts"))
      try terminal.type("typed", "Enter")
      try terminal.expect("\ngot\ntyped\n")
      try terminal.expect("exit 0")
    }

    @Test(.timeLimit(.minutes(4)), arguments: ["--quiet", "-f json", "2>&1 | cat"])
    func whereNobodyLooksThereIsNone(_ option: String) throws {
      let terminal = try Terminal()
      let isPipe = option.contains("|")
      let words = isPipe ? "" : option
      let end = isPipe ? option : ""
      try terminal.type("\(Programs.dftrace) run \(words) -- sleep 3 \(end); echo en''ded", "Enter")
      usleep(2_500_000)
      #expect(!(try terminal.screen()).contains(" events, no alerts"))
      try terminal.expect("\nended")
    }

    /// Who draws a screen or hides what is typed is left alone.
    @Test(.timeLimit(.minutes(4))) func aTerminalInAnotherModeIsLeftAlone() throws {
      let terminal = try Terminal()
      let run = "\(Programs.dftrace) run -- sh -c 'sleep 3; echo do\"\"ne'"
      try terminal.type("stty -echo; \(run); stty echo", "Enter")
      usleep(2_800_000)
      #expect(!(try terminal.screen()).contains(" events, no alerts"))
      try terminal.expect("\ndone")
    }
  }
}
