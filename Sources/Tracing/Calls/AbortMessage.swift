internal import Decoding
internal import Events

/// Reads the message that the C library records when it aborts a process.
enum AbortMessage {
  /// Capacity of the message in bytes; glibc's messages have fewer than a hundred.
  private static let longestMessage = 1024

  /// The message that glibc recorded before it aborted the process, such as a smashed stack or a
  /// corrupt heap; nil without one.
  ///
  /// `__abort_msg` points to an `unsigned int`, the size, and a text. Static programs without
  /// symbols and other C libraries have no symbol for it.
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
      // The text follows the size, which has four bytes.
      _ = memory.readString(message &+ 4, limit: longestMessage, into: &words)
      while let last = words.last, last == 0x0A || last == 0x20 { words.removeLast() }
      return words.isEmpty ? nil : words
    }
    return nil
  }
}
