import Foundation
import Glibc
import SpawnCommand
import Testing

/// A command line to run as a process of its own, away from this process's files and signals.
struct Command {
  /// The program and its arguments, as raw bytes.
  var words: [[UInt8]]
  /// The whole environment.
  var environment =
    ["PATH=/usr/bin:/bin:/usr/sbin:/sbin", "HOME=/nonexistent", "LC_ALL=C"] + Self.observing
    + ["DFTRACE_NODE_ROOT=\(Programs.machine)"]
  /// How calls are observed, and where a program that was built with a sanitizer reports: handed on so
  /// that the whole suite can be run in each way.
  private static let observing = [
    "DFTRACE_TRACE_MODE", "DFTRACE_WITHOUT", "ASAN_OPTIONS", "TSAN_OPTIONS",
  ].compactMap { name in
    ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
  }
  /// The working directory; nobody's project unless told.
  var directory = "/"
  /// Which standard streams are closed from the start.
  var closed: [Int32] = []
  /// Seconds after which the command is killed, which fails the test.
  var timeout = 90.0

  init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

  init(_ words: String...) { self.init(words) }

  /// The same command after another one that executes it.
  func prefixed(by prefix: [String]) -> Command {
    var copy = self
    copy.words = prefix.map { Array($0.utf8) } + words
    return copy
  }

  /// Runs the command to its end.
  func run(_ location: SourceLocation = #_sourceLocation) throws -> Ran {
    try Running(self).finish(location)
  }
}

/// How a command ended.
enum End: Equatable {
  case exited(Int32)
  case signaled(Int32)
  case timedOut
}

/// What a command did.
struct Ran {
  let end: End
  let output: [UInt8]
  let errors: [UInt8]
  /// Whether a core file was written.
  let hasCore: Bool

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  var errorText: String { String(decoding: errors, as: UTF8.self) }
  /// The lines of standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }
}

/// A failure of the harness itself.
struct HarnessError: Error, CustomStringConvertible {
  let description: String

  init(_ call: String, _ error: Int32 = errno) {
    description = "\(call): \(String(cString: strerror(error)))"
  }
}

/// A command that has been started.
///
/// Its output goes to files in memory, which no full pipe can block and which a daemon that
/// outlives the command does not keep open for the reader.
final class Running {
  let id: pid_t
  private let command: Command
  private let output: MemoryFile
  private let errors: MemoryFile
  private let start = seconds()

  init(_ command: Command) throws {
    self.command = command
    output = try MemoryFile()
    errors = try MemoryFile()
    id = try spawn(command, output.descriptor, errors.descriptor)
  }

  /// Sends a signal.
  func signal(_ number: Int32) { kill(id, number) }

  /// Waits until standard output holds a whole line that begins so, and gives its rest.
  func line(after beginning: String) throws -> String {
    while seconds() - start < command.timeout {
      let lines = String(decoding: output.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      if let line = lines.dropLast().first(where: { $0.hasPrefix(beginning) }) {
        return String(line.dropFirst(beginning.count))
      }
      usleep(2000)
    }
    kill(-id, SIGKILL)
    throw HarnessError("no line that begins with '\(beginning)'", ETIMEDOUT)
  }

  /// Waits for the end; past the timeout the command and its session are killed.
  func finish(_ location: SourceLocation = #_sourceLocation) -> Ran {
    var status: Int32 = 0
    var end: End?
    while waitpid(id, &status, WNOHANG) == 0 {
      guard seconds() - start < command.timeout else {
        kill(id, SIGKILL)
        kill(-id, SIGKILL)
        _ = waitpid(id, &status, 0)
        end = .timedOut
        break
      }
      usleep(1000)
    }
    let number = status & 0x7f
    let ran = Ran(
      end: end ?? (number == 0 ? .exited(status >> 8 & 0xff) : .signaled(number)),
      output: output.bytes, errors: errors.bytes, hasCore: status & 0x80 != 0 && number != 0)
    if end == .timedOut {
      Issue.record(
        "killed after \(command.timeout) s: \(ran.text)\n\(ran.errorText)",
        sourceLocation: location)
    }
    return ran
  }
}

/// Whether a process runs: one that nobody has waited for does not, and who adopts an orphan may take its
/// time to.
func runs(_ id: pid_t) -> Bool {
  guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8) else {
    return false
  }
  return !text.contains(") Z ") && !text.contains(") X ")
}

/// Waits until a process runs no more; whether it came to that within a minute.
func ends(_ id: pid_t) -> Bool {
  let start = seconds()
  while runs(id), seconds() - start < 60 { usleep(10_000) }
  return !runs(id)
}

/// Seconds of a clock that never jumps.
func seconds() -> Double {
  var time = timespec()
  _ = clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A file without a name that a command writes its output to.
private struct MemoryFile: ~Copyable {
  let descriptor: Int32

  init() throws {
    descriptor = spawn_memory_file()
    guard descriptor >= 0 else { throw HarnessError("memfd_create", -descriptor) }
  }

  deinit { close(descriptor) }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while true {
      let got = chunk.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress, $0.count, off_t(bytes.count))
      }
      guard got > 0 else { return bytes }
      bytes += chunk[..<got]
    }
  }
}

/// Starts a command in a session of its own, with default signals and only the standard streams.
private func spawn(_ command: Command, _ output: Int32, _ errors: Int32) throws -> pid_t {
  let words = vector(command.words)
  let environment = vector(command.environment.map { Array($0.utf8) })
  defer { (words + environment).forEach { free($0) } }
  let id = spawn_command(
    words, environment, command.directory, output, errors,
    command.closed.reduce(0) { $0 | 1 << UInt32($1) })
  guard id > 0 else { throw HarnessError("fork", -id) }
  return id
}

private func vector(_ words: [[UInt8]]) -> [UnsafeMutablePointer<CChar>?] {
  words.map { word in
    (word.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer {
      $0.baseAddress.flatMap { strdup($0) }
    }
  } + [nil]
}
