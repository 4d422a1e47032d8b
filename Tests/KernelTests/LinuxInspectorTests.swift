import Foundation
import Events
@testable import Kernel
import Testing

@Suite struct LinuxInspectorTests {
  /// One that has ended belongs to root in `/proc`, which is not what makes memory unreadable.
  @Test func aProcessThatHasEndedHasNoMemory() throws {
    let child = Process()
    child.executableURL = URL(fileURLWithPath: "/bin/cat")
    let input = Pipe()
    child.standardInput = input
    child.standardOutput = FileHandle.nullDevice
    try child.run()
    let id = ThreadID(rawValue: child.processIdentifier)
    #expect(LinuxInspector().hasMemory(id))
    try input.fileHandleForWriting.close()
    child.waitUntilExit()
    #expect(!LinuxInspector().hasMemory(id))
    #expect(LinuxInspector().hasMemory(ThreadID(rawValue: getpid())))
  }
}
