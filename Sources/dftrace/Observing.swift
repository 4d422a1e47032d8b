public import ArgumentParser
import Kernel
public import Tracing

extension TraceMode: ExpressibleByArgument {}

/// The observation mode, from options and environment variables.
enum Observing {
  /// The requested mode; the option precedes `DFTRACE_TRACE_MODE`.
  static func mode(_ option: TraceMode?) throws -> TraceMode {
    if let option { return option }
    guard let name = Machine.environment("DFTRACE_TRACE_MODE"), !name.isEmpty else { return .auto }
    guard let mode = TraceMode(rawValue: name) else {
      throw fail("DFTRACE_TRACE_MODE is '\(name)'; expected auto, notify or stop", status: 64)
    }
    return mode
  }

  /// The kernel features that the run does not use. The tests list them in `DFTRACE_WITHOUT` to
  /// simulate older kernels; a shipped program has no such hook.
  static func missing() throws -> Set<TraceFeature> {
    #if TEST_HOOKS
    return try features()
    #else
    return []
    #endif
  }

  #if TEST_HOOKS
  private static func features() throws -> Set<TraceFeature> {
    let names = (Machine.environment("DFTRACE_WITHOUT") ?? "").split(separator: ",")
    return Set(
      try names.map { name in
        guard let feature = TraceFeature(rawValue: String(name)) else {
          let known = TraceFeature.allCases.map(\.rawValue).joined(separator: ", ")
          throw fail("DFTRACE_WITHOUT contains '\(name)'; expected some of \(known)", status: 64)
        }
        return feature
      })
  }
  #endif
}

extension Observing {
  /// The root directory of the host's files: `/`, or a test's own host.
  static var hostRoot: String {
    #if TEST_HOOKS
    Machine.environment("DFTRACE_NODE_ROOT") ?? ""
    #else
    ""
    #endif
  }
}
