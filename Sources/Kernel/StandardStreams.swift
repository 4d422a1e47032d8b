internal import Glibc
internal import Synchronization

/// Descriptors 0, 1 and 2, which dftrace shares with the command.
public enum StandardStreams {
  private static let closed = Atomic<UInt8>(0)

  /// Opens `/dev/null` for closed standard streams, so that no file of dftrace takes their numbers.
  /// The command still starts with them closed.
  public static func guardClosed() {
    for number in Int32(0)...2 where fcntl(number, F_GETFD) < 0 {
      closed.bitwiseOr(1 << UInt8(number), ordering: .relaxed)
      // open(2) returns the lowest free number, which is this one.
      _ = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    }
  }

  /// Whether a standard stream was closed when dftrace started.
  static func wasClosed(_ number: Int32) -> Bool {
    closed.load(ordering: .relaxed) & 1 << UInt8(number) != 0
  }

  /// Closes standard input and output. A reader of the command's output then sees its end when the
  /// command closes it, not at the end of dftrace.
  public static func release() {
    let null = unsafe open("/dev/null", O_RDWR | O_CLOEXEC)
    guard null >= 0 else { return }
    dup2(null, 0)
    dup2(null, 1)
    close(null)
  }
}
