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
    try type("PS1='outer> '", "Enter")
    try type("clear", "Enter")
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
    while seconds() - start < 20 {
      shown = try screen()
      if shown.contains(text) { return }
      usleep(20_000)
    }
    Issue.record("no '\(text)' on the screen:\n\(shown)", sourceLocation: location)
  }

  @discardableResult
  private func tmux(_ words: [String]) throws -> String {
    var command = Command(["tmux", "-L", socket, "-f", "/dev/null"] + words)
    command.environment += ["TERM=xterm", "TMUX_TMPDIR=\(scratch.path)", "SHELL=/bin/sh"]
    return try command.run().text
  }
}

extension EndToEnd {
  @Suite(.enabled(if: access("/usr/bin/tmux", X_OK) == 0, "tmux is not installed"))
  struct Terminals {
    @Test(.timeLimit(.minutes(2))) func anInteractiveShellHasItsJobControl() throws {
      let terminal = try Terminal()
      try terminal.type("\(Programs.dftrace) run -- bash --norc", "Enter")
      try terminal.type("PS1='inner''> '", "Enter")
      try terminal.expect("\ninner>")
      try terminal.type("sleep 50", "Enter")
      usleep(500_000)
      try terminal.type("C-z")
      try terminal.expect("Stopped")
      try terminal.type("bg; jobs", "Enter")
      try terminal.expect("Running")
      try terminal.type("fg", "Enter")
      usleep(500_000)
      try terminal.type("C-c")
      try terminal.type("echo status-$?", "Enter")
      try terminal.expect("status-130")
      try terminal.type("exit 5", "Enter")
      try terminal.type("echo ended-$?", "Enter")
      try terminal.expect("ended-5")
    }

    @Test(.timeLimit(.minutes(2))) func theTerminalStopsAndEndsACommand() throws {
      let terminal = try Terminal()
      try terminal.type("\(Programs.dftrace) run -- sleep 40", "Enter")
      usleep(700_000)
      try terminal.type("C-z")
      try terminal.expect("Stopped")
      try terminal.type("fg", "Enter")
      usleep(500_000)
      try terminal.type("C-c")
      try terminal.type("echo ended-$?", "Enter")
      try terminal.expect("ended-130")
    }
  }
}
