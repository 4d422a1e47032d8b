import ArgumentParser
import Events
import Geography
import Kernel
import Policies
import Rules
import Syscalls
import Tracing

/// A policy made ready to judge a run.
struct Judge {
  let name: String
  let threshold: FailThreshold
  private let program: RuleProgram
  private let expired: RuleProgram?
  private let kinds: [AlertKind]
  private var deniesIoUring = false

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
    countries: any CountrySource = CountryTable.builtIn, recordedCalls: Set<EventType> = []
  ) -> TraceConfiguration {
    var configuration = TraceConfiguration(
      program: program, kinds: kinds, policy: name, app: app, component: component,
      workspace: workspace, countries: countries, recordedCalls: recordedCalls,
      nodeRoot: Observing.nodeRoot)
    configuration.expiredExceptions = expired
    configuration.deniesIoUring = deniesIoUring
    configuration.suggestedExpiry = CivilDate.now.nextYear.description
    return configuration
  }

  /// The calls that any alert of the catalogue asks about.
  static func cataloguedCalls() throws -> Set<EventType> {
    let policy: ResolvedPolicy
    do { policy = try PolicyStore.standard().load("max-alert") } catch { throw fail(error) }
    return Set(policy.program.filterPlan.needs.keys)
  }
}
