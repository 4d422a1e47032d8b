internal import Text

/// Escapes text for GitHub Flavored Markdown, without links, mentions or markup.
///
/// Uses code spans, not backslashes: renderers find links, mentions and references (`@name`, `#1`,
/// `!1`, bare addresses) in escaped text too, but not in code.
enum MarkdownText {
  /// Formats untrusted text as a code span.
  ///
  /// The fence is longer than any run of backquotes inside (CommonMark, section 6.1).
  static func code(_ text: String, limit: Int = 400) -> String {
    let shown = safeText(text, limit: limit)
    guard !shown.isEmpty else { return "`''`" }
    let fence = String(repeating: "`", count: longestRun(shown) + 1)
    // Compare bytes, not characters: renderers treat a backquote with a combining accent as a
    // backquote.
    let marks: [UInt8] = [0x20, 0x60]
    let needsBlank = marks.contains(shown.utf8.first ?? 0) || marks.contains(shown.utf8.last ?? 0)
    let blank = needsBlank ? " " : ""
    return fence + blank + shown + blank + fence
  }

  /// Formats a code span for a table cell, where a bar would begin the next cell.
  ///
  /// Renderers read `\|` in a cell as a bar, in code too, but disagree about backslashes before it.
  /// So backslashes are escaped by number when the text has a bar.
  static func cell(_ text: String, limit: Int = 200) -> String {
    let span = code(text, limit: limit)
    guard span.utf8.contains(UInt8(ascii: "|")) else { return span }
    return replacing(in: span, ["\\": "\\u{5c}", "|": "\\|"])
  }

  /// Formats a sentence of the catalogue or the policy: plain words stay, other words become code
  /// spans.
  static func prose(_ text: String, limit: Int = 1_200) -> String {
    words(text, limit) { code($0, limit: limit) }
  }

  /// Formats a sentence inside an HTML element, where Markdown is not interpreted.
  static func html(_ text: String, limit: Int = 200) -> String {
    words(text, limit) { word in
      "<code>"
        + escapingMarkup(word) + "</code>"
    }
  }

  /// Formats a code block to copy.
  static func block(_ text: String, language: String, indent: String) -> String {
    let fence = String(repeating: "`", count: max(3, longestRun(text) + 1))
    return indent + fence + language + "\n" + indent + text + "\n" + indent + fence + "\n"
  }

  private static func words(
    _ text: String, _ limit: Int, _ other: (String) -> String
  ) -> String {
    safeText(text, limit: limit).unicodeScalars.split(separator: " ").map { word in
      isPlain(word) ? String(word) : other(String(word))
    }.joined(separator: " ")
  }

  /// Whether a word has no meaning in Markdown: letters, digits and some punctuation.
  private static func isPlain(_ word: Substring.UnicodeScalarView) -> Bool {
    var last: [Unicode.Scalar] = []
    for scalar in word {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": break
      case _ where !scalar.isASCII: break
      default: guard ".,;:'()?/-+=".unicodeScalars.contains(scalar) else { return false }
      }
      // Renderers link words that contain `://` or `www.`.
      last = Array(last.suffix(3)) + [scalar]
      guard !last.suffix(3).elementsEqual("://".unicodeScalars),
        !String(String.UnicodeScalarView(last)).lowercased().utf8.elementsEqual("www.".utf8)
      else { return false }
    }
    return true
  }

  private static func longestRun(_ text: String) -> Int {
    var longest = 0
    var run = 0
    for byte in text.utf8 {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}
