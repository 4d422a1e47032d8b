internal import Text

/// Formats shell commands for jobs.
enum ShellWords {
  /// Formats a shell command as the words after `dftrace run --`; adds `sh -c` when it needs a
  /// shell.
  static func words(_ command: String) -> String {
    let words = command.split(separator: " ")
    let isSimple =
      !words.isEmpty && words.allSatisfy { isPlainShellWord($0) }
      // `NAME=VALUE` before a command and shell keywords need a shell.
      && words[0].firstIndex(of: "=") == nil && !builtIn.contains(String(words[0]))
    return isSimple ? words.joined(separator: " ") : "sh -c \(shellQuoted(command))"
  }

  private static let builtIn: Set<String> = [
    ".", "cd", "command", "eval", "exec", "exit", "export", "if", "for", "set", "source", "trap",
    "ulimit", "umask", "unset", "until", "while", "case",
  ]

  /// The error in a command for one line of a job; nil when it is valid.
  static func mistake(in command: String) -> String? {
    if command.allSatisfy(\.isWhitespace) { return "expected a command, found nothing" }
    if command.unicodeScalars.contains(where: \.isHazardous) {
      return "expected one line without control characters; put longer commands in a script"
    }
    if command.contains("${{") {
      return "expected a shell command without \"${{\", which GitHub replaces"
    }
    return nil
  }
}
