import Detection
import Events
import Glibc
import JSON
import Kernel
import Policies
import Recordings
import Reports
import SpawnCommand
import Syscalls

/// Evaluates and counts a recording, and writes it again: the copy equals the original.
func readRecording(_ bytes: [UInt8]) throws {
  var reader = RecordingReader(file: "recording")
  var writer = RecordingWriter(isRedacting: false)
  var copy = RecordingReader(file: "copy")
  var digest = RunDigest { $0 }
  var replay = standard.map { Replay($0) }
  var alerts: [Alert] = []
  do {
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let item = try reader.read(Array(line))
      var output: [UInt8] = []
      switch item {
      case .start(let start): writer.begin(start, into: &output)
      case .process: break
      case .event(let event):
        digest.note(event)
        alerts += replay?.evaluate(event) ?? []
        writer.event(event, into: &output)
      case .end(let end): writer.end(end, into: &output)
      }
      if let again = try Copy(output, &copy).item { try compare(item, again, output) }
    }
    try reader.finish()
  } catch let error as DocumentError {
    try expect(!error.problems.isEmpty, "refused without a reason")
    for problem in error.problems { try expectPlain("\(problem)", "a problem") }
  }
  try show(alerts)
}

/// What the lines that were written are read as.
private struct Copy {
  private(set) var item: RecordingItem?

  init(_ output: [UInt8], _ reader: inout RecordingReader) throws {
    for line in output.split(separator: 0x0A) {
      do throws(DocumentError) { item = try reader.read(Array(line)) } catch {
        throw FuzzFinding(
          description: "what was written is refused: \(error.problems) "
            + String(decoding: line, as: UTF8.self))
      }
    }
  }
}

private func compare(_ item: RecordingItem, _ again: RecordingItem, _ output: [UInt8]) throws {
  try expect(
    item == again,
    "a recording is another when it is written: \(item)\n\(again)\n"
      + String(decoding: output, as: UTF8.self))
}

private func show(_ alerts: [Alert]) throws {
  guard !alerts.isEmpty else { return }
  var report = ReportFormat.text.makeReport(style: TextStyle())
  var output: [UInt8] = []
  for alert in alerts { report.alert(alert, into: &output) }
  try expectPlain(String(decoding: output, as: UTF8.self), "an alert", allowing: ["\n"])
}

/// Makes a file of an input for readers that take a path, and hands its path on.
private func withFile(_ bytes: [UInt8], _ use: (String) throws -> Void) throws {
  let descriptor = spawn_memory_file()
  guard descriptor >= 0 else { throw FuzzFinding(description: "no file can be made") }
  defer { close(descriptor) }
  guard write(descriptor, bytes, bytes.count) == bytes.count else { return }
  try use("/proc/self/fd/\(descriptor)")
}

/// A text file, packed by gzip or not.
func readLines(_ bytes: [UInt8]) throws {
  try withFile(bytes) { path in
    let input = try LineInput(path)
    var total = 0
    do throws(Errno) {
      while let line = try input.next(), total < 1 << 22 {
        total += line.count + 1
        if line.contains(0x0A) { total = .max }
      }
    } catch { return }
    try expect(total != .max, "a line has a line feed")
    let isPacked = bytes.starts(with: [0x1F, 0x8B])
    let isWhole = total == bytes.count || total == bytes.count + 1
    try expect(isPacked || isWhole, "\(total) bytes are read of \(bytes.count)")
  }
}

/// A country database.
func readCountries(_ bytes: [UInt8]) throws {
  try withFile(bytes) { path in
    let database: CountryDatabase
    do throws(CountryDatabase.Failure) { database = try CountryDatabase(path) } catch { return }
    let addresses: [[UInt8]] = [
      [0, 0, 0, 0], [1, 1, 1, 1], [127, 0, 0, 1], [175, 45, 176, 1], [255, 255, 255, 255],
      [0x20, 1, 0xD, 0xB8] + [UInt8](repeating: 0, count: 12), [UInt8](repeating: 0xFF, count: 16),
    ]
    for address in addresses {
      guard let found = database.find(address) else { continue }
      let letters: ClosedRange<UInt8> = 0x41...0x5A
      try expect(
        letters.contains(found.code.0) && letters.contains(found.code.1), "a code of no letters")
      try expect(
        (0...address.count * 8).contains(found.prefixLength), "a prefix of \(found.prefixLength)")
    }
  }
}
