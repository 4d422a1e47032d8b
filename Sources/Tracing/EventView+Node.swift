internal import Decoding
internal import Events
internal import Kernel

// The values that come from the machine, which are the same for every event.
extension EventView {
  func nodeValue(_ field: Field, _ arena: inout ByteArena) -> FieldValue {
    let node = context.node
    func text(_ value: String?) -> FieldValue { value.map { .text(arena.append($0)) } ?? .absent }
    func number(_ value: Int64?) -> FieldValue { value.map { .number($0) } ?? .absent }
    func texts(_ values: [String]) -> FieldValue { list(values.map { Array($0.utf8) }, &arena) }
    switch field {
    case .osId: return text(node.release["ID"])
    case .osVersion: return text(node.release["VERSION_ID"])
    case .osName: return text(node.release["PRETTY_NAME"] ?? node.release["NAME"])
    case .osEndOfLife: return text(EndOfLife.date(of: node.release))
    case .osIsEndOfLife:
      return EndOfLife.date(of: node.release).map { .boolean($0 < context.today) } ?? .absent
    case .kernelRelease: return text(node.kernelRelease)
    case .kernelNumber: return number(NodeTexts.kernelNumber(node.kernelRelease))
    case .nodeIsContainer: return .boolean(node.isContainer)
    case .nodeRootIsUsual: return .boolean(node.isRootUsual)
    case .nodeAslr: return number(node.randomization)
    case .nodeIsPrivileged: return .boolean(node.isPrivileged)
    case .nodeCapabilities: return texts(Capabilities.names(of: node.credentials.effective))
    case .nodeExcessCapabilities: return texts(node.excessCapabilities)
    case .nodeHostNamespaces: return texts(node.hostNamespaces)
    case .nodeHostMounts: return list(node.hostMounts, &arena)
    case .nodeRuntimeSockets: return texts(node.runtimeSockets)
    case .nodeSecrets: return texts(node.secrets)
    case .nodeUnsafePath: return texts(node.unsafePath)
    case .nodeCorePattern: return text(node.corePattern)
    case .nodeLsms: return texts(node.modules)
    case .nodePtraceScope: return number(node.ptraceScope)
    case .nodeUmask: return number(node.credentials.umask.map { Int64($0) })
    case .nodeVulnerableCPU: return texts(node.vulnerable)
    default: return .absent
    }
  }

  /// Several texts; none is no value.
  /// Several texts that are each followed by a NUL byte already.
  func list(_ texts: [UInt8], _ arena: inout ByteArena) -> FieldValue {
    texts.isEmpty ? .absent : .texts(arena.append(texts))
  }

  func list(_ values: [[UInt8]], _ arena: inout ByteArena) -> FieldValue {
    values.isEmpty ? .absent : .texts(arena.append(values.flatMap { $0 + [0] }))
  }
}
