internal import Decoding
internal import Events

/// Finds what the C library says of why it aborts.
enum AbortMessage {
  /// The longest message that is kept; glibc's have less than a hundred bytes.
  private static let longestMessage = 1024

  /// What glibc recorded before it aborted a process: that its stack was smashed, that its heap is
  /// corrupt; nil when it recorded nothing.
  ///
  /// `__abort_msg` points to an `unsigned int`, the size, and a text. A static program without
  /// symbols, and other C libraries, have no such place that could be found.
  static func text(
    of process: ProcessID, _ memory: ProcessMemory, _ run: RunState
  ) -> [UInt8]? {
    guard let text = run.inspector.maps(of: process) else { return nil }
    for mapping in ProcMaps.beginnings(in: text) {
      guard Paths.filename(mapping.path[...]).starts(with: "libc".utf8) else { continue }
      let path = Array("/proc/\(process.rawValue)/root".utf8) + mapping.path
      guard let status = run.inspector.status(path, followingLink: true),
        let place = run.elf.facts(status, at: { path })?.facts.abortMessage,
        let message = memory.readNumber(mapping.start &+ place, bytes: 8), message != 0
      else { continue }
      var words: [UInt8] = []
      // The text follows the size of four bytes.
      _ = memory.readString(message &+ 4, limit: longestMessage, into: &words)
      while let last = words.last, last == 0x0A || last == 0x20 { words.removeLast() }
      return words.isEmpty ? nil : words
    }
    return nil
  }
}
