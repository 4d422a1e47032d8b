/// Replaces scalars by texts.
///
/// Works on scalars, since Swift reads a bar with a combining accent as one character, while other
/// programs read a bar.
public func replacing(in text: String, _ replacements: [Unicode.Scalar: String]) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if let replacement = replacements[scalar] {
      result.append(contentsOf: replacement.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}

/// The character reference for a special byte of HTML and XML; nil for other bytes.
///
/// Source: the WHATWG HTML standard, 13.3; XML 1.0, 2.4.
@inlinable
public func markupReference(_ byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&quot;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}

/// Escapes text for an element or a quoted attribute of HTML and XML.
public func escapingMarkup(_ text: String) -> String {
  var result: [UInt8] = []
  for byte in text.utf8 {
    if let reference = markupReference(byte) {
      result += reference.description.utf8
    } else {
      result.append(byte)
    }
  }
  return String(decoding: result, as: UTF8.self)
}
