import Foundation
import Testing

extension EndToEnd {
  /// A program that does a known number of things: each is an event, no more and no less, however
  /// many there are and whatever else goes on.
  @Suite struct Soak {
    /// How long the long form goes on, in seconds: `DFTRACE_SOAK`.
    private static let duration =
      ProcessInfo.processInfo.environment["DFTRACE_SOAK"].flatMap(Double.init) ?? 0

    /// What the fixture says that it did.
    private struct Deeds {
      let opened, refused, processes, programs, failed: Int

      init(_ ran: Ran) throws {
        let pairs = ran.lines.map { $0.split(separator: " ") }
        let values = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], Int($0[1]) ?? -1) })
        func value(_ name: Substring) throws -> Int {
          try #require(values[name], "\(ran.errorText)")
        }
        opened = try value("opened")
        refused = try value("refused")
        processes = try value("processes")
        programs = try value("programs")
        failed = try value("failed")
      }
    }

    /// Runs the fixture and compares what it did with what was counted.
    ///
    /// - Returns: dftrace's memory at its peak, in bytes.
    @discardableResult
    private func run(rounds: Int, threads: Int, recording: String? = nil) throws -> Int {
      let scratch = try Scratch()
      mkdir(scratch.file(".ssh"), 0o700)
      try scratch.write(".ssh/id_rsa", "no key\n")
      var command = Command(
        Programs.fixture("soak"), "\(rounds)", "\(threads)", scratch.file(".ssh/id_rsa"))
      command.timeout = 120 + Double(rounds * threads) / 100
      let options = recording.map { ["--events", $0] } ?? []
      let traced = try Traced(command, options: ["--fail-on", "never"] + options)
      let did = try Deeds(traced.ran)
      #expect(traced.ran.end == .exited(0) && did.failed == 0)
      #expect(did.opened == rounds * threads && did.processes >= did.opened / 16)

      let summary = traced.report.summary
      let events = try #require(summary["events"] as? [String: Int])
      #expect(events["connect"] == did.refused)
      #expect(events["execve"] == did.programs + 1)
      #expect(events["procexit"] == did.processes + 1)
      #expect(events["procstart"] == did.processes + 1)
      #expect(summary["processes"] as? Int == did.processes + 1)
      // More sockets than are remembered are told of.
      let told = did.refused > 50_000 ? ["memory-bound"] : []
      #expect(traced.report.blindSpots.allSatisfy { told.contains($0) })
      let total = traced.report.all("alertTotal").first {
        $0["id"] as? String == "file-ssh-key-read"
      }
      #expect(total?["count"] as? Int == did.opened)
      #expect(summary["overflow"] as? Int == 0)
      if let recording { try check(recording, did) }
      return try #require(summary["peakMemoryBytes"] as? Int)
    }

    /// Whether a recording has each event, and each process no oftener than it changes.
    private func check(_ recording: String, _ did: Deeds) throws {
      var opened = 0
      var counts: [String: Int] = [:]
      for line in try String(contentsOfFile: recording, encoding: .utf8).split(separator: "\n") {
        let object = try #require(
          JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        let type = object["evt.type"] as? String ?? object["type"] as? String ?? ""
        counts[type, default: 0] += 1
        if type == "openat", line.contains("/.ssh/id_rsa\"") { opened += 1 }
      }
      #expect(opened == did.opened && counts["connect"] == did.refused)
      #expect(counts["procexit"] == did.processes + 1)
      // A process is written as it begins, with each program, and at its end.
      #expect(counts["process", default: 0] <= 3 * (did.processes + did.programs + 1) + 8)
    }

    @Test(.timeLimit(.minutes(3))) func everyEventCountsOnce() throws {
      try run(rounds: 2_000, threads: 4)
    }

    @Test(.timeLimit(.minutes(3))) func aRecordingHasThemAll() throws {
      let scratch = try Scratch()
      try run(rounds: 100, threads: 4, recording: scratch.file("events"))
    }

    /// The long form: one run after another, and beside them ordinary programs.
    @Test(.enabled(if: duration > 0)) func countsAndMemoryHoldForHours() throws {
      let start = Date()
      var peaks: [Int] = []
      var rounds = 2_000
      while Date().timeIntervalSince(start) < Self.duration {
        peaks.append(try run(rounds: rounds, threads: 1 + peaks.count % 8))
        try programsGoOn()
        rounds = min(rounds * 2, 500_000)
      }
      // What grows with the number of events would have grown by a hundred times.
      let most = try #require(peaks.max())
      print("soak: \(peaks.count) runs, peak memory \(peaks.map { $0 >> 20 }) MiB")
      #expect(most < peaks[0] + 64 << 20)
    }

    /// Runs programs of many kinds, with and without dftrace.
    private func programsGoOn() throws {
      let scratch = try Scratch()
      let script = """
        export GIT_AUTHOR_DATE=@1000000000 GIT_COMMITTER_DATE=@1000000000
        cd \(scratch.path) && git init -q g && cd g && seq 2000 > numbers && git add . &&
        git -c user.name=n -c user.email=e commit -q -m one && git log --format=%s && cd .. &&
        printf 'int main(void){return 3;}' > a.c && gcc -o a a.c; ./a; echo "a $?"
        printf 'all: $(shell seq -f t%%g 40)\\nt%%:\\n\\t@echo $* > $@\\n' > Makefile && make -s -j4 &&
        cat t* | sort | sha256sum
        python3 -c 'import subprocess, threading
        t = [threading.Thread(target=subprocess.run, args=(["true"],)) for _ in range(20)]
        [x.start() for x in t]; [x.join() for x in t]; print(len(t))'
        tar -cf - g | gzip -n | gzip -d | tar -tf - | sort | sha256sum; rm -rf ./g ./t* a a.c Makefile
        for i in $(seq 200); do (exit $i); echo $?; done | sha256sum
        seq 5000 | xargs -n 50 echo | sort | sha256sum
        """
      let plain = try Command("bash", "-c", script).run()
      let traced = try Traced(Command("bash", "-c", script), options: ["--fail-on", "never"])
      #expect(plain.end == traced.ran.end && plain.text == traced.ran.text)
      #expect(traced.report.blindSpots.isEmpty)
    }
  }
}
