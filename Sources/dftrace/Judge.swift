import ArgumentParser
import Catalogue
import Events
import Geography
import Kernel
import Policies
import Rules
import Syscalls
import Text
import Tracing

/// A policy made ready to judge a run.
struct Judge {
  let name: String
  let threshold: FailThreshold
  private let program: RuleProgram
  private let expired: RuleProgram?
  private let kinds: [AlertKind]
  private var deniesIoUring = false
  /// The file of the policy; nil for a built-in one.
  private var file: String?
  /// The alerts of the policy's own.
  private var customAlerts: [AlertDefinition] = []

  /// Loads a policy; says what is wrong with it and ends with 125 when it can't be used.
  ///
  /// - Parameters:
  ///   - reference: what names it; nil for the one in force.
  ///   - app: the application that it is for, which may be pinned to one.
  init(_ reference: String?, app: String?, threshold: FailThreshold?) throws {
    if let compiled = CompiledPolicies.policy(reference) {
      self.init(compiled, threshold: threshold)
      return
    }
    let policy: ResolvedPolicy
    do { policy = try PolicyStore.standard().load(reference, app: app) } catch {
      throw fail(error)
    }
    try self.init(policy, threshold: threshold)
  }

  /// Takes a policy that has been compiled.
  private init(_ policy: CompiledPolicy, threshold: FailThreshold?) {
    name = policy.name
    self.threshold = threshold ?? policy.threshold
    program = policy.program
    expired = nil
    kinds = policy.kinds
  }

  /// What can be kept of the policy for the next run.
  var compiled: CompiledPolicy {
    CompiledPolicy(name: name, threshold: threshold, program: program, kinds: kinds)
  }

  /// Makes a policy ready.
  init(_ policy: ResolvedPolicy, threshold: FailThreshold?) throws {
    name = policy.name
    self.threshold = threshold ?? policy.failOn
    program = policy.program
    expired = policy.expiredProgram
    deniesIoUring = policy.ioUring == .deny
    if policy.origin != "built-in" { file = policy.origin }
    customAlerts = policy.alerts.filter(\.isCustom).map(\.definition)
    var kinds: [AlertKind] = []
    var expiredRules = 0
    do throws(ConditionProblem) {
      for alert in policy.alerts {
        let hasExpired = !alert.expiredExceptions.isEmpty
        kinds.append(try Self.kind(of: alert, expiredRule: hasExpired ? expiredRules : nil))
        if hasExpired { expiredRules += 1 }
      }
    } catch {
      throw fail("policy \(policy.name): \(error)")
    }
    self.kinds = kinds
  }

  private static func kind(
    of alert: ResolvedAlert, expiredRule: Int?
  ) throws(ConditionProblem) -> AlertKind {
    let definition = alert.definition
    func facts(_ exception: PolicyException) -> ExceptionFacts {
      ExceptionFacts(
        alert: definition.id, condition: exception.when.text, reason: exception.reason,
        expires: exception.expires?.description, owner: exception.owner)
    }
    return AlertKind(
      id: definition.id, priority: alert.priority, category: definition.category,
      title: definition.title, message: try MessageTemplate(definition.message),
      object: try MessageTemplate(definition.object), tags: definition.tags,
      remedy: definition.remedy, exceptions: alert.activeExceptions.map(facts),
      expiredRule: expiredRule, expired: alert.expiredExceptions.map(facts),
      credential: definition.credential)
  }

  /// What the tracer is told.
  ///
  /// - Parameters:
  ///   - workspace: the project's directory; nil when the run has none of its own.
  ///   - recordedCalls: the calls that a recording is to hold whatever the policy asks.
  func configuration(
    app: String, component: String?, workspace: [UInt8]?,
    countries: any CountrySource = CountryTable.builtIn, recordedCalls: Set<EventType> = [],
    baseline: [KnownAlert] = []
  ) -> TraceConfiguration {
    var configuration = TraceConfiguration(
      program: program, kinds: kinds, policy: name, app: app, component: component,
      workspace: workspace, countries: countries, recordedCalls: recordedCalls,
      nodeRoot: Observing.nodeRoot)
    configuration.expiredExceptions = expired
    configuration.deniesIoUring = deniesIoUring
    configuration.baseline = baseline
    configuration.suggestedExpiry = CalendarDate.now.nextYear.description
    return configuration
  }

  /// What the policy watches for, in words, and where the project says so.
  func alertTexts(_ places: SourcePlaces) -> [AlertText] {
    let definitions = Dictionary(
      (Catalogue.alerts + customAlerts).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return kinds.map { kind in
      var text = AlertText(
        id: kind.id, priority: kind.priority, category: kind.category, title: kind.title)
      text.remedy = kind.remedy
      text.tags = kind.tags
      text.place = places.place(ofAlert: kind.id)
      guard let definition = definitions[kind.id] else { return text }
      text.description = definition.description
      text.trigger = definition.trigger
      text.incident = definition.example.map {
        Incident(text: $0.text, date: $0.date, reference: $0.reference)
      }
      return text
    }
  }

  /// Where the project speaks of what the policy watches for.
  func places(workspace: String?) -> SourcePlaces {
    SourcePlaces(workspace: workspace, policyFile: file, name: name)
  }

  /// The calls that any alert of the catalogue asks about.
  static func cataloguedCalls() throws -> Set<EventType> {
    let policy: ResolvedPolicy
    do { policy = try PolicyStore.standard().load("max-alert") } catch { throw fail(error) }
    return Set(policy.program.filterPlan.needs.keys)
  }
}
