import ArgumentParser
import Detection
import Events
import JSON
import Kernel
import Policies
import Syscalls

/// What is accepted because it was there before.
struct BaselineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only alerts that are not in this file count, and are shown as new.", valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Write the alerts of this run, for --baseline; those of exceptions are left out.",
      valueName: "file"))
  var writeBaseline: String?

  /// Reads the baseline; says what is wrong with it and ends with 125 when it can't be used, since
  /// it must not pass for one that accepts nothing, or everything.
  func load() throws -> AcceptedAlerts {
    guard let baseline else { return AcceptedAlerts() }
    let bytes: [UInt8]
    do throws(FileError) { bytes = try DiskFiles().read(baseline) } catch {
      let reason =
        switch error {
        case .missing: "there is no such file"
        case .isDirectory: "is a directory"
        case .tooLarge: "is larger than 16 MiB"
        case .unreadable(let reason), .unwritable(let reason): "can't be read: \(reason)"
        }
      throw fail("\(baseline): \(reason); expected a baseline, as --write-baseline makes it")
    }
    do throws(DocumentError) { return try Baseline(bytes, file: baseline).accepted } catch {
      throw fail(error)
    }
  }

  /// What gathers the alerts of the run, if they are to be written.
  func writer() throws -> BaselineWriter? {
    guard let writeBaseline else { return nil }
    do throws(Errno) {
      if let slash = writeBaseline.lastIndex(of: "/"), slash != writeBaseline.startIndex {
        try Files.makeDirectory(String(writeBaseline[..<slash]))
      }
      try Files.checkReplaceable(writeBaseline)
    } catch {
      throw fail("\(writeBaseline): can't be created: \(error.name); expected a writable place")
    }
    return BaselineWriter(path: writeBaseline)
  }
}

/// Gathers a run's alerts and writes them at its end, so that a run that fails loses no baseline.
final class BaselineWriter {
  private let path: String
  private var alerts: [KnownAlert] = []
  /// Why the file could not be written.
  private(set) var failure: OutputFailure?

  init(path: String) { self.path = path }

  /// Takes an alert, as outputs show it: a baseline is no place for a credential either.
  func note(_ alert: Alert) {
    if alert.suppression == nil, let known = alert.known { alerts.append(known) }
  }

  func finish() {
    do throws(Errno) { try Files.replace(path, with: Baseline(alerts).bytes) } catch {
      failure = OutputFailure(output: path, errno: error)
    }
  }
}
