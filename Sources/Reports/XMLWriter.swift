internal import Text

/// Writes XML 1.0, one element a line.
///
/// Control characters, U+FFFE and U+FFFF are written as visible escapes, since XML cannot represent
/// them even as references (XML 1.0, production 2).
struct XMLWriter {
  /// The output so far.
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// Writes an element with child elements.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ content: (inout XMLWriter) -> Void
  ) {
    open(name, attributes)
    bytes += ">\n".utf8
    depth += 1
    content(&self)
    depth -= 1
    indent()
    bytes += "</\(name)>\n".utf8
  }

  /// Writes an element with text; line breaks are kept.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String = ""
  ) {
    open(name, attributes)
    guard !text.isEmpty else {
      bytes += "/>\n".utf8
      return
    }
    bytes.append(UInt8(ascii: ">"))
    escape(text, keepsLines: true)
    bytes += "</\(name)>\n".utf8
  }

  private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    indent()
    bytes += "<\(name)".utf8
    for (key, value) in attributes {
      bytes += " \(key)=\"".utf8
      escape(value, keepsLines: false)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func indent() {
    bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }

  private mutating func escape(_ text: String, keepsLines: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      // `>` needs a reference only in `]]>`, which is forbidden in text.
      case "&", "<", ">", "\"":
        bytes += (markupReference(UInt8(ascii: scalar))?.description ?? "").utf8
      case "\n" where keepsLines: bytes.append(UInt8(ascii: "\n"))
      default: bytes += scalar.shown.utf8
      }
    }
  }
}
