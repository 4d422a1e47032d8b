import ArgumentParser
import Catalogue
import Events
import Kernel
import Policies
import Rules
import Tracing

/// A policy made ready to judge a run.
struct Judge {
  let name: String
  let threshold: FailThreshold
  private let program: RuleProgram
  private let kinds: [AlertKind]

  init(_ reference: String?, threshold: FailThreshold?) throws {
    let definitions = Catalogue.definitions
    name = "standard"
    self.threshold = threshold ?? .at(.p1)
    program = try RuleProgram.compile(
      definitions.map { definition in
        RuleText(
          id: definition.id, condition: definition.condition,
          criteria: Dictionary(
            uniqueKeysWithValues: definition.criteria.map { ($0.name, $0.defaultValue) }),
          exceptions: [])
      })
    kinds = try definitions.map {
      AlertKind(
        id: $0.id, priority: .p1, category: $0.category, title: $0.title,
        message: try MessageTemplate($0.message), object: try MessageTemplate($0.object),
        tags: $0.tags, remedy: $0.remedy, exceptionReasons: [])
    }
  }

  /// What the tracer is told.
  func configuration(app: String, component: String?) -> TraceConfiguration {
    TraceConfiguration(
      program: program, kinds: kinds, policy: name, app: app, component: component,
      workspace: Workspace.root(
        of: Machine.workingDirectory, home: Machine.environment("HOME")))
  }
}
