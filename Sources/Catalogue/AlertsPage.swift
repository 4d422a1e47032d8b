internal import Events
internal import Policies
internal import Rules

extension Catalogue {
  /// Generates the Markdown page of the built-in alerts, one section per alert.
  ///
  /// Docs/reference/alerts.md is this text; a test fails when it is stale.
  public static func alertsPage() -> String {
    var lines = [
      "# The built-in alerts",
      "",
      "<!-- Generated from Sources/Catalogue/Data by the tests; change it there. -->",
      "",
      "The policy determines whether an alert is enabled, and its priority.",
      "`dftrace alerts explain ALERT` prints a section of this page.",
      "",
      "| alert | title |",
      "|---|---|",
    ]
    lines += definitions.map { "| [`\($0.id)`](#\($0.id)) | \($0.title) |" }
    for definition in definitions { lines += section(definition) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func section(_ alert: AlertDefinition) -> [String] {
    var lines = ["", "## \(alert.id)", "", "**\(alert.title).** \(alert.description)", ""]
    lines += ["**Raised when.** \(alert.trigger)", ""]
    lines += ["```text", alert.condition, "```", ""]
    lines += criteria(alert)
    if let example = alert.example {
      lines += ["**Seen.** \(example.text) (\(example.date), <\(example.reference)>)", ""]
    }
    lines += ["**What to do.** \(alert.remedy)", ""]
    let version = alert.tags.attackVersion.map { " (ATT&CK \($0))" } ?? ""
    let attack = alert.tags.attack.map(attackLink).joined(separator: ", ")
    let tags = (attack.isEmpty ? [] : [attack + version]) + alert.tags.cwe.map(weaknessLink)
    if !tags.isEmpty { lines += ["**Known as.** \(tags.joined(separator: ", "))", ""] }
    lines += ["Raised by: \(names(alert.firesOn))", ""]
    lines += ["Not raised by: \(names(alert.silentOn))"]
    return lines
  }

  private static func criteria(_ alert: AlertDefinition) -> [String] {
    guard !alert.criteria.isEmpty else { return [] }
    var lines = ["| criterion | type | meaning | default |", "|---|---|---|---|"]
    for item in alert.criteria {
      let value = text(item.defaultValue)
      lines.append("| `\(item.name)` | \(item.type.rawValue) | \(item.meaning) | \(value) |")
    }
    return lines + [""]
  }

  private static func names(_ events: [ExampleEvent]) -> String {
    events.map(\.name).joined(separator: "; ") + "."
  }

  private static func text(_ value: CriterionValue) -> String {
    switch value {
    case .text(let text): "`\(text)`"
    case .number(let number): "`\(number)`"
    case .boolean(let flag): "`\(flag)`"
    case .list(let items): items.map(text).joined(separator: ", ")
    }
  }

  /// ATT&CK's pages have a sub-technique below its technique.
  private static func attackLink(_ id: String) -> String {
    let path = id.split(separator: ".").joined(separator: "/")
    return "[\(id)](https://attack.mitre.org/techniques/\(path)/)"
  }

  private static func weaknessLink(_ id: String) -> String {
    "[\(id)](https://cwe.mitre.org/data/definitions/\(id.dropFirst("CWE-".count)).html)"
  }
}
