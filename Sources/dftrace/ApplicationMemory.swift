import JSON
import Kernel
import Policies
import Syscalls

/// What dftrace remembers of applications from run to run, in the user's state directory.
struct ApplicationMemory {
  /// A name for every user's file of this kind; larger ones are none of ours.
  private static let limit = 4 << 20
  /// The file, as it is named in messages.
  let path: String

  /// Finds the place; nil for a user who has none.
  init?() {
    guard let directory = Places.state else { return nil }
    path = directory + "/apps.json"
  }

  /// Why something could not be remembered or told.
  enum Failure: Error {
    /// The file is not what is written here.
    case malformed(DocumentError)
    case file(Errno)
  }

  /// All that is remembered.
  func read() throws(Failure) -> ApplicationLog {
    guard let bytes = try content() else { return ApplicationLog() }
    do throws(DocumentError) { return try ApplicationLog(bytes, file: path) } catch {
      throw .malformed(error)
    }
  }

  /// Remembers a run. Others that end at the same time wait, so that none is lost.
  func note(_ application: SeenApplication) throws(Failure) {
    try locked { () throws(Failure) in
      let bytes = try content()
      let quick = bytes.flatMap { ApplicationLog.noting(application, in: $0) }
      if let quick { return try write(quick) }
      var log = try read()
      log.note(application)
      try write(log.bytes)
    }
  }

  /// Forgets an application.
  ///
  /// - Returns: whether it was known.
  func forget(_ name: String) throws(Failure) -> Bool {
    try locked { () throws(Failure) in
      var log = try read()
      guard log.forget(name) else { return false }
      try write(log.bytes)
      return true
    }
  }

  private func content() throws(Failure) -> [UInt8]? {
    do { return try Files.read(path, limit: Self.limit) } catch {
      if error == .noSuchFile { return nil }
      throw .file(error)
    }
  }

  private func write(_ bytes: [UInt8]) throws(Failure) {
    // What would be lost with the power is worth less than the disk's time in every run.
    do { try Files.replace(path, with: bytes, isDurable: false, mode: 0o600) } catch {
      throw .file(error)
    }
  }

  private func locked<Value>(_ body: () throws(Failure) -> Value) throws(Failure) -> Value {
    let result: Result<Value, Failure>
    do throws(Errno) {
      try Files.makeDirectory(String(path.dropLast("/apps.json".utf8.count)))
      result = try Files.locked(path + ".lock") {
        do throws(Failure) { return .success(try body()) } catch { return .failure(error) }
      }
    } catch {
      throw .file(error)
    }
    return try result.get()
  }
}

extension ApplicationMemory {
  /// Remembers a run at its end. A run is not spoilt by it: what can't be written is only missed
  /// by `policy apps`, which says why; a malformed file is told, since only its owner can mend it.
  static func note(_ app: String, policy: String, verdict: String, status: Int32?) {
    guard !app.isEmpty, let memory = ApplicationMemory() else { return }
    let seen = SeenApplication(
      name: app, policy: policy, time: Machine.now / 1_000_000_000, verdict: verdict,
      status: status)
    do throws(Failure) { try memory.note(seen) } catch {
      if case .malformed(let error) = error, let first = error.problems.first {
        _ = fail("\(first); the run is not remembered until the file is mended or removed")
      }
    }
  }
}
