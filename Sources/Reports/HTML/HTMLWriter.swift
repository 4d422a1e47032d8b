internal import Text

/// Writes HTML (the WHATWG standard's syntax) so that no text can become markup.
///
/// Names of elements and attributes are literals of this program, and every text and every value
/// of an attribute is made visible, cut and escaped on its way. There is no way to write bytes as
/// they are but ``embed(_:)``, which takes literals only.
struct HTMLWriter {
  /// Attributes in their order; one whose value is nil is left out.
  typealias Attributes = KeyValuePairs<StaticString, String?>

  /// What has been written so far.
  private(set) var bytes: [UInt8] = []

  /// Writes an element that stands by itself, on lines of its own.
  mutating func block(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    bytes.append(UInt8(ascii: "\n"))
    content(&self)
    close(name)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes an element within a line.
  mutating func inline(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    content(&self)
    close(name)
  }

  /// Writes an element within a line that holds a text only.
  mutating func inline(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: String, limit: Int = 400
  ) {
    open(name, attributes)
    text(content, limit: limit)
    close(name)
  }

  /// Writes an element on a line of its own that holds a text only.
  mutating func line(
    _ name: StaticString, _ attributes: Attributes = [:], _ content: String, limit: Int = 400
  ) {
    inline(name, attributes, content, limit: limit)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes an element that can't have content.
  mutating func void(_ name: StaticString, _ attributes: Attributes) {
    open(name, attributes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Writes a start tag; its end tag has to follow.
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

  /// Writes a text: what a reader could not see shows as an escape, and what is beyond the limit is
  /// cut from the middle.
  mutating func text(_ value: String, limit: Int = 400) {
    // Nearly all texts are short and plain, and need no look at their scalars.
    let isPlain = value.utf8.count <= limit && value.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    for byte in (isPlain ? value : safeText(value, limit: limit)).utf8 {
      if let reference = markupReference(byte) {
        bytes += reference.description.utf8
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Writes markup, a style sheet or a script of this program as it is.
  mutating func embed(_ literal: StaticString) { bytes += literal.description.utf8 }

  /// Appends what another writer wrote.
  mutating func append(_ other: HTMLWriter) { bytes += other.bytes }

  /// Values of attributes are classes, numbers, links and labels; none is longer.
  private static let attributeLimit = 1_000
}
