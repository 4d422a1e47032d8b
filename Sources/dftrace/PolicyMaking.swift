import ArgumentParser
import Kernel
import Policies
import Syscalls

/// Where a new policy goes.
struct PolicyTarget: ParsableArguments {
  @Flag(help: "Write the project's policy, .dftrace/policy.json, instead of a saved one.")
  var project = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write this file instead of a saved policy.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace a policy that is there already.")
  var force = false

  func validate() throws {
    if project, output != nil {
      throw ValidationError("'--project' and '--output' name different places; give one of them.")
    }
  }

  /// The place that the options name.
  func place(_ store: PolicyStore) -> PolicyPlace {
    if let output { return .file(output) }
    return project ? .file(Self.projectFile(store)) : .saved
  }

  /// The project's policy: the one that is there, else beside the sources' root.
  static func projectFile(_ store: PolicyStore) -> String {
    if let path = store.projectPath { return path }
    let here = Machine.workingDirectory
    let root = Workspace.here ?? here
    let directory = String(decoding: root, as: UTF8.self)
    return (directory == "/" ? "" : directory) + "/" + PolicyStore.projectFile
  }

  /// Writes a new policy and says where it is.
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

/// Does what may be refused, and says why it is.
func refusing<Value>(_ body: () throws(PolicyRefusal) -> Value) throws -> Value {
  do throws(PolicyRefusal) { return try body() } catch {
    switch error {
    case .mistake(let mistake): throw fail("\(mistake)", status: 64)
    case .policy(let error): throw fail(error)
    }
  }
}

/// Reads changes from words, or says what is wrong with them.
func edits(_ body: () throws(EditMistake) -> [PolicyEdit]) throws -> [PolicyEdit] {
  do throws(EditMistake) { return try body() } catch { throw fail("\(error)", status: 64) }
}

extension PolicyCommand {
  /// A policy that is not there yet.
  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a new policy.",
      discussion: """
        On a terminal, and without options that say what it holds, the policy is asked for \
        question by question.

        EXAMPLES
          dftrace policy new gate
          dftrace policy new gate --extends strict --disable 'process-*' --fail-on P1
          dftrace policy new shop --project --set network-restricted-country.countries=RU,KP
        """)

    @Argument(help: "What the policy is called.")
    var name: String

    @Option(
      help: ArgumentHelp(
        "Which policy it inherits from; standard unless told.", valueName: "policy"))
    var extends: String?

    @Option(help: ArgumentHelp("What it is for.", valueName: "text"))
    var description: String?

    @Option(
      help: ArgumentHelp(
        "From which priority on a run fails: P1, P2, P3, P4 or never.", valueName: "priority"))
    var failOn: String?

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp("Switch on alerts, by id or pattern; may be repeated.", valueName: "alert")
    )
    var enable: [String] = []

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp(
        "Switch off alerts, by id or pattern; may be repeated.", valueName: "alert"))
    var disable: [String] = []

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp("Give an alert a priority; may be repeated.", valueName: "alert=p1"))
    var priority: [String] = []

    @Option(
      parsing: .singleValue,
      help: ArgumentHelp(
        "Give a criterion its values; may be repeated.", valueName: "alert.criterion=value,…"))
    var set: [String] = []

    @OptionGroup(title: "Where it goes") var target: PolicyTarget

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
      // A name that can't be is told before anything is asked.
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
      // What is said of one alert goes before what is said of many.
      let ordered = switches.filter { isPattern($0.0) } + switches.filter { !isPattern($0.0) }
      edits += ordered.map { .enable($0.0, $0.1) }
      for text in priority { edits.append(try PolicyEdit(priorityAssignment: text)) }
      for text in set { edits.append(try PolicyEdit(assignment: text)) }
      return edits
    }

    private func interview(_ store: PolicyStore, _ place: PolicyPlace) throws {
      let output = Output.standardOutput()
      let input: LineInput
      do { input = try LineInput("-") } catch { throw fail("standard input: \(error.name)") }
      func tell(_ text: String) { output.write(Array((text + "\n").utf8)) }
      func ask(_ question: String) -> String? {
        output.write(Array(question.utf8))
        guard let line = try? input.next() else { return nil }
        return String(decoding: line, as: UTF8.self)
      }
      let interview = PolicyInterview(store, ask: ask, tell: tell)
      guard let (parent, edits) = interview.run() else {
        tell("")
        throw fail("the answers ended; nothing was written")
      }
      let document = try draft(store, parent, edits, place)
      tell("\n" + String(decoding: document.bytes, as: UTF8.self))
      guard let answer = ask("Write this to \(document.path)? yes or no [yes] "),
        ["", "y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
      else {
        tell("nothing was written")
        return
      }
      try target.write(document, store)
    }
  }

  /// A copy of a policy that stands by itself.
  struct Clone: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a copy of a policy that can be changed and inherits nothing.",
      discussion: """
        All settings in force are written out, so that the copy says the same under later \
        releases. A policy that follows its parent is made with `policy new --extends`.

        EXAMPLES
          dftrace policy clone strict gate
          dftrace policy clone standard@1 shop --project
        """)

    @Argument(help: ArgumentHelp("The policy to copy.", valueName: "name-or-file"))
    var source: String

    @Argument(help: "What the copy is called.")
    var name: String

    @OptionGroup(title: "Where it goes") var target: PolicyTarget

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
