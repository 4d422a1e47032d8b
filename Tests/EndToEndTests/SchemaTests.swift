import Foundation
import Testing

extension EndToEnd {
  /// What other tools read is what the schemas in Docs/reference say, by a validator that others wrote.
  @Suite struct Schemas {
    private static let validate = """
      import json, sys
      from jsonschema import Draft7Validator
      schema = json.load(open(sys.argv[1]))
      Draft7Validator.check_schema(schema)
      validator = Draft7Validator(schema)
      seen, bad = {}, 0
      for text in open(sys.argv[2], encoding="utf-8") if sys.argv[3] == "lines" else [open(sys.argv[2]).read()]:
        document = json.loads(text)
        kind = document.get("type", "document")
        seen[kind] = seen.get(kind, 0) + 1
        # Many lines are alike, and each takes a millisecond and more.
        if seen[kind] > 150: continue
        if not validator.is_valid(document):
          bad += 1
          print(text[:300])
      print(sorted(seen))
      sys.exit(1 if bad else 0)
      """

    private func complaints(_ schema: String, _ file: String, _ how: String) throws -> Ran {
      let docs = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Docs/reference")
      return try Command(
        "/usr/bin/python3", "-c", Self.validate, docs.appending(path: schema).path, file, how
      ).run()
    }

    @Test(.timeLimit(.minutes(2))) func recordingsAreAsTheirSchemaSays() throws {
      let scratch = try Scratch()
      let script = #"""
        cat /etc/hostname; printf x > "$(printf 'no\377utf')"; kill -TERM $$
        """#
      var command = Command(
        Programs.dftrace, "run", "--component", "c", "--events", scratch.file("events"), "--",
        "bash",
        "-c", script)
      command.directory = scratch.path
      _ = try command.run()
      let ran = try complaints("events.schema.json", scratch.file("events"), "lines")
      #expect(ran.end == .exited(0), "\(ran.text)\(ran.errorText)")
      #expect(ran.text == "['end', 'event', 'process', 'recording']\n")
      // A line with another key, and one without a key that it needs, are none.
      for broken in [#"s/"type":"event",/&"more":1,/"#, #"s/"level":"[a-z]*",//"#] {
        let script = "sed '\(broken)' events > broken"
        var command = Command("sh", "-c", script)
        command.directory = scratch.path
        _ = try command.run()
        #expect(
          try complaints("events.schema.json", scratch.file("broken"), "lines").end == .exited(1))
      }
    }

    @Test(.timeLimit(.minutes(2))) func baselinesAreAsTheirSchemaSays() throws {
      let scratch = try Scratch()
      _ = try Command(
        Programs.dftrace, "run", "-p", "max-alert", "--write-baseline", scratch.file("b"), "--",
        "sh",
        "-c", "cat /etc/shadow"
      ).run()
      let ran = try complaints("baseline.schema.json", scratch.file("b"), "whole")
      #expect(ran.end == .exited(0), "\(ran.text)\(ran.errorText)")
    }
  }
}
