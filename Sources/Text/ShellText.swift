/// Quotes a text as one word of a POSIX shell.
public func shellQuoted(_ text: String) -> String {
  isPlainShellWord(text) ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
}

/// Whether a text is one word of a shell without quotes.
public func isPlainShellWord(_ text: some StringProtocol) -> Bool {
  !text.isEmpty
    && text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "/", ":", "=", "@", ",", "+", "-", "%": true
      default: false
      }
    }
}
