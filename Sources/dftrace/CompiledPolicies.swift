import Catalogue
import Detection
import Embedded
import Kernel
import Policies
import Text
import Tracing

/// The compiled form of the policy `standard`: reading and compiling it takes longer than starting
/// a traced program.
enum CompiledPolicies {
  /// The compiled policy for a reference; nil when the reference does not name `standard`, or a
  /// pin, a default or a project policy may apply.
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
    guard name == "standard" else { return nil }
    return CompiledPolicy(packed: EmbeddedFile.standardImage.bytes, texts: madeFrom)
  }

  /// A number that changes with the catalogue or the built-in policies. For the catalogue it
  /// includes only the size: reading it would be the longest step of the start.
  static var madeFrom: UInt64 { PolicyStore.builtInFingerprint ^ UInt64(Catalogue.size) << 32 }
}
