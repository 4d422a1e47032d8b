import Testing

@testable import dftrace

/// What `dftrace doctor` says where tracing is refused.
@Suite struct TracingAdviceTests {
  private static func status(
    tracer: Int = 0, seccomp: Int = 0, capabilities: String = "0000000000000000"
  ) -> String {
    "Name:\tdftrace\nTracerPid:\t\(tracer)\nUid:\t0\t0\t0\t0\nCapEff:\t\(capabilities)\n"
      + "Seccomp:\t\(seccomp)\nSeccomp_filters:\t1\n"
  }

  private static func advice(_ status: String, _ yama: String = "1\n") -> String {
    TracingAdvice(status: status, yama: yama).text
  }

  @Test func theReasonIsNamed() {
    #expect(Self.advice(Self.status(tracer: 42)).hasPrefix("Process 42 already traces dftrace"))
    #expect(Self.advice(Self.status(), "3\n").contains("ptrace_scope is 3"))
    #expect(Self.advice(Self.status(), "2\n").contains("ptrace_scope is 2"))
    let filtered = Self.advice(Self.status(seccomp: 2))
    #expect(filtered.contains("--cap-add SYS_PTRACE") && !filtered.contains("yama"))
    var refusing = TracingAdvice()
    refusing.deniesPtrace = true
    #expect(refusing.text.contains("setsebool deny_ptrace off"))
  }

  @Test func whoMayTraceAnybodyIsNotToldOfScopeTwo() {
    let all = Self.status(capabilities: "000001ffffffffff")
    #expect(!Self.advice(all, "2\n").contains("ptrace_scope is 2"))
    #expect(Self.advice(all, "3\n").contains("ptrace_scope is 3"))
  }

  @Test func whatIsNotKnownIsSaid() {
    #expect(Self.advice(Self.status(), "").contains("gVisor"))
    #expect(Self.advice("", "").contains("None of the usual causes"))
  }
}
