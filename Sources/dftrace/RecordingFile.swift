import ArgumentParser
import Kernel
import Syscalls

/// A recording named on the command line.
struct RecordingFile {
  private let path: String

  /// A recording; `-` is standard input.
  init(_ path: String) { self.path = path }

  /// The name in messages.
  var name: String { path == "-" ? "standard input" : path }

  /// Opens the recording; prints the error and throws exit status 125 when it is unreadable.
  func open() throws -> LineInput {
    do { return try LineInput(path) } catch { throw refusal(error) }
  }

  /// Prints why the recording is unreadable.
  func refusal(_ error: Errno) -> ExitCode {
    switch error {
    case .noSuchFile:
      fail("\(name): no such file; expected a recording made with --events")
    case .isDirectory: fail("\(name): is a directory; expected a recording made with --events")
    case .tooLarge:
      fail(
        "\(name): a line is longer than \(LineInput.longestLine >> 20) MiB; "
          + "expected a recording made with --events")
    case .badMessage:
      fail(
        "\(name): the gzip data is truncated or damaged; "
          + "expected a recording made with --events")
    default: fail("\(name): cannot be read: \(error.name)")
    }
  }
}
