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

/// Makes a policy out of what a command does.
struct LearnCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "learn",
    abstract: "Run a command and write a policy that allows what it did.",
    discussion: """
      The policy extends the one in force and allows the destinations, listeners, programs, \
      directories and libraries of the run, with an exception for each alert that was raised. \
      Learn again with other runs: what is new is added. Read the result before it becomes a \
      gate: what a command did need not be what it should do.

      The exit status is the command's own, or 125 when the policy could not be written.

      EXAMPLES
        dftrace learn --app shop -- make test
        dftrace learn --app shop --policy-file shop.json -p strict -- ./shop --self-test
      """)

  @Option(
    name: [.short, .long], help: "Which application this is; the command's name unless told.")
  var app: String?

  @Option(
    help: ArgumentHelp(
      "The policy to write or add to; the project's, else a saved one, unless told.",
      valueName: "file"))
  var policyFile: String?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The policy that a new one extends; the one in force unless told.", valueName: "name"))
  var policy: String?

  @Option(
    help: ArgumentHelp(
      "A country database (MMDB) fresher than the one built in.", valueName: "file.mmdb"))
  var geoDatabase: String?

  @Flag(help: "End what still runs when the command itself has ended, instead of following it.")
  var killOnExit = false

  @Option(
    help: ArgumentHelp("How calls are observed: auto, notify or stop.", valueName: "mode"))
  var traceMode: TraceMode?

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The command and its arguments, after --.", valueName: "command"))
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

  /// The policy to add to: the one that is there, or a new one.
  private func document(_ store: PolicyStore, app: String) throws -> PolicyDocument {
    let path = try path(store, app: app)
    if store.isThere(path) {
      guard policy == nil else {
        throw fail(
          "\(path) is there already and is added to; -p names what a new policy extends",
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
        "\(parent): a policy of a file can't be extended by another file; add to it with "
          + "--policy-file, or name a built-in or saved policy with -p")
    }
    return try refusing { () throws(PolicyRefusal) in
      try store.draft(
        name: Self.policyName(app), extends: parent, at: .file(path),
        [.description("Learnt from runs of \(app).")])
    }
  }

  private func path(_ store: PolicyStore, app: String) throws -> String {
    if let policyFile { return policyFile }
    let root = Workspace.here
    if store.projectPath != nil || root != nil { return PolicyTarget.projectFile(store) }
    guard let directory = Places.configuration else {
      throw fail(
        "there is no project here and no place for saved policies; name a --policy-file")
    }
    return "\(directory)/policies/\(Self.policyName(app)).json"
  }

  /// A name that a policy may have; a built-in's name is another's.
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
      return say("nothing new; \(document.path) stays as it is")
    }
    try refusing { () throws(PolicyRefusal) in try store.create(new, replacing: true) }
    for line in added { say("learnt: " + line) }
    say("wrote \(new.path); read it before it becomes a gate")
  }

  private func tellWhatWasMissed(_ result: RunResult, _ lesson: PolicyCandidates) {
    for alert in lesson.secret {
      say("not learnt: \(alert), since what it is about looks like a credential")
    }
    if result.alerts.overflow > 0 {
      say("not learnt: \(result.alerts.overflow) alerts beyond the limit; learn again")
    }
    for spot in result.blindSpots { say("not seen: \(spot.id): \(spot.message)") }
  }

  private func say(_ text: String) {
    let line = "dftrace: " + visibleText(text) + "\n"
    Output.standardError().write(Array(line.utf8))
  }
}

/// The alerts of a run, which the tracer hands over one by one.
private final class AlertCollector {
  var alerts: [Alert] = []
}
