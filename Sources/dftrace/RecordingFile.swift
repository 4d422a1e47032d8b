import ArgumentParser
import Kernel
import Syscalls

/// A recording as it is named on the command line.
struct RecordingFile {
  private let path: String

  /// A recording; `-` is standard input.
  init(_ path: String) { self.path = path }

  /// What messages call it.
  var name: String { path == "-" ? "standard input" : path }

  /// Opens it; says why it can't be read and ends with 125.
  func open() throws -> LineInput {
    do { return try LineInput(path) } catch { throw refusal(error) }
  }

  /// Says why it can't be read.
  func refusal(_ error: Errno) -> ExitCode {
    switch error {
    case .noSuchFile:
      fail("\(name): there is no such file; expected a recording made with --events")
    case .isDirectory: fail("\(name): is a directory; expected a recording made with --events")
    case .tooLarge:
      fail(
        "\(name): a line is longer than \(LineInput.longestLine >> 20) MiB; "
          + "expected a recording made with --events")
    case .badMessage:
      fail(
        "\(name): the gzip data end too early or are damaged here; "
          + "expected a recording made with --events")
    default: fail("\(name): can't be read: \(error.name)")
    }
  }
}
