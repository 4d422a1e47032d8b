public import Detection
public import Events
public import JSON
internal import Text

/// A baseline: known alerts that do not fail a run. The file belongs under version control; it has
/// one alert a line, sorted, so that reviewers see which alerts a change accepts.
public struct Baseline: Equatable, Sendable {
  /// The alerts, sorted by id, program, object and fingerprint, each fingerprint once.
  public let alerts: [KnownAlert]

  /// The version of the fingerprints; a file without one has version 1.
  public let fingerprintVersion: Int

  /// Creates a baseline from alerts.
  public init(
    _ alerts: some Sequence<KnownAlert>, fingerprintVersion: Int = Fingerprint.version
  ) {
    self.fingerprintVersion = fingerprintVersion
    var seen: Set<String> = []
    self.alerts = alerts.sorted { a, b in
      (a.id, a.program, a.object, a.outcome.rawValue, a.fingerprint)
        < (b.id, b.program, b.object, b.outcome.rawValue, b.fingerprint)
    }.filter { seen.insert($0.fingerprint).inserted }
  }

  /// Reads a baseline's text.
  ///
  /// - Throws: all errors with their places, since a malformed file must not count as empty.
  public init(_ bytes: [UInt8], file: String) throws(DocumentError) {
    var problems = ProblemList(file: file)
    var alerts: [KnownAlert] = []
    var version: Int64?
    let keys = ["$schema", "schemaVersion", "fingerprintVersion", "alerts"]
    if let root = JSONReader.read(bytes, &problems),
      let reader = ObjectReader(root, "a baseline", keys: keys, &problems)
    {
      _ = reader.required("schemaVersion", &problems)
      PolicyReader.checkVersion(reader, &problems)
      version = Self.version(reader, &problems)
      _ = reader.required("alerts", &problems)
      alerts = reader.array("alerts", &problems).compactMap { Self.alert($0, &problems) }
    }
    guard problems.problems.isEmpty else { throw DocumentError(problems.problems) }
    self.init(alerts, fingerprintVersion: version.map { Int($0) } ?? 1)
  }

  /// What a run compares its alerts with.
  public var accepted: AcceptedAlerts {
    AcceptedAlerts(alerts, fingerprintVersion: fingerprintVersion)
  }

  private static func version(_ reader: ObjectReader, _ problems: inout ProblemList) -> Int64? {
    guard let node = reader.member("fingerprintVersion")?.value else { return nil }
    if case .number(let number) = node.value, let version = number.integer,
      (0...Int64(Fingerprint.version)).contains(version)
    {
      return version
    }
    var message =
      "expected 0 to \(Fingerprint.version) as \"fingerprintVersion\", found \(node.kind)"
    if case .number(let number) = node.value, let version = number.integer,
      version > Fingerprint.version
    {
      message += "; a newer dftrace may have written the file"
    }
    problems.add(node.place, message)
    return nil
  }

  private static func alert(_ node: JSONNode, _ problems: inout ProblemList) -> KnownAlert? {
    let keys = ["id", "program", "object", "outcome", "fingerprint"]
    guard let reader = ObjectReader(node, "an alert of a baseline", keys: keys, &problems) else {
      return nil
    }
    let id = reader.requiredText("id", &problems)
    let fingerprint = reader.requiredText("fingerprint", &problems)
    let program = reader.text("program", &problems)
    let object = reader.text("object", &problems)
    let outcome = reader.text("outcome", &problems)
    if let outcome, outcome.text != Outcome.refused.rawValue {
      problems.add(
        outcome.start, "expected \"refused\" as \"outcome\", found \(quoted(outcome.text))")
    }
    guard let id, let fingerprint else { return nil }
    let isHex = fingerprint.text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
    guard isHex, fingerprint.text.utf8.count == 16 else {
      problems.add(
        fingerprint.start,
        "expected sixteen hexadecimal digits as \"fingerprint\", as alerts have them, found "
          + quoted(fingerprint.text))
      return nil
    }
    return KnownAlert(
      fingerprint: fingerprint.text, id: id.text, program: program?.text ?? "",
      object: object?.text ?? "", outcome: outcome == nil ? .done : .refused)
  }

  /// The file's text.
  public var bytes: [UInt8] {
    let lines = alerts.map { alert in
      var tree = JSONTree.object([.init("id", .text(alert.id))])
      if !alert.program.isEmpty { tree["program"] = .text(alert.program) }
      if !alert.object.isEmpty { tree["object"] = .text(alert.object) }
      if alert.outcome != .done { tree["outcome"] = .text(alert.outcome.rawValue) }
      tree["fingerprint"] = .text(alert.fingerprint)
      return "\n    " + tree.line
    }
    let end = lines.isEmpty ? "]\n}\n" : "\n  ]\n}\n"
    let head =
      "{\n  \"schemaVersion\": 1,\n  \"fingerprintVersion\": \(fingerprintVersion),\n  \"alerts\": ["
    return Array((head + lines.joined(separator: ",") + end).utf8)
  }
}
