import Events
import Kernel
import Reports
import Tracing

/// One line at the foot of a terminal that says how far a silent command has come.
///
/// It is taken away before anything else is written there, by the command or by dftrace, and is only
/// shown where it disturbs nothing: at the beginning of a line, on a terminal that nobody draws a
/// screen on, types at without being shown it, or has taken for itself.
final class StatusLine {
  /// A command that has been silent for so long is a silent one, in nanoseconds.
  private static let patience: Int64 = 1_500_000_000

  private let output: Output
  private let isColored: Bool
  private var isShown = false
  private var isAtLineStart = true
  private var lastOutput = Machine.monotonicNow
  /// Whether the command writes to the terminal by ways that are not seen.
  private var isTaken = false

  init(_ output: Output, isColored: Bool) {
    self.output = output
    self.isColored = isColored
  }

  /// Shows how far the run has come, if it is the time and the place for it.
  func show(_ progress: RunProgress) {
    let isSilent = Machine.monotonicNow - lastOutput >= Self.patience
    guard isSilent, isAtLineStart, !isTaken, output.isPlainTerminal, output.isForeground else {
      return hide()
    }
    // A line that fills the last column would make the terminal go on to the next.
    let text = Self.text(progress).prefix(max(0, (output.columns ?? 80) - 1))
    let line = isColored ? "\u{1B}[2m\(text)\u{1B}[0m" : String(text)
    // To the line's start, the text, and nothing of a longer one before.
    output.write(Array("\r\(line)\u{1B}[K".utf8))
    isShown = true
  }

  /// Takes the line away.
  func hide() {
    guard isShown else { return }
    output.write(Array("\r\u{1B}[K".utf8))
    isShown = false
  }

  /// Makes room for output.
  ///
  /// - Parameter endsLine: whether it ends with a line feed.
  func makeRoom(endsLine: Bool) {
    hide()
    isAtLineStart = endsLine
    lastOutput = Machine.monotonicNow
  }

  /// Leaves the terminal to the command for good.
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
