internal import Events
public import JSON
internal import Text

// Differences as text and JSON.
extension PolicyDifference {
  /// The difference as text.
  public var lines: [String] {
    guard failOn != nil || ioUring != nil || !alerts.isEmpty else {
      return ["\(names.from) and \(names.to) have the same settings."]
    }
    var lines: [String] = []
    if let failOn { lines.append("failOn: \(failOn.from.name) → \(failOn.to.name)") }
    if let ioUring {
      lines.append("ioUring: \(ioUring.from.rawValue) → \(ioUring.to.rawValue)")
    }
    for alert in alerts {
      lines.append(alert.id)
      lines += alert.lines.map { "  " + $0 }
    }
    return lines
  }

  /// The difference as JSON.
  public var tree: JSONTree {
    var root = JSONTree.object([
      .init("schemaVersion", .number("1")), .init("from", .text(names.from)),
      .init("to", .text(names.to)),
    ])
    if let failOn { root["failOn"] = .pair(.text(failOn.from.name), .text(failOn.to.name)) }
    if let ioUring {
      root["ioUring"] = .pair(.text(ioUring.from.rawValue), .text(ioUring.to.rawValue))
    }
    root["alerts"] = .array(alerts.map(\.tree))
    return root
  }
}

extension PolicyDifference.AlertChange {
  fileprivate var lines: [String] {
    var lines: [String] = []
    switch presence {
    case .added: lines.append("+ custom alert")
    case .removed: lines.append("- custom alert")
    case .both: break
    }
    if let enabled { lines.append(enabled.to ? "enabled: off → on" : "enabled: on → off") }
    if let priority { lines.append("priority: \(priority.from.name) → \(priority.to.name)") }
    if let condition {
      lines += [
        "- condition: \(visibleText(condition.from))", "+ condition: \(visibleText(condition.to))",
      ]
    }
    if !texts.isEmpty { lines.append("changed texts: " + texts.joined(separator: ", ")) }
    for (name, change) in criteria {
      switch change {
      case .items(let added, let removed):
        lines += removed.map { "\(name): - \(visibleText($0))" }
        lines += added.map { "\(name): + \(visibleText($0))" }
      case .value(let from, let to):
        lines.append("\(name): \(visibleText(from)) → \(visibleText(to))")
      }
    }
    lines += exceptionsRemoved.map { "- exception: \($0.words)" }
    lines += exceptionsAdded.map { "+ exception: \($0.words)" }
    for change in exceptionsChanged {
      lines += ["- exception: \(change.from.words)", "+ exception: \(change.to.words)"]
    }
    return lines
  }

  fileprivate var tree: JSONTree {
    var root = JSONTree.object([.init("id", .text(id))])
    if presence != .both { root["custom"] = .text(presence.rawValue) }
    if let enabled { root["enabled"] = .pair(.boolean(enabled.from), .boolean(enabled.to)) }
    if let priority {
      root["priority"] = .pair(.text(priority.from.name), .text(priority.to.name))
    }
    if let condition { root["condition"] = .pair(.text(condition.from), .text(condition.to)) }
    if !texts.isEmpty { root["texts"] = .texts(texts) }
    if !criteria.isEmpty {
      root["criteria"] = .object(criteria.map { .init($0.name, $0.change.tree) })
    }
    if !exceptionsAdded.isEmpty {
      root["exceptionsAdded"] = .array(exceptionsAdded.map { JSONTree(exception: $0) })
    }
    if !exceptionsRemoved.isEmpty {
      root["exceptionsRemoved"] = .array(exceptionsRemoved.map { JSONTree(exception: $0) })
    }
    if !exceptionsChanged.isEmpty {
      root["exceptionsChanged"] = .array(
        exceptionsChanged.map { .pair(JSONTree(exception: $0.from), JSONTree(exception: $0.to)) })
    }
    return root
  }
}

extension PolicyDifference.CriterionChange {
  fileprivate var tree: JSONTree {
    switch self {
    case .items(let added, let removed):
      .object([.init("added", .texts(added)), .init("removed", .texts(removed))])
    case .value(let from, let to): .pair(.text(from), .text(to))
    }
  }
}

extension JSONTree {
  fileprivate static func pair(_ from: JSONTree, _ to: JSONTree) -> JSONTree {
    .object([.init("from", from), .init("to", to)])
  }
}

extension PolicyException {
  /// Formats the exception as one line.
  var words: String {
    var text = "\(visibleText(when.text)) (\(visibleText(reason))"
    if let expires { text += isExpired ? ", expired \(expires)" : ", until \(expires)" }
    if let owner { text += ", \(visibleText(owner))" }
    return text + ")"
  }
}
