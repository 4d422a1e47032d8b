import ArgumentParser
import Catalogue
import Detection
import Events
import Geography
import Kernel
import Policies
import Rules
import Syscalls
import Text
import Tracing

/// A policy made ready to policy a run.
struct LoadedPolicy {
  let name: String
  let threshold: FailThreshold
  private let program: RuleProgram
  private let expired: RuleProgram?
  private let rules: [AlertRule]
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
    rules = policy.rules
  }

  /// What can be kept of the policy for the next run.
  var compiled: CompiledPolicy {
    CompiledPolicy(name: name, threshold: threshold, program: program, rules: rules)
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
    do { rules = try policy.alertRules() } catch {
      throw fail("policy \(policy.name): \(error)")
    }
  }

  /// What the tracer is told.
  ///
  /// - Parameters:
  ///   - workspace: the project's directory; nil when the run has none of its own.
  ///   - recordedCalls: the calls that a recording is to hold whatever the policy asks.
  func configuration(
    app: String, component: String?, workspace: [UInt8]?,
    countries: any CountrySource = CountryTable.builtIn, recordedCalls: Set<EventType> = [],
    baseline: AcceptedAlerts = AcceptedAlerts()
  ) -> TraceConfiguration {
    var configuration = TraceConfiguration(
      detection(app: app, component: component, workspace: workspace, baseline: baseline),
      countries: countries, recordedCalls: recordedCalls)
    configuration.deniesIoUring = deniesIoUring
    configuration.hostRoot = Observing.hostRoot
    return configuration
  }

  /// What events are evaluated by.
  ///
  /// - Parameter workspace: the project's directory; nil when the run has none of its own.
  func detection(
    app: String, component: String?, workspace: [UInt8]?,
    baseline: AcceptedAlerts = AcceptedAlerts()
  ) -> DetectionConfiguration {
    var configuration = DetectionConfiguration(
      program: program, rules: rules, policy: name, app: app, component: component,
      workspace: workspace)
    configuration.expiredExceptions = expired
    configuration.baseline = baseline
    configuration.suggestedExpiry = CalendarDate.now.nextYear.description
    return configuration
  }

  /// What the policy watches for, in words, and where the project says so.
  func alertTexts(_ places: SourcePlaces) -> [AlertText] {
    let definitions = Dictionary(
      (Catalogue.alerts + customAlerts).map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    return rules.map { kind in
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
    var jobFiles: [String] = []
    // OWNER/REPOSITORY/PATH@REF, as GitHub Actions names the workflow.
    if let reference = Machine.environment("GITHUB_WORKFLOW_REF") {
      let path = reference.prefix { $0 != "@" }.split(separator: "/").dropFirst(2)
      jobFiles.append(path.joined(separator: "/"))
    }
    if let path = Machine.environment("CI_CONFIG_PATH"), !path.isEmpty { jobFiles.append(path) }
    return SourcePlaces(
      workspace: workspace, policyFile: file, name: name,
      workingDirectory: String(decoding: Machine.workingDirectory, as: UTF8.self),
      jobFiles: jobFiles, files: DiskFiles())
  }

  /// The calls that any alert of the catalogue asks about.
  static func cataloguedCalls() throws -> Set<EventType> {
    let policy: ResolvedPolicy
    do { policy = try PolicyStore.standard().load("max-alert") } catch { throw fail(error) }
    return Set(policy.program.filterPlan.needs.keys)
  }
}
