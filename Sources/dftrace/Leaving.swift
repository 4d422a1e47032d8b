import ArgumentParser
import Detection
import Events
import Kernel

extension RunVerdict {
  /// Ends this process.
  ///
  /// - Parameter lateFailure: the first error of an output; it may occur at the last write.
  func leave(lateFailure: OutputFailure?) throws {
    if let lateFailure { throw fail("\(lateFailure)") }
    if let status {
      guard status == 0 else { throw ExitCode(status) }
      return
    }
    if case .signaled(let number, _) = outcome { Signals.die(by: Signal(rawValue: number)) }
  }
}
