import Events
internal import JSON
internal import Text

/// The rules of a run: the enabled alerts of the policy and any other raised alert.
struct SARIFRules {
  private(set) var written: [[UInt8]] = []
  private(set) var bytes = 0
  private(set) var places: [SourcePlace?] = []
  private var indexes: [String: Int] = [:]

  init(_ alerts: [AlertText]) {
    for alert in alerts where indexes[alert.id] == nil { add(alert) }
  }

  /// Finds an alert's rule; adds one when the run has none.
  mutating func index(of alert: Alert) -> Int {
    if let index = indexes[alert.id] { return index }
    add(AlertText(raised: alert))
    return written.count - 1
  }

  private mutating func add(_ alert: AlertText) {
    let rule = JSONWriter.value { $0.object { $0.rule(alert) } }
    indexes[alert.id] = written.count
    places.append(alert.place)
    written.append(rule)
    bytes += rule.count
  }

  /// The id in rules and results.
  static func id(_ id: String) -> String { id.isEmpty ? "unnamed" : safeText(id, limit: 200) }
}

extension JSONWriter {
  fileprivate mutating func rule(_ alert: AlertText) {
    let id = SARIFRules.id(alert.id)
    // GitHub rejects a file with an empty text.
    let title = alert.title.isEmpty ? id : safeText(alert.title, limit: 200)
    let description =
      alert.description.isEmpty ? title : safeText(alert.description, limit: 1_000)
    member("id", id)
    member("name", Self.pascalCase(id))
    message("shortDescription", title)
    message("fullDescription", description)
    member("help") { help in
      help.object {
        $0.member("text", Self.help(alert, id, description))
        $0.member("markdown", Self.markdown(alert, id, description))
      }
    }
    member("defaultConfiguration") { $0.object { $0.member("level", alert.priority.sarifLevel) } }
    member("properties") { properties in
      properties.object {
        $0.member("security-severity", alert.priority.securitySeverity)
        $0.member("precision", alert.priority.precision)
        $0.member("priority", alert.priority.name)
        $0.member("attackVersion", alert.tags.attackVersion.map { safeText($0, limit: 20) })
        $0.member("tags") { $0.texts(Self.tags(alert)) }
      }
    }
  }

  /// The searchable tags on GitHub; weaknesses in its spelling, `external/cwe/cwe-078`.
  private static func tags(_ alert: AlertText) -> [String] {
    let weaknesses = alert.tags.cwe.map { name in
      let number = name.split(separator: "-").last.map(String.init) ?? name
      return "external/cwe/cwe-" + String(repeating: "0", count: max(0, 3 - number.utf8.count))
        + safeText(number, limit: 40)
    }
    let attack = alert.tags.attack.map { safeText($0, limit: 40) }
    var seen: Set<String> = []
    let tags = ["security", alert.category.rawValue] + attack + weaknesses
    return Array(tags.filter { seen.insert($0).inserted }.prefix(SARIFLimits.tags))
  }

  /// Converts `network-tor` to `NetworkTor`, since the name must differ from the id (3.49.7).
  private static func pascalCase(_ id: String) -> String {
    id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private static func help(_ alert: AlertText, _ id: String, _ description: String) -> String {
    var paragraphs = [description]
    func add(_ label: String, _ text: String) {
      if !text.isEmpty { paragraphs.append(label + ": " + safeText(text, limit: 1_000)) }
    }
    add("Raised when", alert.trigger)
    if let incident = alert.incident {
      add("Incident", "\(incident.text) (\(incident.date), \(incident.reference))")
    }
    add("Fix", alert.remedy)
    paragraphs.append("Details: dftrace alerts explain " + id)
    return unlinked(paragraphs.joined(separator: "\n\n"))
  }

  private static func markdown(_ alert: AlertText, _ id: String, _ description: String) -> String {
    // Each paragraph begins with a label, so that no text starts a list, a heading or code.
    var paragraphs = ["**Meaning.** " + markdownText(description)]
    func add(_ label: String, _ text: String, _ more: String = "") {
      guard !text.isEmpty else { return }
      paragraphs.append("**\(label).** " + markdownText(safeText(text, limit: 1_000)) + more)
    }
    add("Raised when", alert.trigger)
    if let incident = alert.incident {
      add(
        "Incident", incident.text,
        " (" + markdownText(safeText(incident.date, limit: 20)) + ", "
          + markdownLink(incident.reference) + ")")
    }
    add("Fix", alert.remedy)
    let command = id.contains("`") ? "" : " `dftrace alerts explain \(id)`"
    return paragraphs.joined(separator: "\n\n")
      + (command.isEmpty ? "" : "\n\n**Details.**" + command)
  }
}

/// Escapes the characters that have a meaning in Markdown (CommonMark 0.31, 2.4).
private func markdownText(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    if "\\`*_{}[]<>#|~&!".unicodeScalars.contains(scalar) { result += "\\" }
    result.unicodeScalars.append(scalar)
  }
  return result
}

/// Formats an HTTP(S) address as a link; any other text is escaped.
private func markdownLink(_ address: String) -> String {
  let isPlain = address.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3C && $0 != 0x3E }
  guard isPlain, address.hasPrefix("https://") || address.hasPrefix("http://"),
    address.utf8.count <= 1_000
  else { return markdownText(safeText(address, limit: 400)) }
  return "<\(address)>"
}
