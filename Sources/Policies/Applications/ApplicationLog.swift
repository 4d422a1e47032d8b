public import JSON
internal import Text

/// The last run of an application.
public struct SeenApplication: Equatable, Sendable {
  /// Its name.
  public var name: String
  /// The policy of the run.
  public var policy: String
  /// Time of the run, in seconds since 1970-01-01T00:00:00Z.
  public var time: Int64
  /// The verdict: `passed`, `failed` (an alert reached the threshold) or `error` (dftrace failed).
  public var verdict: String
  /// The exit status of dftrace; nil when it ended by the command's signal.
  public var status: Int32?

  /// Describes a run.
  public init(name: String, policy: String, time: Int64, verdict: String, status: Int32?) {
    self.name = name
    self.policy = policy
    self.time = time
    self.verdict = verdict
    self.status = status
  }
}

/// The content of `apps.json`: the last run of each of the most recent applications.
///
/// Each application takes one line, so that a run can replace its line without parsing the others.
public struct ApplicationLog: Equatable, Sendable {
  /// Capacity in applications.
  public static let limit = 1000
  /// Number of most recent applications kept at capacity. Lower than the limit, since finding the
  /// oldest requires parsing all.
  static let kept = 900
  /// Maximum length of a name; longer ones are shortened, since they come from the command line.
  private static let longestName = 200

  private static let head = "{\n  \"schemaVersion\": 1,\n  \"apps\": {"
  private static let tail = "\n  }\n}\n"

  /// The applications by name.
  public private(set) var applications: [String: SeenApplication] = [:]

  /// A log without entries.
  public init() {}

  /// Reads the text of `apps.json`.
  public init(_ bytes: [UInt8], file: String) throws(DocumentError) {
    var problems = ProblemList(file: file)
    let keys = ["schemaVersion", "apps"]
    if let root = JSONReader.read(bytes, &problems),
      let reader = ObjectReader(root, "the list of applications", keys: keys, &problems)
    {
      PolicyReader.checkVersion(reader, &problems)
      for member in reader.named("apps", &problems) {
        applications[member.key] = SeenApplication(member, &problems)
      }
    }
    guard problems.problems.isEmpty else { throw DocumentError(problems.problems) }
  }

  /// Stores a run, and deletes the oldest ones at capacity.
  public mutating func note(_ application: SeenApplication) {
    var application = application
    application.name = Self.key(application.name)
    applications[application.name] = application
    guard applications.count > Self.limit else { return }
    let latest = applications.values.sorted { ($1.time, $1.name) < ($0.time, $0.name) }
    for old in latest.dropFirst(Self.kept) { applications[old.name] = nil }
  }

  /// Deletes an application.
  ///
  /// - Returns: whether it was known.
  public mutating func forget(_ name: String) -> Bool {
    applications.removeValue(forKey: Self.key(name)) != nil
  }

  /// The shortened name of an application.
  public static func key(_ name: String) -> String { String(name.prefix(longestName)) }

  /// The text of `apps.json`.
  public var bytes: [UInt8] {
    let lines = applications.values.sorted { $0.name < $1.name }.map(\.line)
    return Array((Self.head + lines.joined(separator: ",") + Self.tail).utf8)
  }

  /// The text with the line of an application replaced or added, without parsing the others. Nil at
  /// capacity or when the text has another form; then the whole text must be parsed.
  public static func noting(_ application: SeenApplication, in bytes: [UInt8]) -> [UInt8]? {
    var application = application
    application.name = key(application.name)
    guard bytes.starts(with: head.utf8), bytes.suffix(tail.utf8.count).elementsEqual(tail.utf8)
    else { return nil }
    let begin = Array(application.lineStart.utf8)
    guard let start = find(begin, in: bytes) else { return adding(application, to: bytes) }
    guard let end = bytes[(start + begin.count)...].firstIndex(of: 0x0A) else { return nil }
    let comma: [UInt8] = bytes[end - 1] == UInt8(ascii: ",") ? [UInt8(ascii: ",")] : []
    var changed: [UInt8] = []
    changed.reserveCapacity(bytes.count + 100)
    changed += bytes[..<start]
    changed += application.line.utf8
    changed += comma
    changed += bytes[end...]
    return changed
  }

  /// The text with one more line at its end.
  private static func adding(_ application: SeenApplication, to bytes: [UInt8]) -> [UInt8]? {
    let lines = bytes.dropFirst(head.utf8.count).dropLast(tail.utf8.count)
    // Each line begins with its line feed.
    guard lines.count(where: { $0 == 0x0A }) < limit else { return nil }
    let comma = lines.isEmpty ? "" : ","
    return Array(head.utf8) + lines + Array((comma + application.line + tail).utf8)
  }

  /// The index of the line with a prefix; searches line feeds, which is fast.
  private static func find(_ begin: [UInt8], in bytes: [UInt8]) -> Int? {
    var place = head.utf8.count
    while place + begin.count < bytes.count {
      if bytes[place..<(place + begin.count)].elementsEqual(begin) { return place }
      guard let next = bytes[(place + 1)...].firstIndex(of: 0x0A) else { return nil }
      place = next
    }
    return nil
  }
}

extension SeenApplication {
  /// The beginning of its line in the file.
  fileprivate var lineStart: String { "\n    " + JSONTree.quote(name) + ": {" }

  fileprivate var line: String {
    var tree = JSONTree.object([
      .init("policy", .text(policy)), .init("time", .number(String(time))),
      .init("verdict", .text(verdict)),
    ])
    if let status { tree["status"] = .number(String(status)) }
    return "\n    " + JSONTree.quote(name) + ": " + tree.line
  }

  fileprivate init?(_ member: JSONMember, _ problems: inout ProblemList) {
    let keys = ["policy", "time", "verdict", "status"]
    guard let reader = ObjectReader(member.value, "an application", keys: keys, &problems) else {
      return nil
    }
    func number(_ key: String) -> Int64? {
      guard let member = reader.member(key) else { return nil }
      if case .number(let number) = member.value.value, let value = number.integer { return value }
      problems.add(
        member.value.place, "expected a whole number as \(quoted(key)), found \(member.value.kind)")
      return nil
    }
    let policy = reader.requiredText("policy", &problems)
    let verdict = reader.requiredText("verdict", &problems)
    _ = reader.required("time", &problems)
    let time = number("time")
    let status = number("status").flatMap { Int32(exactly: $0) }
    guard let policy, let verdict, let time else { return nil }
    self.init(
      name: member.key, policy: policy.text, time: time, verdict: verdict.text, status: status)
  }
}
