import Catalogue
import Events
import Policies
import Rules
import Syscalls
import Text

/// No file: built-in policies are compiled in.
struct NoFiles: FileStore {
  func read(_ path: String) throws(FileError) -> [UInt8] { throw .missing }
  func exists(_ path: String) -> Bool { false }
  func names(in directory: String) -> [String] { [] }
}

/// An event whose values are at hand, so that what is measured is the rules alone.
struct Sample: FieldSource {
  let eventType: EventType
  let path: [UInt8]
  let flags: UInt64
  let address: IPAddress?

  func value(of key: FieldKey, in arena: inout ByteArena) -> FieldValue {
    switch key.field {
    case .fdName, .libPath, .fdDirectory, .fdFilename:
      let range = arena.append(path)
      return .path(given: range, resolved: range)
    case .procName, .procProgram, .procPname: return .text(arena.append("python3".utf8))
    case .procExepath, .procPexepath:
      let range = arena.append("/usr/bin/python3.13".utf8)
      return .path(given: range, resolved: range)
    case .procAname, .procAexepath: return .texts(arena.append("make\0sh\0bash\0".utf8))
    case .procCmdline: return .text(arena.append("python3 -m http.server".utf8))
    case .memProt: return .flags(flags, .protection)
    case .fdSip, .fdRip, .fdIP: return address.map { .address($0) } ?? .absent
    case .fdSport, .fdRport: return address == nil ? .absent : .number(5432)
    case .fdCountry: return address == nil ? .absent : .text(arena.append("DE".utf8))
    case .evtIsOpenRead: return .boolean(true)
    case .evtFailed, .evtIsOpenWrite, .evtIsOpenCreate, .evtIsOpenExec, .fdIsLoopback:
      return .boolean(false)
    case .userUid, .userEuid: return .number(1000)
    default: return .absent
    }
  }
}

/// Prints how many events a second the rules judge, by kind of event and policy.
@main struct RulesBenchmark {
  static let samples: [(String, Sample)] = [
    (
      "openat, a library's file",
      Sample(
        eventType: .openat, path: Array("/usr/lib/python3/json/decoder.py".utf8), flags: 0,
        address: nil)
    ),
    ("mmap, executable", Sample(eventType: .mmap, path: [], flags: 5, address: nil)),
    (
      "connect, a database",
      Sample(eventType: .connect, path: [], flags: 0, address: IPAddress("203.0.113.7"))
    ),
    (
      "execve, a compiler",
      Sample(
        eventType: .execve, path: Array("/usr/bin/x86_64-linux-gnu-gcc-14".utf8), flags: 0,
        address: nil)
    ),
  ]

  static func main() throws {
    let store = PolicyStore(
      catalogue: Catalogue.definitions, files: NoFiles(), today: CalendarDate(secondsSinceEpoch: 0),
      workingDirectory: "/", savedDirectory: nil)
    for policy in ["standard", "max-alert"] {
      let resolved = try store.load(policy)
      print("rules alone, \(policy), \(resolved.alerts.count) alerts: million events a second")
      for (name, sample) in samples {
        let rate = measure(resolved.program, sample)
        let tenths = Int(rate / 100_000)
        print("  \(name): \(tenths / 10).\(tenths % 10)")
      }
    }
  }

  /// The best of several rounds, in events a second.
  static func measure(_ program: RuleProgram, _ sample: Sample) -> Double {
    var evaluation = RuleEvaluator(program)
    var sample = sample
    let count = 200_000
    var best = Duration.seconds(1_000)
    var matches = 0
    for _ in 0..<7 {
      let time = ContinuousClock().measure {
        for _ in 0..<count {
          evaluation.run(&sample)
          matches += evaluation.matches.count
        }
      }
      best = min(best, time)
    }
    // What nobody reads need not be computed.
    if matches > 0 { print("  (the next event raises \(matches / (7 * count)) alerts)") }
    return Double(count) / (best / .seconds(1))
  }
}
