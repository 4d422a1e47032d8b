internal import Events
internal import JSON
internal import Rules
internal import Text

/// Resolves a policy with its chain of parents and reports all errors.
struct PolicyResolver {
  let catalogue: [AlertDefinition]
  let origin: String
  private var alerts: [ResolvedAlert]
  private var problems: [DocumentProblem] = []
  private var failOn = FailThreshold.at(.p1)
  private var failOnOrigin = "dftrace"
  private var ioUring = IoUringRule.allow
  /// The places that set the resolved criteria.
  private var valuePlaces: [CriterionKey: (file: String, place: TextPlace)] = [:]

  private struct CriterionKey: Hashable {
    let alert: Int
    let name: String
  }

  init(catalogue: [AlertDefinition], origin: String) {
    self.catalogue = catalogue
    self.origin = origin
    alerts = catalogue.map {
      ResolvedAlert(
        definition: $0, isCustom: false, isEnabled: false, priority: .p4,
        criteria: Dictionary(uniqueKeysWithValues: $0.criteria.map { ($0.name, $0.defaultValue) }),
        exceptions: [], origins: .init(enabled: "catalogue", priority: "catalogue", criteria: [:]))
    }
  }

  /// Resolves a chain of policies.
  ///
  /// - Parameters:
  ///   - chain: the policy itself first, then its parent, and so on.
  ///   - names: the names in messages.
  mutating func resolve(
    _ chain: [PolicyText], names: [String], _ found: [DocumentProblem]
  ) throws(DocumentError) -> ResolvedPolicy {
    problems = found
    for policy in chain.reversed() { apply(policy) }
    let program = compile()
    guard problems.isEmpty, let program, let policy = chain.first, let name = names.first else {
      throw DocumentError(problems)
    }
    return ResolvedPolicy(
      name: name, description: policy.description, origin: origin,
      parents: Array(names.dropFirst()), failOn: failOn, ioUring: ioUring,
      failOnOrigin: failOnOrigin,
      allAlerts: alerts, program: program.active, expiredProgram: program.expired)
  }

  private mutating func add(_ policy: PolicyText, _ place: TextPlace?, _ message: String) {
    problems.append(DocumentProblem(file: policy.file, place: place, message: message))
  }

  private mutating func apply(_ policy: PolicyText) {
    if let rule = policy.ioUring { ioUring = rule }
    if let threshold = policy.failOn {
      failOn = threshold
      failOnOrigin = policy.name
    }
    for custom in policy.customs { add(custom, policy) }
    // Apply "*" before single alerts, in any order of the file.
    for entry in policy.entries where entry.id == "*" { applyToAll(entry, policy) }
    for entry in policy.entries where entry.id != "*" { apply(entry, policy) }
  }

  private mutating func add(_ custom: PolicyText.Custom, _ policy: PolicyText) {
    let definition = custom.definition
    guard !alerts.contains(where: { $0.definition.id == definition.id }) else {
      add(
        policy, custom.place,
        "duplicate alert \(quoted(definition.id)); expected another id")
      return
    }
    for member in custom.values {
      valuePlaces[CriterionKey(alert: alerts.count, name: member.key)] = (
        policy.file, member.value.place
      )
    }
    alerts.append(
      ResolvedAlert(
        definition: definition, isCustom: true, isEnabled: custom.isEnabled,
        priority: custom.priority,
        criteria: definition.criteria.reduce(into: [:]) { $0[$1.name] = $1.defaultValue },
        exceptions: [],
        origins: .init(enabled: policy.name, priority: policy.name, criteria: [:])))
  }

  private mutating func applyToAll(_ entry: PolicyText.Entry, _ policy: PolicyText) {
    for member in entry.criteria {
      add(policy, member.place, "a criterion belongs to one alert; expected none for \"*\"")
    }
    if !entry.exceptions.isEmpty {
      add(policy, entry.place, "an exception belongs to one alert; expected none for \"*\"")
    }
    for index in alerts.indices { set(entry, policy, index) }
  }

  private mutating func apply(_ entry: PolicyText.Entry, _ policy: PolicyText) {
    guard let index = alerts.firstIndex(where: { $0.definition.id == entry.id }) else {
      let guess = suggestion(for: entry.id, among: alerts.map(\.definition.id))
      let hint = guess.isEmpty ? "; `dftrace alerts list` lists all alerts" : guess
      add(policy, entry.place, "unknown alert \(quoted(entry.id))\(hint)")
      return
    }
    set(entry, policy, index)
    for member in entry.criteria { setCriterion(member, policy, index) }
    alerts[index].exceptions += entry.exceptions
  }

  private mutating func set(_ entry: PolicyText.Entry, _ policy: PolicyText, _ index: Int) {
    if let enabled = entry.enabled {
      alerts[index].isEnabled = enabled
      alerts[index].origins.enabled = policy.name
    }
    if let priority = entry.priority {
      alerts[index].priority = priority
      alerts[index].origins.priority = policy.name
    }
  }

  private mutating func setCriterion(
    _ member: JSONMember, _ policy: PolicyText, _ index: Int
  ) {
    let definition = alerts[index].definition
    guard let criterion = definition.criterion(named: member.key) else {
      let known = definition.criteria.map(\.name)
      let hint =
        known.isEmpty
        ? "; it has none"
        : "; expected \(alternatives(known))" + suggestion(for: member.key, among: known)
      add(
        policy, member.place,
        "unknown criterion \(quoted(member.key)) of \(quoted(definition.id))\(hint)")
      return
    }
    var list = ProblemList(file: policy.file)
    let value =
      alerts[index].isCustom
      ? CriterionValue.read(member.value, &list) : criterion.type.read(member.value, &list)
    problems += list.problems
    guard let value else { return }
    alerts[index].criteria[member.key] = value
    alerts[index].origins.criteria[member.key] = policy.name
    valuePlaces[CriterionKey(alert: index, name: member.key)] = (policy.file, member.value.place)
  }

  /// Compiles enabled alerts and checks disabled ones, so that errors appear before they are
  /// enabled.
  private mutating func compile() -> (active: RuleProgram, expired: RuleProgram?)? {
    let enabled = alerts.indices.filter { alerts[$0].isEnabled }
    let disabled = alerts.indices.filter { !alerts[$0].isEnabled && isChanged(alerts[$0]) }
    func expired(_ places: [Int]) -> [Int] {
      places.filter { !alerts[$0].expiredExceptions.isEmpty }
    }
    let active = compile(enabled, \.ruleText) { $0.activeExceptions }
    let others = compile(disabled, \.ruleText) { $0.activeExceptions }
    let late = compile(expired(enabled), \.expiredRuleText) { $0.expiredExceptions }
    let otherLate = compile(expired(disabled), \.expiredRuleText) { $0.expiredExceptions }
    guard let active, let late, others != nil, otherLate != nil else { return nil }
    return (active, late.ruleCount == 0 ? nil : late)
  }

  /// Whether a policy changes an alert; unchanged alerts of the catalogue are valid.
  private func isChanged(_ alert: ResolvedAlert) -> Bool {
    alert.isCustom || !alert.exceptions.isEmpty || !alert.origins.criteria.isEmpty
  }

  /// Compiles the rules of some alerts and reports their errors.
  private mutating func compile(
    _ places: [Int], _ text: (ResolvedAlert) -> RuleText?,
    _ exceptions: (ResolvedAlert) -> [PolicyException]
  ) -> RuleProgram? {
    let rules = places.compactMap { text(alerts[$0]) }
    do throws(RuleProblems) { return try RuleProgram.compile(rules) } catch {
      for problem in error.problems {
        let index = places[problem.rule]
        add(problem, index, exceptions(alerts[index]))
      }
      return nil
    }
  }

  private mutating func add(
    _ problem: RuleProblems.Problem, _ index: Int, _ exceptions: [PolicyException]
  ) {
    let alert = alerts[index]
    var source = alert.definition.conditionSource
    if case .exception(let number) = problem.part { source = exceptions[number].when }
    var file = source.file
    var place = source.place(line: problem.problem.line, column: problem.problem.column)
    if case .criterion(let name) = problem.part,
      let value = valuePlaces[CriterionKey(alert: index, name: name)]
    {
      (file, place) = value
    }
    problems.append(
      DocumentProblem(file: file, place: place, message: visibleText(problem.problem.message)))
  }
}
