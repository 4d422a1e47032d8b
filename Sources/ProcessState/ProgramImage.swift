/// The program of a process: shared with all processes forked since its execution.
public final class ProgramImage: Sendable {
  /// The facts of one execution.
  public struct Facts: Equatable, Sendable {
    /// The executable's path, without the kernel's mark of a deleted file.
    public var path: [UInt8] = []
    /// The argument vector, each argument followed by a NUL; truncated at capacity.
    public var arguments: [UInt8] = []
    /// The file in the syscall: the script, if an interpreter runs it.
    public var executed: [UInt8] = []
    /// Whether the executable is a memory file (memfd_create).
    public var isMemoryFile = false
    /// Whether the executable was deleted.
    public var isDeleted = false
    /// Whether the executable has a set-user-id or set-group-id bit.
    public var isSetuid = false
    /// Whether the executable has file capabilities.
    public var hasCapabilities = false
    /// Whether the process is the traced command itself.
    public var isCommand = false
    /// Whether the executor was the command, started only by the command itself.
    public var isExecutorDirect = false
    /// Whether the executor was a package manager of the distribution, or ran below one.
    public var isExecutorBelowPackageManager = false
    /// Whether the executed file lies in the project.
    public var isInWorkspace = false
    /// Whether the executed file lies outside the project where other users may write.
    public var isInWritableDirectory = false
    /// The program that wrote the executed file in this run; nil without one.
    public var writer: String?
    /// The program that executed this one; nil for the command itself.
    public var executor: String?
    /// Whether the executor ran in the same executable, such as an interpreter.
    public var isExecutorsInterpreter = false
    /// The real user id at the execution.
    public var uid: UInt32 = 0
    /// The effective user id at the execution.
    public var euid: UInt32 = 0

    /// Empty facts.
    public init() {}
  }

  /// The facts of the execution.
  public let facts: Facts
  /// The program's name; for an interpreter, that of its script or module.
  public let name: String
  /// Whether the program is a shell.
  public let isShell: Bool
  /// Whether the program is a script interpreter other than a shell.
  public let isInterpreter: Bool

  /// Whether the program is a package manager of the distribution that was started as the command,
  /// or runs below one. One that another program starts may install anything.
  public let isBelowPackageManager: Bool
  /// Whether the program does nothing but start its arguments, as the command.
  public let isDirect: Bool

  /// Whether the program is a runtime with a just-in-time compiler.
  public var isJIT: Bool { ProgramNaming.isJIT(facts.path) }

  /// Names a program by the facts of its execution.
  public init(_ facts: Facts) {
    self.facts = facts
    let naming = ProgramNaming(path: facts.path, arguments: facts.arguments)
    // ensurepip, which creates virtual environments, runs pip by `python -c`. No other program's
    // inline code takes the name of its executor, since an installer's inline code may be
    // third-party build code.
    let isEnsurepip =
      facts.executor == "ensurepip" && naming.isInterpreter && facts.isExecutorsInterpreter
    name = isEnsurepip ? "ensurepip" : naming.name
    isShell = naming.isShell
    isInterpreter = naming.isInterpreter
    let isStarted = facts.isCommand || facts.isExecutorDirect
    isDirect = isStarted && StartedPrograms.isStarter(facts, naming)
    isBelowPackageManager =
      facts.isExecutorBelowPackageManager
      || isStarted && StartedPrograms.isPackageManager(facts, name)
  }

  /// The arguments after the first, separated by blanks.
  public var argumentText: [UInt8] {
    // A program may have thousands of arguments, as by xargs(1).
    guard let end = facts.arguments.firstIndex(of: 0) else { return [] }
    var text = Array(facts.arguments[(end + 1)...])
    if text.last == 0 { text.removeLast() }
    for index in text.indices where text[index] == 0 { text[index] = 0x20 }
    return text
  }

  /// The arguments of the program that ``name`` names, separated by blanks: for a script, those
  /// after the script.
  public var programArgumentText: [UInt8] {
    let isOwn = facts.path.split(separator: 0x2F).last.map { $0.elementsEqual(name.utf8) } ?? true
    guard !isOwn else { return argumentText }
    let words = argumentList.dropFirst()
    let script = words.firstIndex { word in
      (word.split(separator: 0x2F).last ?? word).elementsEqual(name.utf8)
    }
    guard let script else { return argumentText }
    return Array(words[(script + 1)...].joined(separator: [0x20]))
  }

  /// A command line: a word instead of the first argument, and the other arguments.
  public func line(beginningWith word: [UInt8]) -> [UInt8] {
    // A blank precedes the last argument even when it is empty.
    let end = facts.arguments.firstIndex(of: 0) ?? facts.arguments.endIndex
    return end + 1 < facts.arguments.count ? word + [0x20] + argumentText : word
  }

  /// The arguments as a list.
  public var argumentList: [ArraySlice<UInt8>] {
    facts.arguments.split(separator: 0, omittingEmptySubsequences: false).dropLast(
      facts.arguments.last == 0 ? 1 : 0)
  }
}
