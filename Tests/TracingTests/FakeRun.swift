import Decoding
import Events
import Geography
import Kernel
import ProcessState
import Rules
import Syscalls
import TestSupport

@testable import Tracing

extension String {
  /// Its UTF-8.
  var bytes: [UInt8] { Array(utf8) }
}

/// A number as memory has it: the lowest byte first.
func littleEndian(_ number: UInt64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
}

/// Memory that is a table of bytes by their addresses.
final class FakeMemory: ProcessMemory {
  private var pieces: [UInt64: [UInt8]] = [:]
  private var next: UInt64 = 0x10_0000

  override var isRefused: Bool { false }

  /// Keeps bytes somewhere; answers where.
  func keep(_ bytes: [UInt8]) -> UInt64 {
    defer { next += 0x1_0000 }
    pieces[next] = bytes
    return next
  }

  override func read(_ address: UInt64, count: Int, into buffer: inout [UInt8]) -> Int {
    for (start, bytes) in pieces where address >= start {
      guard address - start < UInt64(bytes.count) else { continue }
      let part = bytes[Int(address - start)...].prefix(count)
      buffer += part
      return part.count
    }
    return 0
  }

  override func readNumber(_ address: UInt64, bytes: Int) -> UInt64? {
    var buffer: [UInt8] = []
    guard read(address, count: bytes, into: &buffer) == bytes else { return nil }
    return buffer.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  override func write(_ word: UInt64, at address: UInt64) {
    pieces[address]?.replaceSubrange(0..<8, with: littleEndian(word))
  }
}

/// An argument of a call: the register itself, or what it points to.
enum FakeArgument: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  case number(UInt64)
  case bytes([UInt8])

  init(integerLiteral value: Int64) { self = .number(UInt64(bitPattern: value)) }

  init(stringLiteral value: String) { self = .bytes(value.bytes + [0]) }

  /// The flags of an open.
  static func flags(_ flags: OpenFlags) -> FakeArgument { .number(flags.rawValue) }
}

private struct NoCountries: CountrySource {
  let source = "none"
  let date = "2026-01-01"

  func country(v4 bits: UInt32) -> CountryMatch? { nil }

  func country(v6High high: UInt64, low: UInt64) -> CountryMatch? { nil }
}

/// A run without a kernel: its processes, files and memory are tables.
struct FakeRun {
  let inspector: FakeInspector
  let state: RunState
  let memory = FakeMemory()
  /// The process whose calls are looked at; of the thread, its first.
  let process: ProcessID = 5_000_000
  var thread: ThreadID

  /// A run of one process in `/home/me`.
  init(workspace: String? = nil, isCaching: Bool = false) {
    inspector = FakeInspector()
    thread = process.leader
    state = RunState(
      inspector, countries: NoCountries(), workspace: workspace?.bytes,
      directories: DirectoryCache(isReliable: isCaching), hostRoot: "/nowhere")
    inspector.addDirectory("/home/me")
    inspector.descriptors[thread] = [-1: "/home/me"]
    state.tree.add(process, parent: 1, unknown: Self.image("/usr/bin/cat"))
  }

  /// An image of a program.
  static func image(_ path: String, _ arguments: String...) -> ProgramImage {
    var facts = ProgramImage.Facts()
    facts.path = path.bytes
    facts.arguments = ([path] + arguments).flatMap { $0.bytes + [0] }
    return ProgramImage(facts)
  }

  /// What a call names.
  func facts(_ event: EventType, _ arguments: [FakeArgument]) -> CallFacts {
    var registers = arguments.map { argument in
      switch argument {
      case .number(let number): number
      case .bytes(let bytes): memory.keep(bytes)
      }
    }
    registers += [UInt64](repeating: 0, count: 6 - registers.count)
    return CallFacts(
      thread: thread, process: process, event: event,
      registers: CallRegisters(
        architecture: 0xC000_003E, number: UInt64(SyscallTable.x86_64.row(of: event)?.number ?? 0),
        arguments: .init(
          registers[0], registers[1], registers[2], registers[3], registers[4], registers[5])),
      memory: memory, run: state)
  }

  /// A call as rules see it.
  func view(
    _ event: EventType, _ arguments: [FakeArgument], _ phase: EventPhase = .returned(0)
  ) -> EventView {
    let known = state.tree[process]
    return EventView(
      facts(event, arguments), image: known?.image ?? Self.image(""), parent: known?.parent ?? 0,
      number: 1, phase: phase, run: state)
  }

  /// The value of a field for a call; nil when it has none.
  func value(
    _ field: Field, _ parameter: FieldKey.Parameter = .none, _ event: EventType = .getpid,
    _ arguments: [FakeArgument] = []
  ) -> RecordedValue? {
    var view = view(event, arguments)
    var arena = ByteArena()
    let value = view.value(of: FieldKey(field, parameter), in: &arena)
    return RecordedValue(value, in: arena)
  }

  /// The value of a field without a parameter for a call; nil when it has none.
  func value(
    _ field: Field, _ event: EventType, _ arguments: [FakeArgument] = [],
    _ contribution: Contribution = Contribution()
  ) -> RecordedValue? {
    var view = view(event, arguments)
    view.contribution = contribution
    var arena = ByteArena()
    let value = view.value(of: FieldKey(field), in: &arena)
    return RecordedValue(value, in: arena)
  }

  /// What the kernel calls the file of a call's path argument, the first one unless another is asked
  /// for.
  func resolved(
    _ event: EventType, _ arguments: [FakeArgument], at position: Int? = nil
  ) -> String? {
    let path = facts(event, arguments).path(at: position ?? event.pathPositions.first ?? 0)
    return path.map { String(decoding: $0.resolved, as: UTF8.self) }
  }

  /// Replaces what is known of a file.
  func change(
    _ path: String, device: UInt64? = nil, inode: UInt64? = nil, size: Int64? = nil,
    changed: Int64? = nil
  ) -> FileStatus? {
    guard let old = inspector.files[path] else { return nil }
    let new = FileStatus(
      identity: FileIdentity(
        device: device ?? old.identity.device, inode: inode ?? old.identity.inode),
      mode: old.mode, owner: old.owner, group: old.group, size: size ?? old.size,
      changed: changed ?? old.changed)
    inspector.files[path] = new
    return new
  }
}

extension FilterAssembly {
  /// One that has everything remembered and counted, or nothing.
  static func counting(_ isCounting: Bool = true) throws -> FilterAssembly {
    FilterAssembly(try RuleProgram.compile([]), recording: isCounting ? [.openat] : [])
  }
}
