public import Events
internal import Secrets

/// Replaces values that look like credentials by `‹redacted›`, in every output by default.
///
/// Prefers false positives: a value is replaced when its name or its form is that of a credential,
/// even if it is not valid. Linear time in the length of the text.
public struct Redactor: Sendable {
  /// The replacement of a credential.
  public static let mark = "‹redacted›"

  /// Maximum number of secrets of one argument vector that are searched elsewhere in the alert.
  private static let rememberedLimit = 16
  /// Minimum length of a secret to search: `mysql -ptest` must not redact every "test".
  private static let rememberedMinimum = 6

  /// Creates a redactor.
  public init() {}

  /// Redacts a text, such as a sentence, a path or a script, but not a single argument.
  public func redact(_ text: String) -> String {
    redact(text, knowing: [])
  }

  /// Redacts an argument vector, where the value of `--token` may be the next argument.
  public func redact(_ arguments: [String]) -> [String] {
    scan(arguments).arguments
  }

  /// Redacts an alert: arguments, message, evidence, reasons.
  ///
  /// Secrets in the arguments are redacted everywhere in the alert, for example in a message that
  /// quotes them.
  public func redact(_ alert: Alert) -> Alert {
    var alert = alert
    let scanned = scan(alert.process.argv)
    func hide(_ text: String) -> String { redact(text, knowing: scanned.secrets) }
    func hide(_ values: [NamedValue]) -> [NamedValue] {
      values.map { value in
        guard case .text(let text) = value.value else { return value }
        return NamedValue(value.name, .text(hide(text)))
      }
    }
    alert.process.argv = scanned.arguments
    alert.process.cwd = hide(alert.process.cwd)
    alert.process.exe = hide(alert.process.exe)
    alert.message = hide(alert.message)
    alert.object = hide(alert.object)
    func hide(_ alert: KnownAlert) -> KnownAlert {
      KnownAlert(
        fingerprint: alert.fingerprint, id: alert.id, program: hide(alert.program),
        object: hide(alert.object), outcome: alert.outcome)
    }
    alert.known = alert.known.map(hide)
    alert.related = alert.related.map(hide)
    alert.event.arguments = hide(alert.event.arguments)
    alert.evidence = hide(alert.evidence)
    alert.why = alert.why.map { Reason(check: $0.check, value: hide($0.value)) }
    // A redacted condition would suppress nothing, so the exception is omitted.
    if let condition = alert.exception?.condition { alert.exception?.condition = hide(condition) }
    return alert
  }

  /// Redacts the facts of a run before its start: the command and the working directory.
  public func redact(_ start: RunStart) -> RunStart {
    var start = start
    let scanned = scan(start.command)
    start.command = scanned.arguments
    start.workingDirectory = start.workingDirectory.map { redact($0, knowing: scanned.secrets) }
    return start
  }

  /// Redacts a summary: the command, the inventory, the blind spots.
  public func redact(_ summary: Summary) -> Summary {
    var summary = summary
    let scanned = scan(summary.command)
    summary.command = scanned.arguments
    summary.inventory = redact(summary.inventory, knowing: scanned.secrets)
    for index in summary.processTree.indices {
      let scanned = scan(summary.processTree[index].argv)
      summary.processTree[index].argv = scanned.arguments
      let exe = summary.processTree[index].exe
      summary.processTree[index].exe = redact(exe, knowing: scanned.secrets)
    }
    for index in summary.unusedExceptions.indices {
      let condition = summary.unusedExceptions[index].condition
      summary.unusedExceptions[index].condition = redact(condition, knowing: scanned.secrets)
    }
    summary.blindSpots = summary.blindSpots.map {
      BlindSpot(
        id: $0.id, message: redact($0.message, knowing: scanned.secrets), count: $0.count)
    }
    return summary
  }

  /// Redacts the inventory of a run.
  public func redact(_ inventory: Inventory) -> Inventory { redact(inventory, knowing: []) }

  private func redact(_ inventory: Inventory, knowing secrets: [[UInt8]]) -> Inventory {
    func hide(_ items: [InventoryItem]) -> [InventoryItem] {
      items.map {
        InventoryItem(
          name: redact($0.name, knowing: secrets), country: $0.country,
          hosts: $0.hosts.map { redact($0, knowing: secrets) }, count: $0.count)
      }
    }
    var inventory = inventory
    inventory.programs = hide(inventory.programs)
    inventory.destinations = hide(inventory.destinations)
    inventory.listeners = hide(inventory.listeners)
    inventory.libraries = hide(inventory.libraries)
    inventory.directoriesWritten = hide(inventory.directoriesWritten)
    return inventory
  }

  private func scan(_ arguments: [String]) -> (arguments: [String], secrets: [[UInt8]]) {
    var scanner = SecretScanner()
    var secrets: Set<[UInt8]> = []
    var isScript = false
    let redacted = arguments.map { argument in
      let bytes = Array(argument.utf8)
      let ranges = scanner.secrets(in: bytes, isArgument: !isScript)
      isScript = SecretScanner.precedesScript(bytes)
      for range in ranges where range.count >= Self.rememberedMinimum {
        secrets.insert(Array(bytes[range]))
      }
      return ranges.isEmpty ? argument : Self.replacing(ranges, in: bytes)
    }
    let longestFirst = secrets.sorted { $0.count > $1.count }
    return (redacted, Array(longestFirst.prefix(Self.rememberedLimit)))
  }

  private func redact(_ text: String, knowing secrets: [[UInt8]]) -> String {
    var bytes = Array(text.utf8)
    for secret in secrets {
      let ranges = occurrences(of: secret, in: bytes)
      if !ranges.isEmpty { bytes = Array(Self.replacing(ranges, in: bytes).utf8) }
    }
    var scanner = SecretScanner()
    let ranges = scanner.secrets(in: bytes, isArgument: false)
    return Self.replacing(ranges, in: bytes)
  }

  private static func replacing(_ ranges: [Range<Int>], in bytes: [UInt8]) -> String {
    var result: [UInt8] = []
    var copied = 0
    for range in ranges {
      result += bytes[copied..<range.lowerBound]
      result += mark.utf8
      copied = range.upperBound
    }
    result += bytes[copied...]
    return String(decoding: result, as: UTF8.self)
  }
}

/// Finds all non-overlapping occurrences of a text in linear time (Knuth, Morris and Pratt, 1977).
func occurrences(of needle: [UInt8], in hay: [UInt8]) -> [Range<Int>] {
  guard !needle.isEmpty, needle.count <= hay.count else { return [] }
  // The failure function: the longest proper prefix that is also a suffix, for each prefix.
  var fallback = [0]
  var matched = 0
  for byte in needle.dropFirst() {
    while matched > 0, needle[matched] != byte { matched = fallback[matched - 1] }
    if needle[matched] == byte { matched += 1 }
    fallback.append(matched)
  }
  var ranges: [Range<Int>] = []
  matched = 0
  for (index, byte) in hay.enumerated() {
    while matched > 0, needle[matched] != byte { matched = fallback[matched - 1] }
    if needle[matched] == byte { matched += 1 }
    if matched == needle.count {
      ranges.append(index + 1 - needle.count..<index + 1)
      matched = 0
    }
  }
  return ranges
}
