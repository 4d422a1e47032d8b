import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Events for other tools, and for later.
  @Suite struct EventStreams {
    /// What a shell has come to under bash with pipefail.
    private func bash(_ script: String, in scratch: Scratch) throws -> Ran {
      var command = Command("bash", "-o", "pipefail", "-c", script)
      command.environment += ["DFTRACE=\(Programs.dftrace)"]
      command.directory = scratch.path
      command.timeout = 60
      return try command.run()
    }

    /// The events have standard output for themselves; what the command writes there is not lost.
    @Test(.timeLimit(.minutes(2))) func aPipeHasTheEventsAlone() throws {
      let scratch = try Scratch()
      let ran = try bash(
        #""$DFTRACE" run --events - -- sh -c 'echo words; echo more >&2; cat /etc/hostname' | jq -r .type | sort | uniq -c"#,
        in: scratch)
      #expect(ran.end == .exited(0), "\(ran.errorText)")
      let types = Set(ran.text.split(separator: "\n").compactMap { $0.split(separator: " ").last })
      #expect(types == ["recording", "process", "event", "end"])
      #expect(ran.errorText.contains("words\n") && ran.errorText.contains("more\n"))
    }

    /// Whoever reads sees an event while the command goes on: this one waits until it was seen.
    @Test(.timeLimit(.minutes(2))) func eventsComeAsTheyHappen() throws {
      let scratch = try Scratch()
      let ran = try bash(
        #"""
        "$DFTRACE" run --timeout 30 --events - -- \
          sh -c 'cat /etc/hostname; while [ ! -e seen ]; do sleep 0.1; done' 2> /dev/null |
          { grep -m1 -c '"name":"/etc/hostname"'; touch seen; cat > /dev/null; }
        """#, in: scratch)
      #expect(ran.end == .exited(0))
      #expect(ran.text == "1\n")
    }

    /// A slow reader slows the command down; nothing is lost. A pipe holds 64 KiB.
    @Test(.timeLimit(.minutes(2))) func aSlowReaderLosesNothing() throws {
      let scratch = try Scratch()
      let ran = try bash(
        #"""
        "$DFTRACE" run --events - -- sh -c 'for i in 1 2 3 4 5 6 7 8 9 10; do cat /etc/hostname; done' 2>/dev/null |
          { sleep 2; cat; } > events
        "$DFTRACE" analyze events > /dev/null; echo $?
        jq -r 'select(.type == "event") | .number' events | wc -l
        jq -r 'select(.type == "end") | [.events[]] | add' events
        """#, in: scratch)
      let lines = ran.text.split(separator: "\n").map(String.init)
      #expect(lines.count == 3 && lines[0] == "0")
      #expect(lines[1] == lines[2])
      #expect(Int(lines[1]).map { $0 > 100 } == true)
    }

    /// A process is written once, and again when something about it has changed: not for each event.
    @Test(.timeLimit(.minutes(2))) func aProcessIsNotWrittenForEachEvent() throws {
      let scratch = try Scratch()
      let ran = try bash(
        #"""
        "$DFTRACE" run --events events -- python3 -c 'import json' > /dev/null 2>&1
        jq -r .type events | sort | uniq -c | sort -rn | head -2
        """#, in: scratch)
      let counts = ran.text.split(separator: "\n").map { $0.split(separator: " ") }
      #expect(counts.map { $0.last } == ["event", "process"], "\(ran.text)")
      let numbers = counts.compactMap { Int($0[0]) }
      #expect(numbers.count == 2 && numbers[0] > 10 * numbers[1], "\(ran.text)")
    }

    /// A reader that goes is an output that failed; the command runs to its end.
    @Test(.timeLimit(.minutes(2))) func aReaderThatGoesIsSaid() throws {
      let scratch = try Scratch()
      let ran = try bash(
        #"""
        { "$DFTRACE" run --events - -- sh -c 'sleep 1; cat /etc/hostname; sleep 1; touch ended'; echo $? > status; } | true
        cat status
        """#, in: scratch)
      #expect(ran.text == "125\n")
      #expect(ran.errorText.contains("standard output could not be written: EPIPE"))
      #expect(FileManager.default.fileExists(atPath: scratch.file("ended")))
    }

    @Test(.timeLimit(.minutes(2))) func packedAndPipedRecordingsAreRead() throws {
      let scratch = try Scratch()
      let ran = try bash(
        #"""
        "$DFTRACE" run --events events -- cat /etc/shadow > /dev/null 2>&1
        gzip -k events
        for how in 'analyze events' 'analyze events.gz' 'analyze - < events' 'analyze - < events.gz' 'analyze - < <(cat events.gz)'; do
          eval "\"\$DFTRACE\" $how -p max-alert --fail-on never" | sha256sum
        done | uniq -c
        head -c 900 events.gz | "$DFTRACE" analyze -; echo $?
        """#, in: scratch)
      let lines = ran.text.split(separator: "\n")
      #expect(lines.first?.contains("  5 ") == true, "\(ran.text)")
      #expect(lines.last == "125")
      #expect(ran.errorText.contains("standard input: the gzip data is truncated or damaged"))
    }
  }
}
