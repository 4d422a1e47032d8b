/// Detects the kind of a secret in a text, without returning the secret.
public enum SecretKind {
  /// The kind of secret in an argument vector; nil without one.
  public static func inArguments(_ arguments: [ArraySlice<UInt8>]) -> String? {
    var scanner = SecretScanner()
    var isScript = false
    for argument in arguments.prefix(4096) {
      let bytes = Array(argument)
      let ranges = scanner.secrets(in: bytes, isArgument: !isScript)
      isScript = SecretScanner.precedesScript(bytes)
      if let range = ranges.first { return name(bytes[range]) }
    }
    return nil
  }

  /// The kind of secret in an environment variable, `NAME=VALUE`; nil without one.
  public static func inVariable(_ variable: ArraySlice<UInt8>) -> String? {
    var scanner = SecretScanner()
    let bytes = Array(variable)
    return scanner.secrets(in: bytes, isArgument: true).first.map { name(bytes[$0]) }
  }

  private static let issuers: [(prefix: String, name: String)] = [
    ("AKIA", "AWS access key"), ("ASIA", "AWS access key"), ("gh", "GitHub token"),
    ("github_pat_", "GitHub token"), ("glpat-", "GitLab token"), ("xox", "Slack token"),
    ("sk_live_", "Stripe key"), ("rk_live_", "Stripe key"), ("npm_", "npm token"),
    ("AIza", "Google API key"), ("-----BEGIN", "private key"), ("eyJ", "JSON Web Token"),
  ]

  private static func name(_ secret: ArraySlice<UInt8>) -> String {
    issuers.first { secret.starts(with: $0.prefix.utf8) }?.name ?? "password or key"
  }
}

extension SecretScanner {
  /// Whether the next argument is a script of several words, as after `sh -c` and `bash -lc`.
  public static func precedesScript(_ argument: [UInt8]) -> Bool {
    argument.first == 0x2D && argument.count <= 5 && argument.last == 0x63
  }
}
