internal import Decoding
internal import Events
internal import Kernel

// Fields of the host, equal for all events.
extension EventView {
  func hostValue(_ field: HostField, _ arena: inout ByteArena) -> FieldValue {
    let host = run.host
    func text(_ value: String?) -> FieldValue { value.map { .text(arena.append($0)) } ?? .absent }
    func number(_ value: Int64?) -> FieldValue { value.map { .number($0) } ?? .absent }
    func texts(_ values: [String]) -> FieldValue { list(values.map { Array($0.utf8) }, &arena) }
    switch field {
    case .osId: return text(host.release["ID"])
    case .osVersion: return text(host.release["VERSION_ID"])
    case .osName: return text(host.release["PRETTY_NAME"] ?? host.release["NAME"])
    case .osEndOfLife: return text(EndOfLife.date(of: host.release))
    case .osIsEndOfLife:
      return EndOfLife.date(of: host.release).map { .boolean($0 < run.today) } ?? .absent
    case .kernelRelease: return text(host.kernelRelease)
    case .kernelNumber: return number(HostTexts.kernelNumber(host.kernelRelease))
    case .nodeIsContainer: return .boolean(host.isContainer)
    case .nodeRootIsUsual: return .boolean(host.isRootUsual)
    case .nodeAslr: return number(host.randomization)
    case .nodeIsPrivileged: return .boolean(host.isPrivileged)
    case .nodeCapabilities: return texts(Capabilities.names(of: host.credentials.effective))
    case .nodeExcessCapabilities: return texts(host.excessCapabilities)
    case .nodeHostNamespaces: return texts(host.hostNamespaces)
    case .nodeHostMounts: return list(host.hostMounts, &arena)
    case .nodeRuntimeSockets: return texts(host.runtimeSockets)
    case .nodeSecrets: return texts(host.secrets)
    case .nodeUnsafePath: return texts(host.unsafePath)
    case .nodeCorePattern: return text(host.corePattern)
    case .nodeLsms: return texts(host.modules)
    case .nodePtraceScope: return number(host.ptraceScope)
    case .nodeUmask: return number(host.credentials.umask.map { Int64($0) })
    case .nodeVulnerableCPU: return texts(host.vulnerable)
    }
  }

  /// A list of texts, each with a trailing NUL byte; an empty list is absent.
  func list(_ texts: [UInt8], _ arena: inout ByteArena) -> FieldValue {
    texts.isEmpty ? .absent : .texts(arena.append(texts))
  }

  /// A list of texts; an empty list is absent.
  func list(_ values: [[UInt8]], _ arena: inout ByteArena) -> FieldValue {
    values.isEmpty ? .absent : .texts(arena.append(values.flatMap { $0 + [0] }))
  }
}
