import Decoding
import Events
import ProcessState
import Reports
import Secrets
import Text
import Detection

/// Paths, arguments and names, as what makes alerts of them takes them.
func readWords(_ bytes: [UInt8]) throws {
  let words = bytes.split(separator: 0, omittingEmptySubsequences: false)
  let first = Array(words.first ?? [])
  try readPath(first)
  try readAddress(String(decoding: first, as: UTF8.self))
  let arguments = Array(words.dropFirst().joined(separator: [0]))
  var facts = ProgramImage.Facts()
  facts.path = [0x2F] + first
  facts.arguments = arguments
  let image = ProgramImage(facts)
  _ = (image.name, image.isShell, image.isJIT, image.argumentText, image.argumentList)
  _ = image.line(beginningWith: first)
  _ = SecretKind.inArguments(image.argumentList)
  for word in words { _ = SecretKind.inVariable(word) }
  try readSecrets(first, words.map { String(decoding: $0, as: UTF8.self) })
  let pattern = PathPattern(workspace: Array("/work".utf8))
  let text = displayText([0x2F] + first)
  _ = pattern.isInWorkspace(text)
  _ = pattern.text(of: text)
  _ = Fingerprint(workspace: Array("/work".utf8)).normalized(text)
  _ = Randomness.isRandom(first)
  _ = Randomness.looksEncrypted(bytes)
}

private func readPath(_ path: [UInt8]) throws {
  let full = Paths.join(Array("/work/shop".utf8), path)
  let normal = Paths.normalized(full)
  try expect(Paths.isNormal(normal), "a path is not normal after it was made so")
  try expect(Paths.normalized(normal) == normal, "a normal path is made another")
  try expect(Paths.isNormal(full) == (full == normal), "what is normal is told wrongly")
  _ = Paths.replacingSelf(normal, process: 42, thread: 43)
  _ = Paths.isBelow(normal, Paths.normalized(Array(Paths.directory(normal[...]))))
  try expect(
    Paths.filename(normal[...]).allSatisfy { $0 != 0x2F }, "a file's name has a slash")
}

private func readAddress(_ text: String) throws {
  if let address = IPAddress(text) {
    try expect(IPAddress(address.description) == address, "\(address) is not read back")
  }
  if let network = IPNetwork(text) {
    try expect(IPNetwork(network.description) == network, "\(network) is not read back")
    try expect(network.contains(network.base), "\(network) does not hold its first address")
  }
}

private func readSecrets(_ text: [UInt8], _ words: [String]) throws {
  var scanner = SecretScanner()
  var end = 0
  for range in scanner.secrets(in: text, isArgument: true) {
    try expect(range.lowerBound >= end && range.upperBound <= text.count, "secrets overlap")
    end = range.upperBound
  }
  let redactor = Redactor()
  let once = redactor.redact(words)
  try expect(once.count == words.count, "an argument is lost")
}
