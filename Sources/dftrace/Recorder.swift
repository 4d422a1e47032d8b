import Catalogue
import Detection
import Events
import Kernel
import Reports
import Syscalls
import Tracing

/// Writes the events of a run to a file.
final class Recorder {
  /// Buffer size in bytes: writing line by line would slow the traced program.
  private static let bufferSize = 1 << 16

  private let output: Output
  private var writer: RecordingWriter
  private var buffer: [UInt8] = []

  /// Creates the file before the command starts, so that an error wastes no run.
  init(_ path: String, isRedacting: Bool) throws {
    do { output = path == "-" ? .standardOutput() : try Output.file(path) } catch {
      throw fail("cannot create recording \(path): \(error.name) (choose a writable path)")
    }
    writer = RecordingWriter(isRedacting: isRedacting)
    buffer.reserveCapacity(2 * Self.bufferSize)
  }

  /// Whether a reader receives the events during the run.
  var isStream: Bool { output.isStream }

  /// The first write error.
  var failure: OutputFailure? { output.failure }

  func begin(_ start: RecordingStart) {
    writer.begin(start, into: &buffer)
    flush()
  }

  func event(_ event: RecordedEvent) {
    writer.event(event, into: &buffer)
    if buffer.count >= Self.bufferSize { flush() }
  }

  func end(_ result: RunResult) {
    writer.end(
      RecordingEnd(
        outcome: result.outcome, duration: result.duration, processes: result.processes,
        events: Dictionary(result.events.map { ($0.name, $0.count) }, uniquingKeysWith: +),
        inventory: result.inventory, blindSpots: result.blindSpots),
      into: &buffer)
    flush()
  }

  /// Writes the buffer.
  func flush() {
    guard !buffer.isEmpty else { return }
    output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
