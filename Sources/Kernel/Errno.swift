internal import CTrace

/// An error number of the kernel.
public struct Errno: Error, Hashable, Sendable {
  /// The number, positive.
  public let rawValue: Int32

  /// An error by its number.
  public init(rawValue: Int32) { self.rawValue = rawValue }

  /// `ENOENT`: no such file.
  public static let noSuchFile = Errno(rawValue: 2)
  /// `ESRCH`: no such process; for a tracer, the tracee has died.
  public static let noSuchProcess = Errno(rawValue: 3)
  /// `EINTR`: a signal arrived first.
  public static let interrupted = Errno(rawValue: 4)
  /// `ECHILD`: no child is left.
  public static let noChild = Errno(rawValue: 10)
  /// `EISDIR`: is a directory.
  public static let isDirectory = Errno(rawValue: 21)
  /// `EBADMSG`: not what was expected: packed data that are damaged or cut off.
  public static let badMessage = Errno(rawValue: 74)
  /// `EFBIG`: larger than is allowed.
  public static let tooLarge = Errno(rawValue: 27)

  /// The name of the constant, such as `ENOENT`.
  public var name: String {
    guard let name = unsafe dft_errno_name(rawValue) else { return "errno \(rawValue)" }
    return unsafe String(cString: name)
  }

  /// Turns a shim's answer into a count or an error.
  static func check<Count: FixedWidthInteger & SignedInteger>(
    _ answer: Count
  ) throws(Errno) -> Count {
    guard answer >= 0 else { throw Errno(rawValue: Int32(truncatingIfNeeded: -answer)) }
    return answer
  }
}

extension Errno: CustomStringConvertible {
  /// The name.
  public var description: String { name }
}
