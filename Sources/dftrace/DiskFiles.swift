import Catalogue
import Kernel
import Policies

/// The real file system, for the rooms that touch none.
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

  func exists(_ path: String) -> Bool { ProcessFiles.status(path) != nil }

  func names(in directory: String) -> [String] { (try? Files.names(in: directory)) ?? [] }
}

extension PolicyStore {
  /// The policies that this user, in this directory, today, can name.
  static func standard() -> PolicyStore {
    let configuration =
      Machine.environment("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Machine.environment("HOME").map { $0 + "/.config" }
    return PolicyStore(
      catalogue: Catalogue.alerts, files: DiskFiles(),
      today: CivilDate(secondsSinceEpoch: Machine.now / 1_000_000_000),
      workingDirectory: String(decoding: Machine.workingDirectory, as: UTF8.self),
      savedDirectory: configuration.map { $0 + "/dftrace/policies" })
  }
}
