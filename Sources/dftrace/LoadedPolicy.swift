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

/// A policy ready to evaluate a run.
struct LoadedPolicy {
  let name: String
  let threshold: FailThreshold
  private let program: RuleProgram
  private let expired: RuleProgram?
  private let rules: [AlertRule]
  private var deniesIoUring = false
  /// The file of the policy; nil for a built-in one.
  private var file: String?
  /// The policy's custom alerts.
  private var customAlerts: [AlertDefinition] = []

  /// Loads a policy; prints the errors and throws exit status 125 when it is invalid.
  ///
  /// - Parameters:
  ///   - reference: the policy's name or file; nil for the policy in force.
  ///   - app: the traced application, which may be pinned to a policy.
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

  /// Uses a compiled policy.
  private init(_ policy: CompiledPolicy, threshold: FailThreshold?) {
    name = policy.name
    self.threshold = threshold ?? policy.threshold
    program = policy.program
    expired = nil
    rules = policy.rules
  }

  /// The compiled policy, for later runs.
  var compiled: CompiledPolicy {
    CompiledPolicy(name: name, threshold: threshold, program: program, rules: rules)
  }

  /// Compiles a policy.
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

  /// The configuration of the tracer.
  ///
  /// - Parameters:
  ///   - workspace: the project's directory; nil outside a project.
  ///   - recordedCalls: syscalls to record in addition to those that the policy needs.
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

  /// The configuration of the detection.
  ///
  /// - Parameter workspace: the project's directory; nil outside a project.
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

  /// The texts of the policy's alerts and their places in the project's files.
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

  /// Finds the places in the project's files that reports link alerts to.
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

  /// The syscalls that any alert of the catalogue needs.
  static func cataloguedCalls() throws -> Set<EventType> {
    let policy: ResolvedPolicy
    do { policy = try PolicyStore.standard().load("max-alert") } catch { throw fail(error) }
    return Set(policy.program.filterPlan.needs.keys)
  }
}
