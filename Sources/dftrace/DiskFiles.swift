import Catalogue
import Events
import Kernel
import Policies
import Syscalls
import Text

/// The real file system, for the modules that touch none.
struct DiskFiles: FileStore {
  func read(_ path: String) throws(FileError) -> [UInt8] {
    do { return try Files.read(path, limit: 16 << 20) } catch {
      switch error {
      case .noSuchFile: throw .missing
      case .isDirectory: throw .isDirectory
      case .tooLarge: throw .tooLarge
      default: throw .unreadable(error.name)
      }
    }
  }

  func exists(_ path: String) -> Bool { Files.status(path) != nil }

  func mode(of path: String) -> UInt32? { Files.status(path)?.mode }

  func names(in directory: String) -> [String] { (try? Files.names(in: directory)) ?? [] }

  func replace(_ path: String, with bytes: [UInt8]) throws(FileError) {
    do throws(Errno) {
      if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
        try Files.makeDirectory(String(path[..<slash]))
      }
      try Files.replace(path, with: bytes)
    } catch {
      throw .unwritable(error.name)
    }
  }
}

extension PolicyStore {
  /// The policies available to this user in this directory today.
  static func standard() -> PolicyStore {
    PolicyStore(
      catalogue: Catalogue.alerts, files: DiskFiles(), today: .now,
      workingDirectory: String(decoding: Machine.workingDirectory, as: UTF8.self),
      savedDirectory: Places.configuration.map { $0 + "/policies" },
      configurationFile: Places.configuration.map { $0 + "/config.json" })
  }
}

extension Workspace {
  /// The project around the working directory.
  static var here: [UInt8]? {
    root(of: Machine.workingDirectory, home: Machine.environment("HOME"), in: DiskFiles())
  }
}

extension CalendarDate {
  /// Today, in UTC.
  static var now: CalendarDate { CalendarDate(secondsSinceEpoch: Machine.now / 1_000_000_000) }
}

/// Directories of the user's files; XDG Base Directory Specification 0.8.
enum Places {
  /// Policies, the default policy and pins. Nil when no variable names a directory.
  static var configuration: String? { directory("XDG_CONFIG_HOME", below: "/.config") }

  /// State that dftrace stores from run to run.
  static var state: String? { directory("XDG_STATE_HOME", below: "/.local/state") }

  private static func directory(_ variable: String, below home: String) -> String? {
    // The specification says to ignore relative paths.
    if let path = Machine.environment(variable), path.hasPrefix("/") { return path + "/dftrace" }
    // Service accounts have homes that do not exist.
    guard let place = Machine.environment("HOME"), place.hasPrefix("/"),
      Files.status(place)?.isDirectory == true
    else { return nil }
    return place + home + "/dftrace"
  }
}
