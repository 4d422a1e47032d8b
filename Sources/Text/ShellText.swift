/// A text as one word of a POSIX shell.
public func shellQuoted(_ text: String) -> String {
  isPlainShellWord(text) ? text : "'" + text.replacing("'", with: #"'\''"#) + "'"
}

/// Whether a shell takes a text for one word, with no quotation marks around it.
public func isPlainShellWord(_ text: some StringProtocol) -> Bool {
  !text.isEmpty
    && text.unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "_", ".", "/", ":", "=", "@", ",", "+", "-", "%": true
      default: false
      }
    }
}
