import ArgumentParser
import JSON
import Kernel
import Policies
import Text

/// The first steps of the program.
enum Startup {
  /// Saves the signal dispositions and reserves the descriptors of closed standard streams.
  static func prepare() {
    Signals.save()
    StandardStreams.guardClosed()
  }
}

/// Prints an error to standard error and returns the exit status to throw.
///
/// - Parameters:
///   - message: one line; control characters of quoted names are escaped.
///   - status: the exit status; 125 unless the documentation names another.
func fail(_ message: String, status: Int32 = 125) -> ExitCode {
  say(message, prefix: "dftrace: ")
  return ExitCode(status)
}

/// Prints the errors of a document, one a line with FILE:LINE:COLUMN as editors expect it, and
/// returns the exit status to throw.
func fail(_ error: DocumentError, status: Int32 = 125) -> ExitCode {
  say(error.description, prefix: "")
  return ExitCode(status)
}

private func say(_ message: String, prefix: String) {
  let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
  let text = lines.map { prefix + visibleText($0) + "\n" }.joined()
  Output.standardError().write(Array(text.utf8))
}
