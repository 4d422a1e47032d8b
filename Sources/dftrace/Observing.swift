public import ArgumentParser
import Kernel
public import Tracing

extension TraceMode: ExpressibleByArgument {}

/// How calls are observed, by option and environment.
enum Observing {
  /// The way that is asked for; the option goes before `DFTRACE_TRACE_MODE`.
  static func mode(_ option: TraceMode?) throws -> TraceMode {
    if let option { return option }
    guard let name = Machine.environment("DFTRACE_TRACE_MODE"), !name.isEmpty else { return .auto }
    guard let mode = TraceMode(rawValue: name) else {
      throw fail("DFTRACE_TRACE_MODE is '\(name)'; expected auto, notify or stop", status: 64)
    }
    return mode
  }

  /// What is done without though the kernel may have it: `DFTRACE_WITHOUT`, a list that the tests
  /// set to try what older kernels make dftrace do.
  static func missing() throws -> Set<TraceFeature> {
    let names = (Machine.environment("DFTRACE_WITHOUT") ?? "").split(separator: ",")
    return Set(
      try names.map { name in
        guard let feature = TraceFeature(rawValue: String(name)) else {
          let known = TraceFeature.allCases.map(\.rawValue).joined(separator: ", ")
          throw fail("DFTRACE_WITHOUT has '\(name)'; expected some of \(known)", status: 64)
        }
        return feature
      })
  }
}

extension Observing {
  /// Where the files that tell of the machine are looked for: a test's own machine, or this one.
  static var hostRoot: String { Machine.environment("DFTRACE_NODE_ROOT") ?? "" }
}
