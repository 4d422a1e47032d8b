import Catalogue
import Kernel
import Policies
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
      guard configuration.map({ ProcessFiles.status($0) == nil }) ?? true,
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

  /// Reads Base64 (RFC 4648) without padding.
  static func decoded(_ text: StaticString) -> [UInt8] {
    var bytes: [UInt8] = []
    let text = String(describing: text)
    bytes.reserveCapacity(text.utf8.count / 4 * 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text.utf8 {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B: value = 62
      case 0x2F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
