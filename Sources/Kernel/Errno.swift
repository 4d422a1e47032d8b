internal import Syscalls

extension Errno {
  /// Converts a shim's result to a count or an error.
  static func check<Count: FixedWidthInteger & SignedInteger>(
    _ answer: Count
  ) throws(Errno) -> Count {
    guard answer >= 0 else { throw Errno(rawValue: Int32(truncatingIfNeeded: -answer)) }
    return answer
  }
}
