/// Converts untrusted bytes to valid text.
///
/// Valid UTF-8 stays; each other byte becomes `\xNN`, so that different names stay different.
/// Control characters stay, since each output escapes them in its own way.
///
/// - Parameters:
///   - bytes: any bytes.
///   - limit: maximum number of bytes; an ellipsis replaces the rest.
public func displayText(_ bytes: some Collection<UInt8>, limit: Int = 4096) -> String {
  let head = Array(bytes.prefix(limit))
  var text = String(validating: head, as: UTF8.self) ?? escapingInvalid(head)
  if bytes.count > limit { text += "…" }
  return text
}

private func escapingInvalid(_ bytes: [UInt8]) -> String {
  var text = ""
  var index = 0
  while index < bytes.count {
    let length =
      switch bytes[index] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let end = min(index + length, bytes.count)
    if let scalar = String(validating: bytes[index..<end], as: UTF8.self) {
      text += scalar
      index = end
    } else {
      let digits = String(bytes[index], radix: 16)
      text += "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
      index += 1
    }
  }
  return text
}
