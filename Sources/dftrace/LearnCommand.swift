import ArgumentParser
import Catalogue
import Detection
import Events
import Geography
import JSON
import Kernel
import Policies
import Reports
import Text
import Tracing

/// Writes a policy that allows the actions of a traced command.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Run a command and write a policy that allows its actions.",
    usage: "dftrace learn [<options>] -- <command> [<argument> ...]",
    discussion: """
      The policy extends the policy in force. It allows the destinations, listeners, programs, \
      directories and libraries of the run, and has an exception for each other alert. Each \
      further run adds its new actions. Review the policy before you use it in CI: the command \
      may have done what it should not do.

      The exit status is the command's own, or 125 when dftrace cannot write the policy.

      EXAMPLES
        dftrace learn --app shop -- make test
        dftrace learn --policy-file shop.json -p strict -- ./shop --self-test
      """)

  @Option(
    name: [.short, .long], help: "Application name (default: the command's file name).")
  var app: String?

  @Option(
    help: ArgumentHelp(
      "Policy file to write or extend (default: the project's, else a saved one).",
      valueName: "file"))
  var policyFile: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Policy that a new policy extends (default: the policy in force).", valueName: "name"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "Country database in MMDB format (default: the built-in one).", valueName: "file.mmdb"))
  var geoDatabase: String?

  @Flag(help: "Kill remaining processes when the command ends (default: trace them).")
  var killOnExit = false

  @Option(
    help: ArgumentHelp("How to observe syscalls (default: auto, the fastest).", valueName: "mode"))
  var traceMode: TraceMode?

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("Command and its arguments, after --.", valueName: "command"))
  var command: [String] = []

  func validate() throws {
    if command.first != "--", ["-h", "--help"].contains(command.first) {
      throw CleanExit.helpRequest(self)
    }
    try CommandWords(command).validate("dftrace learn [options] -- COMMAND [ARG...]")
  }

  func run() throws {
    let store = PolicyStore.standard()
    let words = CommandWords(command)
    let name = app ?? Machine.environment("DFTRACE_APP").flatMap { $0.isEmpty ? nil : $0 }
    let appName = name ?? words.fileName
    let document = try document(store, app: appName)
    let learning = try refusing { () throws(PolicyRefusal) in try PolicyLearning(store, document) }
    let observed = try refusing { () throws(PolicyRefusal) in try learning.observing() }
    let loaded = try LoadedPolicy(observed, threshold: .never)
    var configuration = loaded.configuration(
      app: appName, component: nil,
      workspace: Workspace.here,
      countries: try geoDatabase.map { try DatabaseCountries($0) } ?? CountryTable.builtIn)
    configuration.detection.isLearning = true
    let seen = AlertCollector()
    let options = TraceOptions(
      configuration, mode: try Observing.mode(traceMode), without: try Observing.missing(),
      killsOnExit: killOnExit)
    var tracer = Tracer(options, emit: { seen.alerts.append($0) })
    let result: RunResult
    do { result = try tracer.run(words.bytes) } catch {
      throw TracedRun.refusal(error, command: words.words.first ?? "")
    }
    let learnt = PolicyCandidates(
      seen.alerts, result.inventory, catalogue: Catalogue.alerts,
      workspace: configuration.detection.workspace)
    try write(learnt, learning, document, store)
    tellWhatWasMissed(result, learnt)
    try RunVerdict(result, threshold: .never, alertStatus: 86, hasFailed: false).leave(
      lateFailure: nil)
  }

  /// The policy to extend: the existing one, or a new one.
  private func document(_ store: PolicyStore, app: String) throws -> PolicyDocument {
    let path = try path(store, app: app)
    if store.isThere(path) {
      guard policy == nil else {
        throw fail(
          "\(path) exists, so -p does not apply: it names the parent of a new policy (omit -p)",
          status: 64)
      }
      return try refusing { () throws(PolicyRefusal) in try store.document(path) }
    }
    let parent: String
    do throws(DocumentError) {
      let inForce = try store.referenceInForce(app: app)
      parent =
        policy ?? Machine.environment("DFTRACE_POLICY").flatMap { $0.isEmpty ? nil : $0 }
        ?? inForce
    } catch {
      throw fail(error)
    }
    guard store.isName(ofPolicy: parent) else {
      throw fail(
        "\(parent): a policy in a file cannot be extended by another file (add to it with "
          + "--policy-file, or name a built-in or saved policy with -p)")
    }
    return try refusing { () throws(PolicyRefusal) in
      try store.draft(
        name: Self.policyName(app), extends: parent, at: .file(path),
        [.description("Learned from runs of \(app).")])
    }
  }

  private func path(_ store: PolicyStore, app: String) throws -> String {
    if let policyFile { return policyFile }
    let root = Workspace.here
    if store.projectPath != nil || root != nil { return PolicyTarget.projectFile(store) }
    guard let directory = Places.configuration else {
      throw fail(
        "cannot choose a policy file: not in a project, and HOME is not set (use --policy-file FILE)"
      )
    }
    return "\(directory)/policies/\(Self.policyName(app)).json"
  }

  /// A valid policy name for an application; differs from the names of built-in policies.
  private static func policyName(_ app: String) -> String {
    let name = String(
      app.map {
        $0.isWhitespace || "/#@".contains($0) || $0.asciiValue.map { $0 < 0x20 } == true
          ? "-" : $0
      })
    return PolicyStore.standard().builtInNames.contains(name) ? name + "-learnt" : name
  }

  private func write(
    _ lesson: PolicyCandidates, _ learning: PolicyLearning, _ document: PolicyDocument,
    _ store: PolicyStore
  ) throws {
    let (new, added) = try refusing { () throws(PolicyRefusal) in
      try learning.adding(lesson.learnt)
    }
    guard new != document || !store.isThere(document.path) else {
      return say("learned nothing new; \(document.path) is unchanged")
    }
    try refusing { () throws(PolicyRefusal) in try store.create(new, replacing: true) }
    for line in added { say("learned: " + line) }
    say("wrote \(new.path); review it before you use it in CI")
  }

  private func tellWhatWasMissed(_ result: RunResult, _ lesson: PolicyCandidates) {
    for alert in lesson.secret {
      say("not learned: \(alert): its object looks like a credential")
    }
    if result.alerts.overflow > 0 {
      say("not learned: \(result.alerts.overflow) alerts over the limit (run learn again)")
    }
    for spot in result.blindSpots { say("blind spot: \(spot.id): \(spot.message)") }
  }

  private func say(_ text: String) {
    let line = "dftrace: " + visibleText(text) + "\n"
    Output.standardError().write(Array(line.utf8))
  }
}

/// Collects the alerts of a run.
private final class AlertCollector {
  var alerts: [Alert] = []
}
