import Syscalls
import Foundation
import Testing

@testable import Kernel

@Suite struct LineInputTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("lines-\(UUID().uuidString)")

  private static let lines = (0..<20_000).map {
    "line \($0) \(String(repeating: "x", count: $0 % 97))"
  }
  private static let text = lines.joined(separator: "\n") + "\n"

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Runs gzip on a text; the project writes no gzip itself.
  private func packed(_ text: String) throws -> Data {
    let plain = folder.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: plain)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", plain.path]
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: plain.appendingPathExtension("gz"))
  }

  /// The lines of a file and how it ended.
  private func read(_ data: Data) throws -> ([String], Errno?) {
    let file = folder.appendingPathComponent(UUID().uuidString)
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let input = try LineInput(file.path)
    var lines: [String] = []
    do throws(Errno) {
      while let line = try input.next() { lines.append(String(decoding: line, as: UTF8.self)) }
    } catch { return (lines, error) }
    return (lines, nil)
  }

  @Test func plainAndPackedAreTheSame() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let (plain, error) = try read(Data(Self.text.utf8))
    #expect(plain == Self.lines && error == nil)
    let (unpacked, unpackedError) = try read(try packed(Self.text))
    #expect(unpacked == Self.lines && unpackedError == nil)
    #expect(try read(Data()).0.isEmpty)
  }

  /// As `cat a.gz b.gz` makes one.
  @Test func membersThatFollowEachOtherAreOne() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let both = try packed("one\nhalf ") + packed("line\nlast")
    #expect(try read(both).0 == ["one", "half line", "last"])
    #expect(try read(both + Data(count: 512)).1 == nil)
    #expect(try read(both + Data([7, 7, 7])).1 == Errno(rawValue: 74))
  }

  /// What can be read is given first.
  @Test func whatIsCutOffOrDamagedIsSaid() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try packed(Self.text)
    for length in [2, 9, 40, whole.count / 2, whole.count - 9, whole.count - 1] {
      let (lines, error) = try read(whole.prefix(length))
      #expect(error == .badMessage, "\(length)")
      #expect(lines == Array(Self.lines.prefix(lines.count)))
      if length == whole.count / 2 { #expect(lines.count > 1000) }
    }
    var damaged = whole
    damaged[whole.count / 2] ^= 0xFF
    #expect(try read(damaged).1 == .badMessage)
  }

  /// A few bytes that stand for very many take no more memory than a line may.
  @Test func aBombIsALineThatIsTooLong() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bomb = try packed(String(repeating: "0", count: 64 << 20))
    #expect(bomb.count < 100_000)
    #expect(try read(bomb).1 == .tooLarge)
  }
}
