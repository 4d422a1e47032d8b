import Events
import Syscalls
import Testing

@testable import Detection

@Suite struct PathPatternTests {
  private let patterns = PathPattern(workspace: Array("/home/me/sh[o]p".utf8))

  @Test(arguments: [
    ("/home/me/sh[o]p/build/app1", #"*/sh\[o\]p/build/app1"#), ("/home/me/sh[o]p", #"*/sh\[o\]p"#),
    ("/home/me/sh[o]pping", #"/home/me/sh\[o\]pping"#), ("/usr/bin/cc", "/usr/bin/cc"),
    ("/tmp/tmp.Xa81kS", "/tmp/*"), ("/tmp/x/go-build123/b01*", #"/tmp/*/go-build*/b*\*"#),
    ("/tmp", "/tmp"), ("/tmpx/1", "/tmpx/1"), ("/proc/42/mem", "/proc/*/mem"),
    ("/proc/self/mem", "/proc/self/mem"), ("/run/user/1000/bus", "/run/user/*/bus"), ("", ""),
  ])
  func text(_ path: String, becomes pattern: String) {
    #expect(patterns.text(of: path) == pattern)
  }

  @Test func whatIsTemporary() {
    #expect(patterns.isTemporary("/tmp/conftest") && patterns.isTemporary("/tmp/a/x12"))
    #expect(!patterns.isTemporary("/tmp/a/x") && !patterns.isTemporary("/usr/bin/x1"))
    #expect(patterns.isInWorkspace("/home/me/sh[o]p/a") && !patterns.isInWorkspace("/home/me"))
    #expect(PathPattern(workspace: [0x2F]).text(of: "/a") == "/a")
  }

  @Test func conditionsForOtherRuns() throws {
    func condition(_ given: String, _ resolved: String) throws -> String {
      var event = GivenEvent(values: [
        FieldKey(.fdName): .path(Array(given.utf8), Array(resolved.utf8)),
        FieldKey(.fdLport): .plain(.number(40000)),
      ])
      return try #require(
        ExactCondition.text(of: [FieldKey(.fdName)], &event, patterns: patterns))
    }
    #expect(try condition("/etc/a", "/etc/a") == "fd.name = /etc/a")
    #expect(try condition("/tmp/a1", "/tmp/a1") == "fd.name glob '/tmp/*'")
    #expect(try condition("/tmp/a1", "/etc/x") == "fd.name glob anyof ('/tmp/*', /etc/x)")
    var listening = GivenEvent(
      eventType: .listen, values: [FieldKey(.fdLport): .plain(.number(40000))])
    #expect(
      ExactCondition.text(of: [FieldKey(.fdLport)], &listening, patterns: patterns)
        == "fd.lport >= 32768")
  }
}
