/// What a process has executed: shared by all that were forked from it since.
public final class ProgramImage: Sendable {
  /// The facts of one execution.
  public struct Facts: Equatable, Sendable {
    /// What the kernel runs, without the mark of a deleted file.
    public var path: [UInt8] = []
    /// The argument vector, each argument followed by a NUL; capped.
    public var arguments: [UInt8] = []
    /// The file that was named: the script, when an interpreter runs it.
    public var executed: [UInt8] = []
    /// Whether the executable is a memory file (memfd_create).
    public var isMemoryFile = false
    /// Whether the executable had no name any more.
    public var isDeleted = false
    /// Whether the executable has a set-user-id or set-group-id bit.
    public var isSetuid = false
    /// Whether the executable's file gives capabilities.
    public var hasCapabilities = false
    /// Whether it is the command that the run is about.
    public var isCommand = false
    /// Whether what was executed lies in the run's own project.
    public var isInWorkspace = false
    /// Whether what was executed lies outside the project where others may write.
    public var isInWritableDirectory = false
    /// The program that wrote what was executed, when a process of this run did.
    public var writer: String?
    /// The program that executed this one; nil for the command itself.
    public var executor: String?
    /// Whether that one ran in the same executable, an interpreter then.
    public var isExecutorsInterpreter = false
    /// The real user id at the execution.
    public var uid: UInt32 = 0
    /// The effective user id at the execution.
    public var euid: UInt32 = 0

    /// Facts to be filled in.
    public init() {}
  }

  /// What was found when it was executed.
  public let facts: Facts
  /// The program's name: for an interpreter, its script's or module's.
  public let name: String
  /// Whether it is a shell.
  public let isShell: Bool
  /// Whether it is a script interpreter that is no shell.
  public let isInterpreter: Bool

  /// Whether it is a runtime that is known to make code while it runs.
  public var isJIT: Bool { ProgramNaming.isJIT(facts.path) }

  /// Names a program by the facts of its execution.
  public init(_ facts: Facts) {
    self.facts = facts
    let naming = ProgramNaming(path: facts.path, arguments: facts.arguments)
    // ensurepip, which makes virtual environments, runs pip by `python -c`. No other program's
    // inline code goes by the name of who executed it: an installer's third-party build code is
    // such.
    let isEnsurepip =
      facts.executor == "ensurepip" && naming.isInterpreter && facts.isExecutorsInterpreter
    name = isEnsurepip ? "ensurepip" : naming.name
    isShell = naming.isShell
    isInterpreter = naming.isInterpreter
  }

  /// The arguments after the first, with blanks between them.
  public var argumentText: [UInt8] {
    // A program may be given thousands, as by xargs(1).
    guard let end = facts.arguments.firstIndex(of: 0) else { return [] }
    var text = Array(facts.arguments[(end + 1)...])
    if text.last == 0 { text.removeLast() }
    for index in text.indices where text[index] == 0 { text[index] = 0x20 }
    return text
  }

  /// A command line: some word in place of the first argument, and the others after it.
  public func line(beginningWith word: [UInt8]) -> [UInt8] {
    // A last argument that is empty still has its blank before it.
    let end = facts.arguments.firstIndex(of: 0) ?? facts.arguments.endIndex
    return end + 1 < facts.arguments.count ? word + [0x20] + argumentText : word
  }

  /// The arguments one by one.
  public var argumentList: [ArraySlice<UInt8>] {
    facts.arguments.split(separator: 0, omittingEmptySubsequences: false).dropLast(
      facts.arguments.last == 0 ? 1 : 0)
  }
}
