@testable import Rules

/// The conditions of the first alerts, which must compile and be pushed down tightly.
enum FirstAlerts {
  static let connects = "evt.type in (connect, sendto, sendmsg, sendmmsg)"

  static let conditions: [String: String] = [
    "network-shell-connects":
      "evt.type = connect and fd.sockfamily = ip and proc.is_shell = true",
    "network-reverse-shell": """
    ((evt.type in (execve, execveat) and evt.rawres = 0) or (evt.type in (dup2, dup3)
    and evt.arg.newfd in (0, 1, 2) and fd.is_outgoing = true and evt.failed = false))
    and (proc.is_shell = true or proc.is_interpreter = true)
    and proc.stdin.is_outgoing = true and proc.stdout.is_outgoing = true
    """,
    "network-cloud-metadata": connects + " and fd.sip in ($addresses)",
    "network-restricted-country": connects + " and fd.sport != 0 and fd.country in ($countries)",
    "process-fileless-execution": """
    evt.type in (execve, execveat) and evt.rawres = 0 and (proc.is_exe_from_memfd = true
    or proc.is_exe_deleted = true or evt.arg.filename glob anyof ($paths))
    """,
    "process-dropped-executable": """
    evt.type in (execve, execveat) and evt.rawres = 0 and proc.is_exe_written_in_run = true
    and proc.is_exe_in_workspace = false and not proc.exe_writer glob anyof ($excludedWriters)
    """,
    "process-traced-another": """
    evt.type = ptrace and evt.arg.request in (PTRACE_ATTACH, PTRACE_SEIZE, PTRACE_POKETEXT,
    PTRACE_POKEDATA, PTRACE_POKEUSR, PTRACE_SETREGS, PTRACE_SETREGSET)
    and target.is_same_program = false and not proc.program in ($debuggers)
    """,
    "file-ssh-key-read": """
    evt.is_open_read = true and fd.name glob anyof ($paths) and not fd.name endswith .pub
    and not proc.program in ($programs)
    """,
    "file-write-system-binary": """
    ((evt.is_open_write = true and fd.name pmatch ($directories)) or (evt.type in (rename,
    renameat, renameat2) and (fs.path.source pmatch ($directories) or fs.path.target pmatch
    ($directories))) or (evt.type in (link, linkat, symlink, symlinkat) and fs.path.target pmatch
    ($directories)) or (evt.type in (unlink, unlinkat, truncate) and fs.path.name pmatch
    ($directories))) and not proc.program in ($programs) and evt.failed = false
    """,
    "file-setuid-bit-set": """
    ((evt.type in (chmod, fchmod, fchmodat, fchmodat2) and file.is_regular = true)
    or evt.is_open_create = true or evt.type in (mknod, mknodat))
    and (evt.arg.mode contains S_ISUID or evt.arg.mode contains S_ISGID)
    and not proc.program in ($programs) and evt.failed = false
    """,
  ]

  static let criteria: [String: CriterionValue] = [
    "addresses": .list([.text("169.254.169.254"), .text("fd00:ec2::254")]),
    "countries": .list([.text("RU"), .text("KP")]),
    "paths": .list([.text("/root/.ssh/id_*"), .text("/home/*/.ssh/id_*")]),
    "excludedWriters": .list([.text("ld*"), .text("gcc")]),
    "debuggers": .list([.text("gdb")]),
    "programs": .list([.text("ssh"), .text("dpkg")]),
    "directories": .list([.text("/usr/bin"), .text("/bin")]),
  ]

  static func compile(_ names: [String]) throws -> RuleProgram {
    try RuleProgram.compile(
      names.map { RuleText(id: $0, condition: conditions[$0] ?? "", criteria: criteria) })
  }
}
