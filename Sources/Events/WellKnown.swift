/// Directories that mean the same on every Linux system; `hier(7)`, FHS 3.0.
public enum WellKnownPaths {
  /// Temporary directories, without trailing slashes.
  public static let temporaryDirectories = ["/tmp", "/var/tmp", "/dev/shm"]

  /// ``temporaryDirectories`` as raw bytes.
  public static let temporaryDirectoryBytes = temporaryDirectories.map { Array($0.utf8) }
}

/// Ports that the kernel chooses for a socket that asks for none.
public enum EphemeralPorts {
  /// The first port of the kernel's default range; `net.ipv4.ip_local_port_range` of `ip(7)`.
  public static let first = 32768

  /// Whether the kernel may have chosen a port.
  public static func contains(_ port: some BinaryInteger) -> Bool { port >= first }
}
