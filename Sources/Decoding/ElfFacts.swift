/// What an executable or a library says of itself: `elf(5)`.
///
/// The file may be hostile: whatever it claims, a bounded part of it is read, and what makes no
/// sense is left out.
public struct ElfFacts: Equatable, Sendable {
  /// How much of the data that only the loader writes is made read-only before the program starts.
  public enum ReadOnlyRelocations: Sendable {
    /// Nothing (no PT_GNU_RELRO).
    case none
    /// All but the table of functions that are looked up when they are first called.
    case partial
    /// All (BIND_NOW).
    case full
  }

  /// Whether it is a 64-bit file.
  public internal(set) var is64Bit = false
  /// What machine it is for: `EM_X86_64` is 62.
  public internal(set) var machine: UInt16 = 0
  /// Whether its code may be loaded at any address.
  public internal(set) var isPositionIndependent = false
  /// Whether its stack is to be executable, which is so too when it does not say.
  public internal(set) var hasExecutableStack = true
  /// Whether data that only the loader writes becomes read-only.
  public internal(set) var readOnlyRelocations = ReadOnlyRelocations.none
  /// The directories of DT_RPATH and DT_RUNPATH, as written.
  public internal(set) var runPaths: [[UInt8]] = []
  /// Whether code has to be changed when it is loaded.
  public internal(set) var hasTextRelocations = false
  /// The names of the functions and data that it takes from others.
  public internal(set) var imports: Set<String> = []
  /// The functions of the C library that it defines for others itself, of those in
  /// ``overridable``.
  public internal(set) var overrides: Set<String> = []

  /// Where glibc keeps a pointer to what it recorded before aborting (`__abort_msg`), as an
  /// address before the file is loaded.
  public internal(set) var abortMessage: UInt64?

  /// Facts to be filled in.
  public init() {}

  /// What the file was built without, of what compilers and linkers offer against attacks.
  public var missingHardening: [String] {
    var missing: [String] = []
    if !isPositionIndependent { missing.append("pie") }
    if hasExecutableStack { missing.append("nx") }
    if readOnlyRelocations == .none { missing.append("relro") }
    // Functions that copy text have arrays to protect: a program without them need not show either.
    guard !Self.checkable.isDisjoint(with: imports) else { return missing }
    if !imports.contains("__stack_chk_fail") {
      missing.append("stack-protector")
    }
    if !imports.contains(where: { $0.hasPrefix("__") && $0.hasSuffix("_chk") }) {
      missing.append("fortify")
    }
    return missing
  }

  /// Functions for which the C library has a checking form (_FORTIFY_SOURCE).
  private static let checkable: Set<String> = [
    "strcpy", "strcat", "strncpy", "strncat", "sprintf", "vsprintf", "snprintf", "vsnprintf",
    "stpcpy", "gets",
  ]
}

extension ElfFacts {
  /// How long the names of ``overridable`` are, a bit each, by their first byte.
  static let lengths: [UInt32] = overridable.reduce(into: Array(repeating: 0, count: 256)) {
    $0[Int($1.utf8.first ?? 0)] |= 1 << UInt32($1.utf8.count)
  }

  /// Functions of the C library by which a program reads, writes, connects, executes and looks
  /// things up: who puts others in their place sees or changes what the program does.
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
