/// Parsers of files that describe the machine: `os-release(5)`, `mountinfo` of `proc(5)`.
public enum HostTexts {
  /// The unquoted values of `os-release(5)`, by name.
  public static func release(_ text: [UInt8]) -> [String: String] {
    var values: [String: String] = [:]
    for line in text.split(separator: 0x0A).prefix(256) {
      let parts = line.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      var value = parts[1]
      if value.count >= 2, let first = value.first, first == 0x22 || first == 0x27,
        value.last == first
      {
        value = value.dropFirst().dropLast()
      }
      values[String(decoding: parts[0], as: UTF8.self)] = String(decoding: value, as: UTF8.self)
    }
    return values
  }

  /// One mount of `/proc/PID/mountinfo`.
  public struct Mount: Equatable, Sendable {
    /// The number of the mount, unique on the machine while it exists.
    public let id: [UInt8]
    /// The mounted directory of the file system.
    public let root: [UInt8]
    /// The mount point.
    public let place: [UInt8]
    /// The file system type.
    public let type: String
    /// The device number of the file system, as `MAJOR:MINOR`.
    public let device: [UInt8]
  }

  /// The mounts of a process.
  public static func mounts(_ text: [UInt8]) -> [Mount] {
    text.split(separator: 0x0A).prefix(10_000).compactMap { line in
      // id parent major:minor root place options [tags] - type source options
      let words = line.split(separator: 0x20)
      guard words.count > 6, let dash = words.firstIndex(where: { $0.elementsEqual([0x2D]) }),
        dash + 1 < words.count
      else { return nil }
      return Mount(
        id: Array(words[0]), root: unescaped(words[3]), place: unescaped(words[4]),
        type: String(decoding: words[dash + 1], as: UTF8.self), device: Array(words[2]))
    }
  }

  /// Decodes the octal escapes of blanks, tabs, line feeds and backslashes.
  private static func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      // The integer parser accepts a sign, which is not a digit.
      guard byte == 0x5C, digits.count == 3, digits.allSatisfy({ (0x30...0x37).contains($0) }),
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      else {
        result.append(byte)
        continue
      }
      result.append(value)
      rest = rest.dropFirst(3)
    }
    return result
  }

  /// The version number of a kernel release: 6.1 is 6001.
  public static func kernelNumber(_ release: String) -> Int64? {
    let parts = release.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, let major = Int64(parts[0]),
      let minor = Int64(parts[1].prefix { $0.isASCII && $0.isNumber }),
      (0..<1000).contains(major), minor < 1000
    else { return nil }
    return major * 1000 + minor
  }

  /// Whether a control group path is that of a container.
  public static func isContainer(cgroup text: [UInt8]) -> Bool {
    let marks = ["docker", "kubepods", "containerd", "libpod", "/lxc/", "crio-", "buildkit"]
    let text = String(decoding: text, as: UTF8.self)
    return marks.contains { text.contains($0) }
  }
}
