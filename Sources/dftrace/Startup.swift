import ArgumentParser
import JSON
import Kernel
import Policies
import Text

/// What has to happen first, and how dftrace speaks of its own troubles.
enum Startup {
  /// Remembers the signals as they are, and keeps the numbers of closed standard streams from
  /// being given to something else.
  static func prepare() {
    Signals.save()
    StandardStreams.guardClosed()
  }
}

/// Says why dftrace could not do its work, and ends.
///
/// - Parameters:
///   - message: one line; it may quote what users and programs chose, so that hazardous characters
///     are escaped.
///   - status: 125 unless another one is documented for the case.
func fail(_ message: String, status: Int32 = 125) -> ExitCode {
  say(message, prefix: "dftrace: ")
  return ExitCode(status)
}

/// Says what is wrong with a policy, a line a mistake, each beginning with its place as compilers
/// have it, so that editors find it; and ends with 125.
func fail(_ error: DocumentError, status: Int32 = 125) -> ExitCode {
  say(error.description, prefix: "")
  return ExitCode(status)
}

private func say(_ message: String, prefix: String) {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  let text = lines.map { prefix + visibleText($0) + "\n" }.joined()
  Output.standardError().write(Array(text.utf8))
}
