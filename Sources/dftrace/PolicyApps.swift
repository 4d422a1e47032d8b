import ArgumentParser
import JSON
import Kernel
import Policies
import Syscalls
import Text

extension PolicyCommand {
  /// Shows or sets the default policy.
  struct Default: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show or set the default policy.",
      discussion: """
        The default policy applies when no option names a policy, the application is not pinned \
        to one and the project has none.

        EXAMPLE
          dftrace policy default strict
        """)

    @Argument(
      help: ArgumentHelp("New default policy (default: show it).", valueName: "name-or-file"))
    var policy: String?

    func run() throws {
      let store = PolicyStore.standard()
      var page = Page()
      if let policy {
        let reference = try existing(policy, store)
        try changeSettings(store) { $0.defaultPolicy = reference }
        page.line("default policy: \(reference)")
      } else {
        let settings = try readSettings(store)
        page.line(settings.defaultPolicy ?? "\(store.builtInDefault) (built-in default)")
      }
      try page.show()
    }
  }

  /// Lists the traced applications and pins them to policies.
  struct Apps: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the traced applications and pin them to policies.",
      usage: """
        dftrace policy apps [--assign <app> <name-or-file>]
        dftrace policy apps [--unassign <app>] [--forget <app>]
        """,
      discussion: """
        The option --app names an application (default: the command's file name). A pinned policy \
        precedes the project's policy. The policy of the last run has no effect on the next run.

        EXAMPLES
          dftrace policy apps
          dftrace policy apps --assign shop strict
          dftrace policy apps --unassign shop
          dftrace policy apps --forget shop
        """)

    @Option(help: ArgumentHelp("Pin an application to a policy.", valueName: "app"))
    var assign: String?

    @Option(help: ArgumentHelp("Remove an application's pin.", valueName: "app"))
    var unassign: String?

    @Option(
      help: ArgumentHelp("Delete an application's last run; it stays pinned.", valueName: "app"))
    var forget: String?

    @Argument(help: ArgumentHelp("Policy name or file for --assign.", valueName: "name-or-file"))
    var policy: String?

    func validate() throws {
      let given = [assign, unassign, forget].compactMap { $0 }
      if given.count > 1 {
        throw ValidationError("Use only one of '--assign', '--unassign' and '--forget'.")
      }
      if assign != nil, policy == nil {
        throw ValidationError("'--assign' needs a policy: dftrace policy apps --assign APP POLICY")
      }
      if assign == nil, policy != nil {
        throw ValidationError(
          "'\(policy ?? "")' needs '--assign APP': dftrace policy apps --assign APP POLICY")
      }
      if given.first == "" { throw ValidationError("The application's name is empty; name one.") }
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
          return try say("\(unassign) was not pinned")
        }
        try changeSettings(store) { $0.pin(unassign, to: nil) }
        return try say("\(unassign) is no longer pinned")
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
      try say(wasKnown ? "deleted the last run of \(name)" : "\(name) has no last run")
    }

    private func list(_ pins: [String: String]) throws {
      guard let memory = ApplicationMemory() else { throw Self.noPlace }
      let seen: [String: SeenApplication]
      do throws(ApplicationMemory.Failure) { seen = try memory.read().applications } catch {
        throw Self.refusal(error, memory)
      }
      var rows = [["APPLICATION", "LAST RUN", "POLICY", "VERDICT", "PINNED TO"]]
      for name in Swift.Set(seen.keys).union(pins.keys).sorted() {
        let run = seen[name]
        let verdict = run.map { run in
          run.verdict + (run.status.map { " (\($0))" } ?? " (signal)")
        }
        rows.append([
          visibleText(name), run.map { timeText($0.time) } ?? "never",
          visibleText(run?.policy ?? "-"), visibleText(verdict ?? "-"),
          visibleText(pins[name] ?? "-"),
        ])
      }
      var page = Page()
      if rows.count == 1 {
        page.line("No application has been traced yet.")
      } else {
        page.table(rows)
      }
      try page.show()
    }

    private static var noPlace: ExitCode {
      fail("cannot store applications: no state directory (set XDG_STATE_HOME or HOME)")
    }

    private static func refusal(
      _ error: ApplicationMemory.Failure, _ memory: ApplicationMemory
    ) -> ExitCode {
      switch error {
      case .malformed(let error): fail(DocumentError(error.problems.prefix(1)))
      case .file(let errno): fail("cannot access \(memory.path): \(errno)")
      }
    }
  }

  /// Formats a time in UTC, to the minute.
  private static func timeText(_ seconds: Int64) -> String {
    func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
    let minutes = max(0, seconds) / 60
    let date = CalendarDate(secondsSinceEpoch: max(0, seconds))
    return "\(date) \(padded(minutes / 60 % 24)):\(padded(minutes % 60))Z"
  }
}

/// Reads the user's settings; prints the errors when they are invalid.
private func readSettings(_ store: PolicyStore) throws -> PolicyConfiguration {
  do { return try store.configuration() } catch { throw fail(error) }
}

/// Changes the user's settings, under a lock.
private func changeSettings(
  _ store: PolicyStore, _ change: (inout PolicyConfiguration) -> Void
) throws {
  guard let directory = Places.configuration else {
    throw fail("cannot store settings: no configuration directory (set XDG_CONFIG_HOME or HOME)")
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
    throw fail("cannot write settings in \(directory): \(error)")
  }
  if case .failure(let error) = result { throw fail(error) }
}

/// The absolute reference of an existing policy, valid in any working directory.
private func existing(_ reference: String, _ store: PolicyStore) throws -> String {
  do {
    _ = try store.load(reference)
    return store.absolute(reference)
  } catch {
    throw fail(error)
  }
}
