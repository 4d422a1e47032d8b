internal import Text

/// Writes HTML (the WHATWG standard's syntax) so that no text can become markup.
///
/// Names of elements and attributes are literals of this program. Texts and attribute values are
/// sanitised, shortened and escaped. Only ``embed(_:)`` writes markup, and it accepts literals
/// only.
struct HTMLWriter {
  /// Attributes in order; those with a nil value are omitted.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// The output so far.
  private(set) var bytes: [UInt8] = []

  /// Writes a block element on its own lines.
  mutating func block(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: "\n"))
    content(&self)
    close(name)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes an inline element.
  mutating func inline(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an inline element with text.
  mutating func inline(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: String, limit: Int = 400
  ) {
    open(name, attributes)
    text(content, limit: limit)
    close(name)
  }

  /// Writes an element with text on its own line.
  mutating func line(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: String, limit: Int = 400
  ) {
    inline(name, attributes, content, limit: limit)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a void element, which has no content.
  mutating func void(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a start tag; the caller writes its end tag.
  mutating func open(_ name: StaticString, _ attributes: Attributes = [:]) {
    bytes.append(UInt8(ascii: "<"))
    bytes += name.description.utf8
    for (attribute, value) in attributes {
      guard let value else { continue }
      bytes.append(UInt8(ascii: " "))
      bytes += attribute.description.utf8
      bytes += "=\"".utf8
      text(value, limit: Self.attributeLimit)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes an end tag.
  mutating func close(_ name: StaticString) {
    bytes += "</".utf8
    bytes += name.description.utf8
    bytes.append(UInt8(ascii: ">"))
  }

  /// Writes a text: invisible characters become escapes, a text over the limit is shortened in the
  /// middle.
  mutating func text(_ value: String, limit: Int = 400) {
    // Fast path: most texts are short ASCII.
    let isPlain = value.utf8.count <= limit && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    for byte in (isPlain ? value : safeText(value, limit: limit)).utf8 {
      if let reference = markupReference(byte) {
        bytes += reference.description.utf8
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Writes a literal of this program (markup, style sheet or script) without escaping.
  mutating func embed(_ literal: StaticString) { bytes += literal.description.utf8 }

  /// Appends the output of another writer.
  mutating func append(_ other: HTMLWriter) { bytes += other.bytes }

  /// Maximum length of an attribute value: a class, number, link or label.
  private static let attributeLimit = 1_000
}
