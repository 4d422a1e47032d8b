internal import Events

extension MessageTemplate {
  /// Writes the template as bytes, for ``init(unpacking:)`` of the same build.
  public func pack(into packer: inout Packer) {
    packer.add(parts) { packer, part in
      switch part {
      case .text(let text):
        packer.add(true)
        packer.add(text)
      case .field(let key):
        packer.add(false)
        packer.add(key)
      }
    }
  }

  /// Reads what ``pack(into:)`` wrote.
  public init(unpacking unpacker: inout Unpacker) {
    parts = unpacker.list { unpacker in
      unpacker.flag() ? .text(unpacker.text()) : .field(unpacker.key())
    }
  }
}
