import Foundation
import Glibc
import Testing

extension EndToEnd {
  /// Fields that no built-in alert asks for: a policy of one's own gets them, in a run and from its
  /// recording.
  @Suite struct FieldTests {
    private static let marker = "evt.type = openat and fd.name endswith /marker and "

    /// What is true of the run below.
    private static let held = [
      marker + "evt.dir = <", marker + "evt.category = file", marker + "evt.time startswith 20",
      marker + "evt.args contains 'flags=O_RDONLY'", marker + "evt.args contains /marker",
      marker + "proc.exeline startswith 'cat ' and proc.exeline endswith /marker",
      marker + "proc.duration >= 0 and proc.duration < 60000000000",
      marker + "proc.vpid = val(proc.pid)", marker + "proc.sname exists",
      marker + "proc.loginshellid = val(proc.ppid)", marker + "proc.nchilds = 0",
      marker + "proc.stdin.writers intersects ('printf x')",
      marker + "file.created_in_run = false and file.is_on_own_ground = false",
      marker + "file.is_in_own_repository = false",
      "evt.type = openat and fd.name endswith /own/file and file.is_on_own_ground = true",
      "evt.type = openat and fd.name endswith /own/file and file.created_in_run = true",
      "evt.type = openat and fd.name endswith /own/file and file.is_in_own_repository = true",
      marker + "proc.is_jit = false", marker + "file.is_elf = false",
      "evt.type = openat and fd.name endswith /program and file.is_elf = true",
      "evt.type = connect and fd.sport = 1 and fd.is_server = false and evt.category = net",
      "evt.type = connect and fd.sport = 1 and fd.is_metadata_service = false",
      "evt.type = connect and fd.sport = 1 and fd.is_kubernetes_api = false",
      marker + "proc.program_args endswith /marker and not proc.program_args startswith cat",
      marker + "proc.below_package_manager = false and not proc.loader_variables exists",
      "evt.type = write and proc.is_shell = true and evt.category = IPC",
      "evt.type = bind and fd.is_server = true and fd.is_loopback = true",
    ]
    /// What is false of it.
    private static let failed = [
      marker + "evt.dir = >", marker + "evt.category = net", marker + "evt.args contains O_WRONLY",
      marker + "proc.exeline startswith bash", marker + "proc.duration > 600000000000",
      marker + "proc.vpid != val(proc.pid)", marker + "proc.loginshellid = val(proc.pid)",
      marker + "proc.nchilds > 0", marker + "proc.stdin.writers intersects ('printf y')",
      marker + "proc.stdout.readers exists", marker + "file.created_in_run = true",
      marker + "file.is_on_own_ground = true", marker + "file.is_in_own_repository = true",
      marker + "proc.is_jit = true", marker + "file.is_elf = true",
      marker + "fd.is_server exists", marker + "fd.cip.name exists",
      "evt.type = openat and fd.name endswith /program and file.is_elf = false",
      "evt.type = connect and fd.sport = 1 and fd.is_metadata_service = true",
      "evt.type = connect and fd.sport = 1 and fd.is_kubernetes_api = true",
      marker + "proc.below_package_manager = true", marker + "proc.loader_variables exists",
      "evt.type = write and evt.category = net",
    ]

    @Test(.timeLimit(.minutes(2))) func areThereForConditions() throws {
      let scratch = try Scratch()
      try scratch.write("marker", "here\n")
      try FileManager.default.copyItem(atPath: "/bin/true", toPath: scratch.file("program"))
      let script = """
        echo through | cat > /dev/null; cat $1/marker; cat $1/program > /dev/null
        /usr/bin/printf x | (read -r y; cat $1/marker; :)
        mkdir $1/own; echo > $1/own/file; cat $1/own/file; rm -r $1/own
        (exec 3<> /dev/tcp/127.0.0.1/1) 2> /dev/null
        python3 -c 'import socket; socket.create_server(("127.0.0.1", 0))'; :
        """
      var status = stat()
      #expect(unsafe stat(scratch.file("marker"), &status) == 0)
      let machine = [
        (Self.marker + "fd.ino = \(status.st_ino) and fd.dev = \(status.st_dev)", true),
        (Self.marker + "fd.ino = \(status.st_ino + 1)", false),
        (Self.marker + "user.name = \(Self.name(of: getuid()))", true),
        (Self.marker + "user.name = 'no such user'", false),
        (Self.marker + "group.name = 'no such group'", false),
        // Only root may write /bin/cat.
        (Self.marker + "proc.is_exe_writable = \(getuid() == 0)", true),
        (Self.marker + "proc.is_exe_writable = \(getuid() != 0)", false),
        // A kernel without auditing has none.
        (Self.marker + "user.loginuid >= -1", access("/proc/self/loginuid", R_OK) == 0),
      ]
      let conditions =
        Self.held.map { ($0, true) } + Self.failed.map { ($0, false) } + machine
      let expected = Set(conditions.indices.filter { conditions[$0].1 }.map { "held-\($0)" })
      let alerts = conditions.enumerated().map { index, item in
        [
          "id": "held-\(index)", "title": "t", "category": "file", "priority": "P1",
          "message": "m", "object": "o", "condition": item.0,
        ]
      }
      let policy = try JSONSerialization.data(
        withJSONObject: ["name": "own", "customAlerts": alerts])
      try policy.write(to: URL(filePath: scratch.file("policy.json")))
      let evaluation = [
        "-p", scratch.file("policy.json"), "--fail-on", "never", "-f", "json", "-o",
      ]
      let run = try Command(
        [Programs.dftrace, "run"] + evaluation + [
          scratch.file("run"), "--events", scratch.file("events"), "--", "bash", "-c", script,
          "bash", scratch.path,
        ]
      ).run()
      #expect(run.text == "here\nhere\n\n" && run.end == .exited(0), "\(run.errorText)")
      let replay = try Command(
        [Programs.dftrace, "analyze"] + evaluation + [
          scratch.file("replay"), scratch.file("events"),
        ]
      ).run()
      #expect(replay.end == .exited(0), "\(replay.errorText)")
      for name in ["run", "replay"] {
        let found = Set(try Report(contentsOf: scratch.file(name)).alertIDs)
        for id in found.symmetricDifference(expected).sorted() {
          let index = Int(id.dropFirst(5)) ?? 0
          Issue.record("\(name): \(found.contains(id)): \(conditions[index].0)")
        }
      }
    }

    private static func name(of user: uid_t) -> String {
      guard let entry = unsafe getpwuid(user), let name = unsafe entry.pointee.pw_name else {
        return "unknown"
      }
      return unsafe String(cString: name)
    }
  }
}
