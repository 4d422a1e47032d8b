import ArgumentParser
import JSON
import Kernel
import Policies
import Syscalls
import Text

extension PolicyCommand {
  /// The policy for applications that nothing else is said of.
  struct Default: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show or set the policy for applications without one of their own.",
      discussion: """
        It is in force when no policy is named, the application is not pinned to one, and the \
        project has none.

        EXAMPLE
          dftrace policy default strict
        """)

    @Argument(help: ArgumentHelp("The policy from now on.", valueName: "name-or-file"))
    var policy: String?

    func run() throws {
      let store = PolicyStore.standard()
      var page = Page()
      if let policy {
        let reference = try existing(policy, store)
        try changeSettings(store) { $0.defaultPolicy = reference }
        page.line("\(reference) is the default from now on")
      } else {
        let settings = try readSettings(store)
        page.line(settings.defaultPolicy ?? "\(store.builtInDefault) (nothing else was set)")
      }
      try page.show()
    }
  }

  /// The applications that have been run.
  struct Apps: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the applications that were run, and pin them to policies.",
      discussion: """
        An application is called what --app says, or by its command's file name. What it is \
        pinned to goes before the project's policy; what it last ran under decides nothing.

        EXAMPLES
          dftrace policy apps
          dftrace policy apps --assign shop strict
          dftrace policy apps --unassign shop
          dftrace policy apps --forget shop
        """)

    @Option(help: ArgumentHelp("Pin an application to the policy that follows.", valueName: "app"))
    var assign: String?

    @Option(help: ArgumentHelp("Pin an application to no policy.", valueName: "app"))
    var unassign: String?

    @Option(
      help: ArgumentHelp("Forget an application's last run; it stays pinned.", valueName: "app"))
    var forget: String?

    @Argument(help: ArgumentHelp("The policy for --assign.", valueName: "name-or-file"))
    var policy: String?

    func validate() throws {
      let given = [assign, unassign, forget].compactMap { $0 }
      if given.count > 1 {
        throw ValidationError("Give one of '--assign', '--unassign' and '--forget'.")
      }
      if assign != nil, policy == nil {
        throw ValidationError("Please name the policy: policy apps --assign APP POLICY")
      }
      if assign == nil, policy != nil {
        throw ValidationError("A policy is only named with '--assign APP'.")
      }
      if given.first == "" { throw ValidationError("An application's name may not be empty.") }
    }

    func run() throws {
      let store = PolicyStore.standard()
      if let assign, let policy {
        let reference = try existing(policy, store)
        try changeSettings(store) { $0.pin(assign, to: reference) }
        return try say("\(assign) is pinned to \(reference)")
      }
      if let unassign {
        guard try readSettings(store).pins[unassign] != nil else {
          return try say("\(unassign) was pinned to no policy")
        }
        try changeSettings(store) { $0.pin(unassign, to: nil) }
        return try say("\(unassign) is pinned to no policy any more")
      }
      if let forget { return try forgetLastRun(forget) }
      try list(try readSettings(store).pins)
    }

    private func say(_ text: String) throws {
      var page = Page()
      page.line(text)
      try page.show()
    }

    private func forgetLastRun(_ name: String) throws {
      guard let memory = ApplicationMemory() else { throw Self.noPlace }
      let wasKnown: Bool
      do throws(ApplicationMemory.Failure) { wasKnown = try memory.forget(name) } catch {
        throw Self.refusal(error, memory)
      }
      try say(wasKnown ? "\(name) is forgotten" : "\(name) was not known")
    }

    private func list(_ pins: [String: String]) throws {
      guard let memory = ApplicationMemory() else { throw Self.noPlace }
      let seen: [String: SeenApplication]
      do throws(ApplicationMemory.Failure) { seen = try memory.read().applications } catch {
        throw Self.refusal(error, memory)
      }
      var rows = [["APPLICATION", "LAST RUN", "UNDER", "VERDICT", "PINNED TO"]]
      for name in Swift.Set(seen.keys).union(pins.keys).sorted() {
        let run = seen[name]
        let verdict = run.map { run in
          run.verdict + (run.status.map { " (\($0))" } ?? " (by a signal)")
        }
        rows.append([
          visibleText(name), run.map { timeText($0.time) } ?? "never",
          visibleText(run?.policy ?? "-"), visibleText(verdict ?? "-"),
          visibleText(pins[name] ?? "-"),
        ])
      }
      var page = Page()
      if rows.count == 1 { page.line("No application has been run yet.") } else { page.table(rows) }
      try page.show()
    }

    private static var noPlace: ExitCode {
      fail("there is no place to remember applications in; set XDG_STATE_HOME or HOME")
    }

    private static func refusal(
      _ error: ApplicationMemory.Failure, _ memory: ApplicationMemory
    ) -> ExitCode {
      switch error {
      case .malformed(let error): fail(DocumentError(error.problems.prefix(1)))
      case .file(let errno): fail("\(memory.path): \(errno)")
      }
    }
  }

  /// A moment for a person, to the minute, in UTC.
  private static func timeText(_ seconds: Int64) -> String {
    func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
    let minutes = max(0, seconds) / 60
    let date = CalendarDate(secondsSinceEpoch: max(0, seconds))
    return "\(date) \(padded(minutes / 60 % 24)):\(padded(minutes % 60))Z"
  }
}

/// What the user has settled, or what is wrong with it.
private func readSettings(_ store: PolicyStore) throws -> PolicyConfiguration {
  do { return try store.configuration() } catch { throw fail(error) }
}

/// Changes what the user has settled, while no other dftrace does.
private func changeSettings(
  _ store: PolicyStore, _ change: (inout PolicyConfiguration) -> Void
) throws {
  guard let directory = Places.configuration else {
    throw fail("there is no place for settings; set XDG_CONFIG_HOME or HOME")
  }
  let result: Result<Void, DocumentError>
  do throws(Errno) {
    try Files.makeDirectory(directory)
    result = try Files.locked(directory + "/config.json.lock") {
      do throws(DocumentError) {
        var settings = try store.configuration()
        change(&settings)
        return .success(try store.save(settings))
      } catch {
        return .failure(error)
      }
    }
  } catch {
    throw fail("\(directory): can't be written: \(error)")
  }
  if case .failure(let error) = result { throw fail(error) }
}

/// A reference to a policy that there is, which means the same wherever dftrace is started.
private func existing(_ reference: String, _ store: PolicyStore) throws -> String {
  do {
    _ = try store.load(reference)
    return store.absolute(reference)
  } catch {
    throw fail(error)
  }
}
