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
  /// The policies that this user, in this directory, today, can name.
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

/// Where a user's files belong; XDG Base Directory Specification 0.8.
enum Places {
  /// What the user has said: policies, defaults and pins. Nil for a user who has no place.
  static var configuration: String? { directory("XDG_CONFIG_HOME", below: "/.config") }

  /// What dftrace remembers by itself.
  static var state: String? { directory("XDG_STATE_HOME", below: "/.local/state") }

  private static func directory(_ variable: String, below home: String) -> String? {
    // The specification has relative paths ignored.
    if let path = Machine.environment(variable), path.hasPrefix("/") { return path + "/dftrace" }
    // A home that is not there is nobody's: service accounts have such.
    guard let place = Machine.environment("HOME"), place.hasPrefix("/"),
      Files.status(place)?.isDirectory == true
    else { return nil }
    return place + home + "/dftrace"
  }
}
