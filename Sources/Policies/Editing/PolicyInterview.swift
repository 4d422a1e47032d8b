internal import Events
internal import JSON
internal import Rules
internal import Text

/// The questions of `policy new`, one by one, each with a default.
public struct PolicyInterview {
  private let store: PolicyStore
  /// Asks a question and returns the answer; nil at the end of input.
  private let ask: (String) -> String?
  /// Prints the error of an answer.
  private let tell: (String) -> Void

  /// Creates an interview.
  public init(
    _ store: PolicyStore, ask: @escaping (String) -> String?, tell: @escaping (String) -> Void
  ) {
    self.store = store
    self.ask = ask
    self.tell = tell
  }

  /// Asks all questions.
  ///
  /// - Returns: the parent and the changes to it; nil at the end of input.
  public func run() -> (extends: String, edits: [PolicyEdit])? {
    guard let (extends, parent) = askForParent(),
      let description = answer("Description? []", { .success($0) }),
      let threshold = askForThreshold(parent)
    else { return nil }
    var edits: [PolicyEdit] = description.isEmpty ? [] : [.description(description)]
    if threshold != parent.failOn { edits.append(.failOn(threshold)) }
    for category in Category.allCases {
      guard let found = askForAlerts(category, parent) else { return nil }
      edits += found
    }
    guard let countries = askForCountries(parent) else { return nil }
    return (extends, edits + countries)
  }

  /// Repeats a question until the answer is valid.
  private func answer<Value>(
    _ question: String, _ read: (String) -> Result<Value, EditMistake>
  ) -> Value? {
    while let text = ask(question + " ") {
      switch read(String(text[...].trimmingBlanks)) {
      case .success(let value): return value
      case .failure(let mistake): tell(visibleText(mistake.description))
      }
    }
    return nil
  }

  private func askForParent() -> (String, ResolvedPolicy)? {
    let known = store.builtInNames + store.savedNames
    let usual = store.builtInDefault
    let question = "Parent policy: \(known.joined(separator: ", "))? [\(usual)]"
    return answer(question) { text in
      let name = text.isEmpty ? usual : text
      do throws(DocumentError) { return .success((name, try store.load(name))) } catch {
        return .failure(EditMistake(error.description))
      }
    }
  }

  private func askForThreshold(_ parent: ResolvedPolicy) -> FailThreshold? {
    let usual = parent.failOn
    return answer("Lowest priority that fails a run: P1 to P4, or never? [\(usual.name)]") {
      text in
      if text.isEmpty { return .success(usual) }
      let name = text.lowercased() == "never" ? "never" : text.uppercased()
      if let threshold = FailThreshold(name: name) { return .success(threshold) }
      return .failure(EditMistake("expected P1, P2, P3, P4 or never, found \(quoted(text))"))
    }
  }

  private func askForAlerts(_ category: Category, _ parent: ResolvedPolicy) -> [PolicyEdit]? {
    let alerts = parent.allAlerts.filter { $0.definition.category == category }
    guard !alerts.isEmpty else { return [] }
    let on = alerts.count { $0.isEnabled }
    let question =
      "\(category.rawValue): \(on) of \(alerts.count) alerts are on; "
      + "turn all on, all off, or keep: on, off, keep? [keep]"
    return answer(question) { text in
      switch text.lowercased() {
      case "", "keep": return .success([])
      case "on", "off":
        let isOn = text.lowercased() == "on"
        return .success(
          alerts.filter { $0.isEnabled != isOn }.map { .enable($0.definition.id, isOn) })
      default:
        return .failure(EditMistake("expected on, off or keep, found \(quoted(text))"))
      }
    }
  }

  private func askForCountries(_ parent: ResolvedPolicy) -> [PolicyEdit]? {
    // The alert with a list of countries; the catalogue has one.
    let found = parent.allAlerts.lazy.compactMap { alert in
      alert.definition.criteria.first { $0.type == .countries }.map { (alert, $0.name) }
    }.first
    guard let (alert, name) = found, let usual = alert.criteria[name] else { return [] }
    let id = alert.definition.id
    let question = "Restricted countries, as ISO 3166 codes? [\(usual.words)]"
    return answer(question) { text in
      if text.isEmpty { return .success([]) }
      let codes = text.split { $0 == "," || $0.isWhitespace }.map { $0.uppercased() }
      let value = text.lowercased() == "none" ? "" : codes.joined(separator: ",")
      switch CriterionType.countries.parse(value) {
      case .failure(let mistake): return .failure(mistake)
      case .success:
        return .success([
          .enable(id, true),
          .criterion(alert: id, name: name, value: value),
        ])
      }
    }
  }
}
