internal import Text

/// Text as GitHub Flavored Markdown that shows it and does nothing else.
///
/// Nothing is escaped by backslashes: renderers look for links, mentions and references (`@name`,
/// `#1`, `!1`, bare addresses) in what has been escaped too, but in no code.
enum MarkdownText {
  /// Text that the traced program may have chosen, as a code span.
  ///
  /// The fence is longer than any run of backquotes inside, as CommonMark, section 6.1, asks for.
  static func code(_ text: String, limit: Int = 400) -> String {
    let shown = safeText(text, limit: limit)
    guard !shown.isEmpty else { return "`''`" }
    let fence = String(repeating: "`", count: longestRun(shown) + 1)
    // Bytes, not characters: a backquote with an accent is still one to a renderer.
    let marks: [UInt8] = [0x20, 0x60]
    let needsBlank = marks.contains(shown.utf8.first ?? 0) || marks.contains(shown.utf8.last ?? 0)
    let blank = needsBlank ? " " : ""
    return fence + blank + shown + blank + fence
  }

  /// A code span for a cell of a table, where a bar would begin the next cell.
  ///
  /// Renderers take `\|` for a bar in a cell, code included, but differ over the backslashes before
  /// it, so that these are shown by number where there is a bar.
  static func cell(_ text: String, limit: Int = 200) -> String {
    let span = code(text, limit: limit)
    guard span.utf8.contains(UInt8(ascii: "|")) else { return span }
    return replacing(in: span, ["\\": "\\u{5c}", "|": "\\|"])
  }

  /// A sentence of the catalogue's or the policy's: words stay words, all else is a code span.
  static func prose(_ text: String, limit: Int = 1_200) -> String {
    words(text, limit) { code($0, limit: limit) }
  }

  /// A sentence inside an HTML element, where Markdown means nothing.
  static func html(_ text: String, limit: Int = 200) -> String {
    words(text, limit) { word in
      "<code>"
        + escapingMarkup(word) + "</code>"
    }
  }

  /// A block of code that is to be copied.
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

  /// Whether no renderer makes anything of a word: letters, digits and marks of punctuation.
  private static func isPlain(_ word: Substring.UnicodeScalarView) -> Bool {
    var last: [Unicode.Scalar] = []
    for scalar in word {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9": break
      case _ where !scalar.isASCII: break
      default: guard ".,;:'()?/-+=".unicodeScalars.contains(scalar) else { return false }
      }
      // The beginnings of an address: `://` and `www.`.
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
