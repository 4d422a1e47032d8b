import ArgumentParser
import Kernel
import Policies
import Syscalls

/// The file of a new policy.
struct PolicyTarget: ParsableArguments {
  @Flag(help: "Write the project's policy, .dftrace/policy.json (default: a saved policy).")
  var project = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write the policy to FILE (default: a saved policy).", valueName: "file"))
  var output: String?

  @Flag(help: "Replace an existing policy.")
  var force = false

  func validate() throws {
    if project, output != nil {
      throw ValidationError("'--project' and '--output' exclude each other; use one of them.")
    }
  }

  /// The place that the options select.
  func place(_ store: PolicyStore) -> PolicyPlace {
    if let output { return .file(output) }
    return project ? .file(Self.projectFile(store)) : .saved
  }

  /// The project's policy: the existing one, else one in the project's root.
  static func projectFile(_ store: PolicyStore) -> String {
    if let path = store.projectPath { return path }
    let here = Machine.workingDirectory
    let root = Workspace.here ?? here
    let directory = String(decoding: root, as: UTF8.self)
    return (directory == "/" ? "" : directory) + "/" + PolicyStore.projectFile
  }

  /// Writes a new policy and prints its path.
  func write(_ document: PolicyDocument, _ store: PolicyStore) throws {
    try refusing { () throws(PolicyRefusal) in try store.create(document, replacing: force) }
    try say("wrote \(document.path)")
  }

  private func say(_ text: String) throws {
    var page = Page()
    page.line(text)
    try page.show()
  }
}

/// Runs `body`; prints the reason when it is refused and throws the exit status.
func refusing<Value>(_ body: () throws(PolicyRefusal) -> Value) throws -> Value {
  do throws(PolicyRefusal) { return try body() } catch {
    switch error {
    case .mistake(let mistake): throw fail("\(mistake)", status: 64)
    case .policy(let error): throw fail(error)
    }
  }
}

/// Parses changes; prints the error and throws exit status 64 when they are invalid.
func edits(_ body: () throws(EditMistake) -> [PolicyEdit]) throws -> [PolicyEdit] {
  do throws(EditMistake) { return try body() } catch { throw fail("\(error)", status: 64) }
}

extension PolicyCommand {
  /// Creates a policy.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Create a policy.",
      usage: "dftrace policy new <name> [<options>]",
      discussion: """
        Asks for the settings on a terminal when no option gives any.

        EXAMPLES
          dftrace policy new gate
          dftrace policy new gate --extends strict --disable 'process-*'
          dftrace policy new shop --project --fail-on P1
          dftrace policy new shop --set network-restricted-country.countries=RU,KP
        """)

    @Argument(help: "Name of the new policy.")
    var name: String

    @Option(
      help: ArgumentHelp(
        "Policy to inherit from (default: standard).", valueName: "policy"))
    var extends: String?

    @Option(help: ArgumentHelp("Description of the policy.", valueName: "text"))
    var description: String?

    @Option(
      help: ArgumentHelp(
        "Lowest priority that fails a run: P1, P2, P3, P4 or never (default: the parent's).",
        valueName: "priority"))
    var failOn: String?

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp("Enable alerts by id or pattern; repeatable.", valueName: "alert")
    )
    var enable: [String] = []

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp(
        "Disable alerts by id or pattern; repeatable.", valueName: "alert"))
    var disable: [String] = []

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp("Set an alert's priority; repeatable.", valueName: "alert=p1"))
    var priority: [String] = []

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp(
        "Set the values of an alert's criterion; repeatable.", valueName: "alert.criterion=value,…")
    )
    var set: [String] = []

    @OptionGroup(title: "Destination") var target: PolicyTarget

    private var isDescribed: Bool {
      extends != nil || description != nil || failOn != nil
        || !(enable + disable + priority + set).isEmpty
    }

    func run() throws {
      let store = PolicyStore.standard()
      let place = target.place(store)
      guard !isDescribed, StandardStreams.isInputTerminal else {
        let parent = extends ?? store.builtInDefault
        let edits = try edits { () throws(EditMistake) in try described() }
        try target.write(try draft(store, parent, edits, place), store)
        return
      }
      // An invalid name is reported before the first question.
      _ = try draft(store, store.builtInDefault, [], place)
      try interview(store, place)
    }

    private func draft(
      _ store: PolicyStore, _ parent: String, _ edits: [PolicyEdit], _ place: PolicyPlace
    ) throws -> PolicyDocument {
      try refusing { () throws(PolicyRefusal) in
        try store.draft(name: name, extends: parent, at: place, edits)
      }
    }

    private func described() throws(EditMistake) -> [PolicyEdit] {
      var edits: [PolicyEdit] = []
      if let description { edits.append(.description(description)) }
      if let failOn { edits.append(try PolicyEdit(assignment: "failOn=\(failOn)")) }
      let switches = enable.map { ($0, true) } + disable.map { ($0, false) }
      func isPattern(_ name: String) -> Bool { name.contains("*") || name.contains("?") }
      // The setting of one alert overrides a pattern, so it comes last.
      let ordered = switches.filter { isPattern($0.0) } + switches.filter { !isPattern($0.0) }
      edits += ordered.map { .enable($0.0, $0.1) }
      for text in priority { edits.append(try PolicyEdit(priorityAssignment: text)) }
      for text in set { edits.append(try PolicyEdit(assignment: text)) }
      return edits
    }

    private func interview(_ store: PolicyStore, _ place: PolicyPlace) throws {
      let output = Output.standardOutput()
      let input: LineInput
      do { input = try LineInput("-") } catch {
        throw fail("cannot read standard input: \(error.name)")
      }
      func tell(_ text: String) { output.write(Array((text + "\n").utf8)) }
      func ask(_ question: String) -> String? {
        output.write(Array(question.utf8))
        guard let line = try? input.next() else { return nil }
        return String(decoding: line, as: UTF8.self)
      }
      let interview = PolicyInterview(store, ask: ask, tell: tell)
      guard let (parent, edits) = interview.run() else {
        tell("")
        throw fail("nothing was written: standard input ended before the last question")
      }
      let document = try draft(store, parent, edits, place)
      tell("\n" + String(decoding: document.bytes, as: UTF8.self))
      guard let answer = ask("Write this policy to \(document.path)? yes or no [yes] "),
        ["", "y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
      else {
        tell("nothing was written")
        return
      }
      try target.write(document, store)
    }
  }

  /// Copies a policy; the copy inherits nothing.
  struct Clone: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write an editable copy of a policy that inherits nothing.",
      usage: "dftrace policy clone <name-or-file> <name> [<options>]",
      discussion: """
        Writes all resolved settings, so that later releases do not change the copy. To follow \
        the parent's changes instead, use `policy new --extends`.

        EXAMPLES
          dftrace policy clone strict gate
          dftrace policy clone standard@1 shop --project
        """)

    @Argument(help: ArgumentHelp("Policy to copy, a name or a file.", valueName: "name-or-file"))
    var source: String

    @Argument(help: "Name of the copy.")
    var name: String

    @OptionGroup(title: "Destination") var target: PolicyTarget

    func run() throws {
      let store = PolicyStore.standard()
      let policy = try loadPolicy(source)
      let document = try refusing { () throws(PolicyRefusal) in
        try store.clone(policy, name: name, at: target.place(store))
      }
      try target.write(document, store)
    }
  }
}
