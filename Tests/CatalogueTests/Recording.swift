import Foundation
import Testing

/// Files that are written from others and checked in.
enum Recording {
  /// The top of the checkout.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Compares a checked-in file with what it should hold.
  ///
  /// With `DFTRACE_RECORD=1` the file is written anew, and the test fails all the same: what was
  /// recorded has to be looked at before it counts.
  static func expect(_ path: String, toHold text: String) throws {
    let file = root.appending(path: path)
    let found = try? String(contentsOf: file, encoding: .utf8)
    guard ProcessInfo.processInfo.environment["DFTRACE_RECORD"] == "1" else {
      let isFresh = found == text
      #expect(isFresh, "\(path) is stale; run the tests with DFTRACE_RECORD=1")
      return
    }
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(path)")
  }
}
