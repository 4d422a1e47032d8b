/// The facts of an ELF executable or library: `elf(5)`.
///
/// Files are untrusted: the reader bounds the amount of data and ignores invalid entries.
public struct ElfFacts: Equatable, Sendable {
  /// The extent of RELRO: data that becomes read-only before the program starts.
  public enum ReadOnlyRelocations: Sendable {
    /// None (no PT_GNU_RELRO).
    case none
    /// Partial: all except the table of lazily bound functions.
    case partial
    /// Full (BIND_NOW).
    case full
  }

  /// Whether it is a 64-bit file.
  public internal(set) var is64Bit = false
  /// The architecture: `EM_X86_64` is 62.
  public internal(set) var machine: UInt16 = 0
  /// Whether it is position-independent.
  public internal(set) var isPositionIndependent = false
  /// Whether it requests an executable stack, which is the default without PT_GNU_STACK.
  public internal(set) var hasExecutableStack = true
  /// The extent of RELRO.
  public internal(set) var readOnlyRelocations = ReadOnlyRelocations.none
  /// The unexpanded directories of DT_RPATH and DT_RUNPATH.
  public internal(set) var runPaths: [[UInt8]] = []
  /// Whether it has text relocations.
  public internal(set) var hasTextRelocations = false
  /// The imported symbols.
  public internal(set) var imports: Set<String> = []
  /// The exported functions that override those of the C library in ``overridable``.
  public internal(set) var overrides: Set<String> = []

  /// The unrelocated address of glibc's pointer to its abort message (`__abort_msg`).
  public internal(set) var abortMessage: UInt64?

  /// Creates empty facts.
  public init() {}

  /// The missing hardening features of compiler and linker.
  public var missingHardening: [String] {
    var missing: [String] = []
    if !isPositionIndependent { missing.append("pie") }
    if hasExecutableStack { missing.append("nx") }
    if readOnlyRelocations == .none { missing.append("relro") }
    // Programs without copying functions may have no arrays to protect, so neither feature shows.
    guard !Self.checkable.isDisjoint(with: imports) else { return missing }
    if !imports.contains("__stack_chk_fail") {
      missing.append("stack-protector")
    }
    if !imports.contains(where: { $0.hasPrefix("__") && $0.hasSuffix("_chk") }) {
      missing.append("fortify")
    }
    return missing
  }

  /// Functions with a checking variant in the C library (_FORTIFY_SOURCE).
  private static let checkable: Set<String> = [
    "strcpy", "strcat", "strncpy", "strncat", "sprintf", "vsprintf", "snprintf", "vsnprintf",
    "stpcpy", "gets",
  ]
}

extension ElfFacts {
  /// The lengths of names in ``overridable``, one bit each, by first byte.
  static let lengths: [UInt32] = overridable.reduce(into: Array(repeating: 0, count: 256)) {
    $0[Int($1.utf8.first ?? 0)] |= 1 << UInt32($1.utf8.count)
  }

  /// Functions of the C library for reading, writing, connecting, executing and look-ups, whose
  /// replacement can observe or change a program's behaviour.
  public static let overridable: Set<String> = Set(
    """
    open open64 openat openat64 creat fopen fopen64 freopen read pread pread64 write pwrite pwrite64
    readv writev close stat stat64 lstat lstat64 fstat fstatat __xstat __lxstat access readdir
    readdir64 opendir unlink unlinkat rename chmod chown mmap mprotect socket connect bind listen
    accept accept4 send sendto sendmsg recv recvfrom recvmsg getaddrinfo gethostbyname execve execv
    execvp execl execlp fork vfork system popen kill ptrace dlopen dlsym dlclose getenv setenv getuid
    geteuid setuid setgid setresuid getpwnam getpwuid pam_authenticate crypt malloc free calloc
    realloc strcmp memcmp strlen memcpy puts printf fgets getpass pthread_create SSL_read SSL_write
    __libc_start_main exit _exit syscall ioctl fcntl time gettimeofday clock_gettime rand random
    getrandom
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension ElfFacts {
  /// Reads a file.
  ///
  /// - Returns: nil when it is no ELF file that this build knows: little-endian, 32 or 64 bits.
  public init?(_ file: some ContentReading) {
    guard let facts = ElfReader.facts(of: file) else { return nil }
    self = facts
  }
}
