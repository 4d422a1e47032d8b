import Catalogue
import Detection
import Kernel
import Policies
import Text
import Tracing

/// The policy `standard` ready to judge: to read and compile it takes longer than to start a program
/// under the tracer.
enum CompiledPolicies {
  /// The policy that a reference means, if it is a built-in one as it stands; nil for any other, and
  /// when there is more to look at than that.
  static func policy(_ reference: String?) -> CompiledPolicy? {
    let name: String
    if let reference {
      name = reference
    } else {
      // A pin, a default or a project's policy decides.
      let configuration = Places.configuration.map { $0 + "/config.json" }
      let directory = String(decoding: Machine.workingDirectory, as: UTF8.self)
      guard configuration.map({ Files.status($0) == nil }) ?? true,
        PolicyStore.projectPath(around: directory, in: DiskFiles()) == nil
      else { return nil }
      name = "standard"
    }
    guard let text = texts[name] else { return nil }
    return CompiledPolicy(packed: decoded(text), texts: madeFrom)
  }

  /// What differs when the catalogue or the built-in policies do; of the catalogue, which takes longer
  /// to read than all else at the start, its size alone.
  static var madeFrom: UInt64 { PolicyStore.builtInFingerprint ^ UInt64(Catalogue.size) << 32 }

  /// Reads Base64 (RFC 4648) without padding, in lines of whole groups of four.
  ///
  /// A quarter of a megabyte is read so at each start: by a table, and a group at a time.
  static func decoded(_ text: StaticString) -> [UInt8] {
    let values = Self.values
    let text = Array(String(describing: text).utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count / 4 * 3 + 3)
    var place = 0
    while place + 4 <= text.count {
      guard text[place] != 0x0A else {
        place += 1
        continue
      }
      var bits: UInt32 = 0
      for index in place..<place + 4 { bits = bits << 6 | UInt32(values[Int(text[index])]) }
      bytes.append(UInt8(truncatingIfNeeded: bits >> 16))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 8))
      bytes.append(UInt8(truncatingIfNeeded: bits))
      place += 4
    }
    // Two characters are left of one byte, three of two.
    let rest = text[place...].filter { $0 != 0x0A }
    let bits = rest.reduce(UInt32(0)) { $0 << 6 | UInt32(values[Int($1)]) }
    if rest.count == 2 { bytes.append(UInt8(truncatingIfNeeded: bits >> 4)) }
    if rest.count == 3 {
      bytes.append(UInt8(truncatingIfNeeded: bits >> 10))
      bytes.append(UInt8(truncatingIfNeeded: bits >> 2))
    }
    return bytes
  }

  /// The six bits of each character.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 0, count: 256)
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    for (value, character) in alphabet.utf8.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()
}
