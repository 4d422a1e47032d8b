internal import Events

extension MessageTemplate {
  /// Serialises the template for ``init(unpacking:)`` of the same build.
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

  /// Deserialises the output of ``pack(into:)``.
  public init(unpacking unpacker: inout Unpacker) {
    parts = unpacker.list { unpacker in
      unpacker.flag() ? .text(unpacker.text()) : .field(unpacker.key())
    }
  }
}
