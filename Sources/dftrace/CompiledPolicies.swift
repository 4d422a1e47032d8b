import Catalogue
import Detection
import Embedded
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
    guard name == "standard" else { return nil }
    return CompiledPolicy(packed: EmbeddedFile.standardImage.bytes, texts: madeFrom)
  }

  /// A number that differs when the catalogue or the built-in policies differ. Of the catalogue it
  /// takes the size alone: to read it would be the longest step of the start.
  static var madeFrom: UInt64 { PolicyStore.builtInFingerprint ^ UInt64(Catalogue.size) << 32 }
}
