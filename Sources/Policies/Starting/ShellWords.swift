internal import Text

/// Shell commands as they are put into jobs.
enum ShellWords {
  /// A shell command as the words that follow `dftrace run --`: what only a shell understands is
  /// given to one.
  static func words(_ command: String) -> String {
    let words = command.split(separator: " ")
    let isSimple =
      !words.isEmpty && words.allSatisfy { isPlainShellWord($0) }
      // `NAME=VALUE` before a command is the shell's to understand, and so are its own words.
      && words[0].firstIndex(of: "=") == nil && !builtIn.contains(String(words[0]))
    return isSimple ? words.joined(separator: " ") : "sh -c \(shellQuoted(command))"
  }

  private static let builtIn: Set<String> = [
    ".", "cd", "command", "eval", "exec", "exit", "export", "if", "for", "set", "source", "trap",
    "ulimit", "umask", "unset", "until", "while", "case",
  ]

  /// What is wrong with a command that is to stand on one line of a job; nil for nothing.
  static func mistake(in command: String) -> String? {
    if command.allSatisfy(\.isWhitespace) { return "expected a command, found nothing" }
    let isControl = command.unicodeScalars.contains {
      $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
        || $0.value == 0x2028 || $0.value == 0x2029
    }
    if isControl { return "expected one line of visible characters; a script can hold more" }
    if command.contains("${{") {
      return "\"${{\" is what GitHub replaces; expected a shell command without it"
    }
    return nil
  }
}
