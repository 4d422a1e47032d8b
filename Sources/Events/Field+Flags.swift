public import Syscalls

extension Field {
  /// The family whose names a flags field has.
  public var flagFamily: FlagFamily? {
    switch self {
    case .fileMode, .fileCreationMode: .mode
    case .fileAttributesSet: .fileAttributes
    case .memProt: .protection
    default: nil
    }
  }
}
