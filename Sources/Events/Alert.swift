/// A named value of evidence or of an event's arguments.
public struct NamedValue: Equatable, Sendable {
  /// Its name.
  public let name: String
  /// Its value.
  public let value: Value

  /// A value with its type, which outputs preserve.
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

  /// Creates a named value.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// A check of a condition that matched, and the value that matched it.
public struct Reason: Equatable, Sendable {
  /// The check as written in the policy, with `$criterion` unexpanded.
  public let check: String
  /// The value of the field.
  public let value: String

  /// Creates a reason.
  public init(check: String, value: String) {
    self.check = check
    self.value = value
  }
}

/// The process of an alert.
public struct AlertProcess: Equatable, Sendable {
  /// An ancestor process in this run.
  public struct Ancestor: Equatable, Sendable {
    /// The process id.
    public let pid: Int32
    /// The executable.
    public let exe: String

    /// Creates an ancestor.
    public init(pid: Int32, exe: String) {
      self.pid = pid
      self.exe = exe
    }
  }

  /// Process id in dftrace's own pid namespace.
  public var pid: Int32
  /// Parent's process id.
  public var ppid: Int32
  /// The path of the executable that the kernel runs, not `argv[0]`.
  public var exe: String
  /// The argument vector at the execution, limited in length.
  public var argv: [String]
  /// Working directory.
  public var cwd: String
  /// Real user id.
  public var uid: UInt32
  /// Effective user id.
  public var euid: UInt32
  /// The ancestors, from the parent to the traced command.
  public var ancestors: [Ancestor]

  /// Creates the facts of a process.
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

/// The event of an alert.
public struct AlertEvent: Equatable, Sendable {
  /// The name of the syscall.
  public var type: String
  /// The return value of the syscall, a negative errno included; nil if unknown.
  public var result: Int64?
  /// The name of the error; nil without an error.
  public var errno: String?
  /// How reliable the facts are.
  public var level: EvidenceLevel
  /// The decoded arguments.
  public var arguments: [NamedValue]

  /// Creates the facts of an event.
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

/// Ids of a behaviour in public taxonomies.
public struct AlertTags: Equatable, Sendable {
  /// MITRE ATT&CK technique ids.
  public var attack: [String]
  /// The release of ATT&CK that defines the techniques, such as `18.1`; nil if unspecified.
  public var attackVersion: String?
  /// CWE ids, such as `CWE-78`.
  public var cwe: [String]

  /// Creates the ids.
  public init(attack: [String] = [], attackVersion: String? = nil, cwe: [String] = []) {
    self.attack = attack
    self.attackVersion = attackVersion
    self.cwe = cwe
  }
}

/// An alert: a risky action of a traced process.
public struct Alert: Equatable, Sendable {
  /// The alert's id in the catalogue or the policy.
  public var id: String
  /// The priority under the policy.
  public var priority: Priority
  /// The category.
  public var category: Category
  /// The alert's title.
  public var title: String
  /// One sentence with the facts of this occurrence.
  public var message: String
  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public var time: Int64
  /// Number of occurrences so far; 1 when first reported.
  public var count: Int
  /// The fingerprint, stable from run to run: without process ids, ephemeral ports, temporary names
  /// or checkout paths.
  public var fingerprint: String
  /// Whether the baseline does not contain it.
  public var isNew: Bool
  /// The reason of the exception that suppresses it; nil if it is not suppressed.
  public var suppression: String?
  /// The policy in force.
  public var policy: String
  /// The application's name.
  public var app: String
  /// The component's name; nil without one.
  public var component: String?
  /// The process.
  public var process: AlertProcess
  /// The event.
  public var event: AlertEvent
  /// Facts besides the arguments: the country of an address, the writer of a file.
  public var evidence: [NamedValue]
  /// The checks that matched.
  public var why: [Reason]
  /// Ids of the behaviour in public taxonomies.
  public var tags: AlertTags
  /// How to fix the cause.
  public var remedy: String
  /// The object of the action: a file, an address.
  public var object = ""
  /// What became of the attempt.
  public var outcome = Outcome.done
  /// The weaker alerts of the same syscall, the most urgent first. They are not raised themselves.
  public var related: [KnownAlert] = []
  /// The other parts of the fingerprint, for a baseline; nil for an alert without a run.
  public var known: KnownAlert?
  /// The exception that would suppress exactly this alert: same program, same object.
  public var exception: ExceptionFacts?

  /// Creates an alert.
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
