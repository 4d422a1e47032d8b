internal import Decoding
internal import Events
internal import Kernel
internal import Syscalls

/// Reports writes of the command to its terminal, which would collide with the status line.
struct TerminalOutput {
  private let watch: (any RunWatch)?
  private let nullDevice: FileIdentity?

  init(_ watch: (any RunWatch)?, _ inspector: any ProcessInspecting) {
    let watch = watch.flatMap { $0.watchesTerminal ? $0 : nil }
    self.watch = watch
    nullDevice = watch == nil ? nil : inspector.status("/dev/null")?.identity
  }

  /// Reports a syscall that writes to a terminal.
  func note(_ facts: CallFacts) {
    guard let watch,
      let descriptor = FilterAssembly.outputDescriptor(facts.event).map({
        Int32(truncatingIfNeeded: facts.registers.arguments[$0])
      }),
      let status = facts.run.inspector.status(ofDescriptor: descriptor, of: facts.thread),
      status.isCharacterDevice, status.identity != nullDevice
    else { return }
    watch.writes(endsLine: endsLine(facts))
  }

  private func endsLine(_ facts: CallFacts) -> Bool {
    let address = facts.registers.arguments[1]
    let length = facts.registers.arguments[2]
    func lastByte(_ address: UInt64, _ length: UInt64) -> Bool {
      guard length > 0 else { return false }
      return facts.memory.readNumber(address &+ length &- 1, bytes: 1) == 0x0A
    }
    switch facts.event {
    case .write: return lastByte(address, length)
    case .writev:
      // struct iovec of <sys/uio.h>: the address and the length, eight bytes each.
      guard length > 0, length <= 1024,
        let base = facts.memory.readNumber(address &+ (length - 1) * 16, bytes: 8),
        let count = facts.memory.readNumber(address &+ (length - 1) * 16 &+ 8, bytes: 8)
      else { return false }
      return lastByte(base, count)
    default: return false
    }
  }

  /// Reports a syscall that opens the terminal by name.
  func noteTerminal(_ view: inout EventView) {
    guard let watch, view.facts.event.isOpen else { return }
    let position = view.facts.event == .open ? 0 : 1
    guard let path = view.facts.path(at: position)?.given else { return }
    if path == Array("/dev/tty".utf8) || path.starts(with: Array("/dev/pts/".utf8)) {
      watch.takesTerminal()
    }
  }
}
