import Foundation
import Syscalls
import Testing

/// The constants against the headers of the machine that the tests run on.
@Suite struct ConstantTests {
  private static let headers = [
    "fcntl.h", "sched.h", "signal.h", "sys/mman.h", "linux/mman.h", "sys/stat.h",
    "sys/socket.h", "sys/mount.h", "sys/ioctl.h", "sys/shm.h", "sys/resource.h",
    "sys/personality.h",
    "sys/ptrace.h", "sys/prctl.h", "linux/seccomp.h", "linux/bpf.h", "linux/keyctl.h",
    "linux/reboot.h",
    "linux/openat2.h", "linux/if_tun.h", "asm/prctl.h", "stdio.h",
  ]

  /// What the C compiler says of each name; names that its headers lack are left out.
  private static func values(_ names: [String]) throws -> [String: UInt64] {
    var source = headers.map { "#if __has_include(<\($0)>)\n#include <\($0)>\n#endif\n" }.joined()
    source += "int main(void) {\n"
    for name in names {
      source +=
        "#ifdef \(name)\nprintf(\"%s %llu\\n\", \"\(name)\", "
        + "(unsigned long long)(\(name)));\n#endif\n"
    }
    source += "return 0; }\n"
    let folder = FileManager.default.temporaryDirectory.appending(path: "constants-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "main.c")
    try Data(source.utf8).write(to: file)
    let program = folder.appending(path: "main").path
    _ = try output("/usr/bin/env", ["clang", "-w", "-D_GNU_SOURCE", "-o", program, file.path])
    let lines = try output(program, []).split(separator: "\n").map { $0.split(separator: " ") }
    return Dictionary(
      lines.compactMap { line in UInt64(line[1]).map { (String(line[0]), $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func valuesAreTheHeaders() throws {
    let constants = FlagFamily.allCases.flatMap(\.constants)
    let known = try Self.values(constants.map(\.name))
    // A family that no header here has would make the test say nothing.
    #expect(known.count > constants.count * 3 / 4, "\(known.count) of \(constants.count)")
    for constant in constants {
      guard let value = known[constant.name] else { continue }
      // O_LARGEFILE is 0 where files are always large, and the kernel's own value in a register.
      guard constant.name != "O_LARGEFILE" else { continue }
      // What the headers have as a negative int fills a register of 32 bits.
      let isNegative = value >> 32 == 0xFFFF_FFFF
      #expect(constant.value == (isNegative ? value & 0xFFFF_FFFF : value), "\(constant.name)")
    }
  }
}
