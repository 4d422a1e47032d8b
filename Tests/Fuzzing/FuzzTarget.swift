import Glibc

/// What is wrong with what a reader made of some bytes.
public struct FuzzFinding: Error, CustomStringConvertible {
  /// What was expected.
  public let description: String
}

/// A reader that is given any bytes: no input may trap, take long, or be told inexactly.
///
/// `Scripts/fuzz` drives these by a fuzzer, and the unit tests with the inputs that it has kept.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case memory, messages, elf, texts, words, condition, regex, policy, baseline, recording,
    gzip, countries, reports, project

  /// Reads an input; fails when something about the outcome is wrong.
  public func run(_ bytes: [UInt8]) throws {
    switch self {
    case .memory: try readMemory(bytes)
    case .messages: try readMessages(bytes)
    case .elf: try readElf(bytes)
    case .texts: try readTexts(bytes)
    case .words: try readWords(bytes)
    case .condition: try readCondition(bytes)
    case .regex: try readRegex(bytes)
    case .policy: try readPolicy(bytes)
    case .baseline: try readBaseline(bytes)
    case .recording: try readRecording(bytes)
    case .gzip: try readLines(bytes)
    case .countries: try readCountries(bytes)
    case .reports: try writeReports(bytes)
    case .project: try readProject(bytes)
    }
  }
}

/// Fails unless something holds.
func expect(_ condition: Bool, _ words: @autoclosure () -> String) throws {
  if !condition { throw FuzzFinding(description: words()) }
}

/// Fails when a text has what moves a terminal's cursor or starts a new line.
func expectPlain(_ text: String, _ name: String, allowing allowed: Set<Unicode.Scalar> = []) throws
{
  let bad = text.unicodeScalars.first { scalar in
    !allowed.contains(scalar)
      && (scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
  }
  try expect(bad == nil, "\(name) has the control character \(bad?.value ?? 0)")
}

/// A target by its place in the list of all, for a fuzzer that is written in C: answers whether
/// everything was right, and says what was not.
@_cdecl("dft_fuzz")
public func fuzz(_ target: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  do { try FuzzTarget.allCases[Int(target)].run(input) } catch {
    print("FINDING:", error)
    // The fuzzer ends without writing what is held back.
    fflush(nil)
    return 0
  }
  return 1
}

/// The place of a target in the list of all; -1 for another name.
@_cdecl("dft_fuzz_target")
public func fuzzTarget(_ name: UnsafePointer<CChar>) -> Int32 {
  let name = String(cString: name)
  return Int32(FuzzTarget.allCases.firstIndex { $0.rawValue == name } ?? -1)
}
