import Events
import Decoding
import Glibc
import Kernel
import Testing

@testable import Tracing

@Suite struct MappingsTests {
  private let own = ProcessID(rawValue: getpid())

  /// What the kernel says of one address and what its text says of all come to the same; kernels
  /// before 6.11 have only the text.
  @Test func oneMappingIsWhatTheTextSays() throws {
    let text = try #require(LinuxInspector().maps(of: own))
    let code = ProcMaps.executable(in: text)
    #expect(code.contains { $0.kind == .file } && code.contains { $0.kind == .vdso })
    // The vsyscall page lies in the kernel's half; it is no mapping of the process, and from it no call
    // comes that is looked at.
    for mapping in code where mapping.kind != .anonymous && mapping.start >> 63 == 0 {
      #expect(Mappings.mapping(at: mapping.start, of: own, LinuxInspector()) == mapping)
      #expect(Mappings.mapping(at: mapping.end - 1, of: own, LinuxInspector()) == mapping)
    }
  }

  @Test func memoryOfItsOwnIsAnonymousAndAStackWhereTheStackPointerIs() throws {
    let size = 3 * 4096
    let memory = unsafe mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    let place = UInt64(UInt(bitPattern: memory))
    defer { unsafe munmap(memory, size) }
    // Between pages that can't be touched, so that it is no part of a larger mapping.
    #expect(protect(place) == 0 && protect(place + 8192) == 0)
    let start = place + 4096
    let plain = try #require(Mappings.mapping(at: start + 5, of: own, LinuxInspector()))
    #expect(plain.start == start && plain.end == start + 4096)
    #expect(plain.kind == .anonymous && plain.isWritable && !plain.isExecutable)
    #expect(plain.path.isEmpty && !plain.isDeleted)
    #expect(
      Mappings.mapping(at: start, of: own, stackPointer: start + 100, LinuxInspector())?.kind
        == .stack)
    #expect(
      Mappings.mapping(at: start, of: own, stackPointer: start + 4096, LinuxInspector())?.kind
        == .anonymous)
  }

  private func protect(_ address: UInt64) -> Int32 {
    unsafe mprotect(UnsafeMutableRawPointer(bitPattern: UInt(address)), 4096, PROT_NONE)
  }

  @Test func whereNothingIsMappedThereIsNone() {
    #expect(Mappings.mapping(at: 0, of: own, LinuxInspector()) == nil)
    #expect(Mappings.mapping(at: .max, of: own, LinuxInspector()) == nil)
  }
}
