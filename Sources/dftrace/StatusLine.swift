import Events
import Kernel
import Reports
import Tracing

/// The status line: the progress of a silent command in the terminal's last line.
///
/// It is erased before the command or dftrace writes to the terminal. It is shown only at the start
/// of a line, and never on a terminal in raw mode, without echo, or with a full-screen program.
final class StatusLine {
  /// How long a command must be silent before the line appears, in nanoseconds.
  private static let patience: Int64 = 1_500_000_000

  private let output: Output
  private let isColored: Bool
  private var isShown = false
  private var isAtLineStart = true
  private var lastOutput = Machine.monotonicNow
  /// Whether the command writes to the terminal in ways that are not observed.
  private var isTaken = false

  init(_ output: Output, isColored: Bool) {
    self.output = output
    self.isColored = isColored
  }

  /// Shows the progress when the command is silent and the terminal allows it.
  func show(_ progress: RunProgress) {
    let isSilent = Machine.monotonicNow - lastOutput >= Self.patience
    guard isSilent, isAtLineStart, !isTaken, output.isPlainTerminal, output.isForeground else {
      return hide()
    }
    // A character in the last column would make the terminal wrap.
    let text = Self.text(progress).prefix(max(0, (output.columns ?? 80) - 1))
    let line = isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : String(text)
    // Carriage return, text, erase to the end of the line.
    output.write(Array("\r\(line)\u{1B}[K".utf8))
    isShown = true
  }

  /// Erases the line.
  func hide() {
    guard isShown else { return }
    output.write(Array("\r\u{1B}[K".utf8))
    isShown = false
  }

  /// Erases the line before output is written.
  ///
  /// - Parameter endsLine: whether it ends with a line feed.
  func makeRoom(endsLine: Bool) {
    hide()
    isAtLineStart = endsLine
    lastOutput = Machine.monotonicNow
  }

  /// Disables the line for the rest of the run.
  func giveUp() {
    hide()
    isTaken = true
  }

  private static func text(_ progress: RunProgress) -> String {
    let seconds = progress.elapsed / 1_000_000_000
    let time = seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
    func count(_ number: Int, _ noun: String, _ many: String) -> String {
      "\(grouped(number)) \(number == 1 ? noun : many)"
    }
    let alerts = Priority.allCases.compactMap { priority in
      progress.alerts[priority].map { "\(grouped($0)) \(priority.name)" }
    }
    return "dftrace: \(time), \(count(progress.processes, "process", "processes")), "
      + "\(count(progress.events, "event", "events")), "
      + (alerts.isEmpty ? "no alerts" : "alerts: " + alerts.joined(separator: ", "))
  }

  private static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
