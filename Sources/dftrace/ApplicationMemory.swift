import JSON
import Kernel
import Policies
import Syscalls

/// The last run of each application, stored in the user's state directory.
struct ApplicationMemory {
  /// Largest accepted size in bytes; dftrace writes no larger file.
  private static let limit = 4 << 20
  /// Path of the file, as messages show it.
  let path: String

  /// Finds the file; nil when neither XDG_STATE_HOME nor HOME names a directory.
  init?() {
    guard let directory = Places.state else { return nil }
    path = directory + "/apps.json"
  }

  /// Why the file could not be read or written.
  enum Failure: Error {
    /// The file's content is invalid.
    case malformed(DocumentError)
    case file(Errno)
  }

  /// Reads all applications.
  func read() throws(Failure) -> ApplicationLog {
    guard let bytes = try content() else { return ApplicationLog() }
    do throws(DocumentError) { return try ApplicationLog(bytes, file: path) } catch {
      throw .malformed(error)
    }
  }

  /// Stores a run, under a lock, so that runs that end at the same time are all stored.
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

  /// Deletes an application.
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
    // No fsync: a run lost in a power failure costs less than a disk flush in every run.
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
  /// Stores a run at its end. A write error does not fail the run: `policy apps` reports it. A
  /// malformed file is reported, since only its owner can repair it.
  static func note(_ app: String, policy: String, verdict: String, status: Int32?) {
    guard !app.isEmpty, let memory = ApplicationMemory() else { return }
    let seen = SeenApplication(
      name: app, policy: policy, time: Machine.now / 1_000_000_000, verdict: verdict,
      status: status)
    do throws(Failure) { try memory.note(seen) } catch {
      if case .malformed(let error) = error, let first = error.problems.first {
        _ = fail("\(first); cannot store this run (repair or remove the file)")
      }
    }
  }
}
