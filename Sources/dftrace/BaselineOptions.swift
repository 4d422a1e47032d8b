import ArgumentParser
import Detection
import Events
import JSON
import Kernel
import Policies
import Syscalls

/// The options of baselines: known alerts that do not fail a run.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Baseline of known alerts; only new alerts fail the run.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write this run's alerts to FILE as a baseline, without suppressed alerts.",
      valueName: "file"))
  var writeBaseline: String?

  /// Reads the baseline; prints the error and throws exit status 125 when it is unusable, since an
  /// unusable baseline must not count as an empty one.
  func load() throws -> AcceptedAlerts {
    guard let baseline else { return AcceptedAlerts() }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try DiskFiles().read(baseline) } catch {
      let reason =
        switch error {
        case .missing: "no such file"
        case .isDirectory: "is a directory"
        case .tooLarge: "is larger than 16 MiB"
        case .unreadable(let reason), .unwritable(let reason): "cannot be read: \(reason)"
        }
      throw fail("\(baseline): \(reason); expected a baseline (create one with --write-baseline)")
    }
    do throws(DocumentError) { return try Baseline(bytes, file: baseline).accepted } catch {
      throw fail(error)
    }
  }

  /// The writer of the run's alerts; nil without `--write-baseline`.
  func writer() throws -> BaselineWriter? {
    guard let writeBaseline else { return nil }
    do throws(Errno) {
      if let slash = writeBaseline.lastIndex(of: "/"), slash != writeBaseline.startIndex {
        try Files.makeDirectory(String(writeBaseline[..<slash]))
      }
      try Files.checkReplaceable(writeBaseline)
    } catch {
      throw fail("cannot create \(writeBaseline): \(error.name) (choose a writable path)")
    }
    return BaselineWriter(path: writeBaseline)
  }
}

/// Collects a run's alerts and writes them at its end, so that a failing run keeps the old
/// baseline.
final class BaselineWriter {
  private let path: String
  private var alerts: [KnownAlert] = []
  /// Why the file could not be written.
  private(set) var failure: OutputFailure?

  init(path: String) { self.path = path }

  /// Adds an alert, redacted like in reports, so that a baseline holds no credentials.
  func note(_ alert: Alert) {
    guard alert.suppression == nil, let known = alert.known else { return }
    // What was not there is nothing to accept: it may be there next time.
    alerts += ([known] + alert.related).filter { $0.outcome != .absent }
  }

  func finish() {
    do throws(Errno) { try Files.replace(path, with: Baseline(alerts).bytes) } catch {
      failure = OutputFailure(output: path, errno: error)
    }
  }
}
