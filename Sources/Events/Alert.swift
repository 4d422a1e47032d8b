/// A named value of evidence or of an event's arguments.
public struct NamedValue: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Its value.
  public let value: Value

  /// A value that outputs keep in its own type.
  public enum Value: Equatable, Sendable {
    case text(String)
    case number(Int64)
    case boolean(Bool)

    /// The value without quotes.
    public var plainText: String {
      switch self {
      case .text(let text): text
      case .number(let number): String(number)
      case .boolean(let truth): String(truth)
      }
    }
  }

  /// Names a value.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// One check of a condition that was true, and the value that made it so.
public struct Reason: Equatable, Sendable {
  /// The check as the policy writes it, with `$criterion` unexpanded.
  public let check: String
  /// The value of the field.
  public let value: String

  /// Pairs a check with its value.
  public init(check: String, value: String) {
    self.check = check
    self.value = value
  }
}

/// What an alert says about the process that caused it.
public struct AlertProcess: Equatable, Sendable {
  /// A process further up the tree of this run.
  public struct Ancestor: Equatable, Sendable {
    /// Its process id.
    public let pid: Int32
    /// What it runs.
    public let exe: String

    /// Names an ancestor.
    public init(pid: Int32, exe: String) {
      self.pid = pid
      self.exe = exe
    }
  }

  /// Process id in dftrace's own pid namespace.
  public var pid: Int32
  /// Parent's process id.
  public var ppid: Int32
  /// What the kernel really runs, not `argv[0]`.
  public var exe: String
  /// The argument vector as it was executed with, capped.
  public var argv: [String]
  /// Working directory.
  public var cwd: String
  /// Real user id.
  public var uid: UInt32
  /// Effective user id.
  public var euid: UInt32
  /// From the parent upwards to the command of this run.
  public var ancestors: [Ancestor]

  /// Gathers the facts of a process.
  public init(
    pid: Int32, ppid: Int32, exe: String, argv: [String], cwd: String, uid: UInt32, euid: UInt32,
    ancestors: [Ancestor]
  ) {
    self.pid = pid
    self.ppid = ppid
    self.exe = exe
    self.argv = argv
    self.cwd = cwd
    self.uid = uid
    self.euid = euid
    self.ancestors = ancestors
  }
}

/// What an alert says about the event that caused it.
public struct AlertEvent: Equatable, Sendable {
  /// The name of the system call.
  public var type: String
  /// What the call returned, negative errno included; nil when not known.
  public var result: Int64?
  /// The name of the error, when there was one.
  public var errno: String?
  /// How well the facts are known.
  public var level: EvidenceLevel
  /// The decoded arguments.
  public var arguments: [NamedValue]

  /// Gathers the facts of an event.
  public init(
    type: String, result: Int64?, errno: String?, level: EvidenceLevel, arguments: [NamedValue]
  ) {
    self.type = type
    self.result = result
    self.errno = errno
    self.level = level
    self.arguments = arguments
  }
}

/// Ids that others know a behaviour by.
public struct AlertTags: Equatable, Sendable {
  /// MITRE ATT&CK technique ids.
  public var attack: [String]
  /// The release of ATT&CK that has them, as `18.1`, since releases move techniques; nil when it is
  /// not said.
  public var attackVersion: String?
  /// CWE numbers, as `CWE-78`.
  public var cwe: [String]

  /// Gathers the ids.
  public init(attack: [String] = [], attackVersion: String? = nil, cwe: [String] = []) {
    self.attack = attack
    self.attackVersion = attackVersion
    self.cwe = cwe
  }
}

/// Something risky that the traced program did.
public struct Alert: Equatable, Sendable {
  /// The alert's name in the catalogue or the policy.
  public var id: String
  /// How urgent it is under the policy.
  public var priority: Priority
  /// What kind of insight it belongs to.
  public var category: Category
  /// The alert's title.
  public var title: String
  /// One sentence with the facts of this occurrence.
  public var message: String
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public var time: Int64
  /// How often it has happened so far; 1 when first shown.
  public var count: Int
  /// Stable from run to run: no process ids, ephemeral ports, temporary names or checkout paths.
  public var fingerprint: String
  /// Whether it is not in the baseline.
  public var isNew: Bool
  /// The reason of the exception that excuses it; nil when none does.
  public var suppression: String?
  /// The policy in force.
  public var policy: String
  /// The application's name.
  public var app: String
  /// The component's name, when one was given.
  public var component: String?
  /// Who did it.
  public var process: AlertProcess
  /// What was done.
  public var event: AlertEvent
  /// Facts that are not arguments of the call: the country of an address, who wrote a file.
  public var evidence: [NamedValue]
  /// The checks that were true.
  public var why: [Reason]
  /// Ids that others know the behaviour by.
  public var tags: AlertTags
  /// What to do about it.
  public var remedy: String
  /// What the alert is about: the file, the address.
  public var object = ""
  /// What the fingerprint is made of beside the id, for a baseline; nil for an alert that no run made.
  public var known: KnownAlert?
  /// The exception that would excuse exactly this: the same program, the same object.
  public var exception: ExceptionFacts?

  /// Gathers an alert.
  public init(
    id: String, priority: Priority, category: Category, title: String, message: String,
    time: Int64, count: Int, fingerprint: String, isNew: Bool, suppression: String?,
    policy: String, app: String, component: String?, process: AlertProcess, event: AlertEvent,
    evidence: [NamedValue], why: [Reason], tags: AlertTags, remedy: String
  ) {
    self.id = id
    self.priority = priority
    self.category = category
    self.title = title
    self.message = message
    self.time = time
    self.count = count
    self.fingerprint = fingerprint
    self.isNew = isNew
    self.suppression = suppression
    self.policy = policy
    self.app = app
    self.component = component
    self.process = process
    self.event = event
    self.evidence = evidence
    self.why = why
    self.tags = tags
    self.remedy = remedy
  }
}
