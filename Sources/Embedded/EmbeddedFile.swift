internal import CEmbedded

/// A file of the repository that is part of the program, so that the program needs no file beside
/// itself.
public enum EmbeddedFile: UInt32, CaseIterable, Sendable {
  /// `policies.json`: the built-in policies.
  case policies
  /// The alerts of one category each, `Sources/Catalogue/Data`.
  case network, process, library, node, file, memory, syscall, libcall
  /// The built-in policy `standard` as it is when it has been compiled.
  case standardImage

  /// The files with the alerts of the catalogue, in the order in which they are read.
  public static let catalogue: [EmbeddedFile] = [
    .network, .process, .library, .node, .file, .memory, .syscall, .libcall,
  ]

  /// The size in bytes.
  public var size: Int { dft_embedded_size(rawValue) }

  /// The content: a copy.
  public var bytes: [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let base = buffer.baseAddress else { return }
      unsafe dft_embedded_copy(rawValue, base)
      count = size
    }
  }
}
