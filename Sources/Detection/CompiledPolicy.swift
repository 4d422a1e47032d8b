public import Events
public import Rules
internal import Syscalls

/// A compiled policy without exceptions. It is equal in all runs of one build, so a run can load it
/// instead of compiling it.
public struct CompiledPolicy: Sendable {
  /// The policy's name.
  public let name: String
  /// The lowest priority that fails the run.
  public let threshold: FailThreshold
  /// The rules.
  public let program: RuleProgram
  /// The alert of each rule, by the rule's index.
  public let rules: [AlertRule]

  /// Creates a compiled policy.
  public init(name: String, threshold: FailThreshold, program: RuleProgram, rules: [AlertRule]) {
    self.name = name
    self.threshold = threshold
    self.program = program
    self.rules = rules
  }

  /// The inputs that determine the bytes, since these contain this build's numbers of fields and
  /// events.
  private static func stamp(_ texts: UInt64) -> [UInt64] {
    [
      1, UInt64(Field.allCases.count), UInt64(EventType.allCases.count),
      UInt64(FlagFamily.allCases.count), texts,
    ]
  }

  /// Serializes the policy.
  ///
  /// - Parameter texts: a number that changes with the source texts, so that stale bytes are
  ///   detected.
  public func packed(texts: UInt64) -> [UInt8] {
    var packer = Packer()
    for number in Self.stamp(texts) { packer.add(number) }
    packer.add(name)
    packer.add(threshold.name)
    program.pack(into: &packer)
    packer.add(rules) { packer, rule in
      packer.add(rule.id)
      packer.add(rule.priority.name)
      packer.add(rule.category.rawValue)
      packer.add(rule.title)
      rule.message.pack(into: &packer)
      rule.object.pack(into: &packer)
      packer.add(rule.tags.attack) { $0.add($1) }
      packer.add(rule.tags.attackVersion ?? "")
      packer.add(rule.tags.cwe) { $0.add($1) }
      packer.add(rule.remedy)
      packer.add(rule.credential ?? "")
    }
    return packer.bytes
  }

  /// Deserializes the bytes of ``packed(texts:)``; nil for the bytes of another build.
  public init?(packed bytes: [UInt8], texts: UInt64) {
    var unpacker = Unpacker(bytes)
    for number in Self.stamp(texts) where unpacker.number() != number { return nil }
    name = unpacker.text()
    guard let threshold = FailThreshold(name: unpacker.text()) else { return nil }
    self.threshold = threshold
    program = RuleProgram(unpacking: &unpacker)
    rules = unpacker.list { unpacker in
      let id = unpacker.text()
      let priority = Priority(name: unpacker.text()) ?? .p4
      let category = Category(rawValue: unpacker.text()) ?? .process
      let title = unpacker.text()
      let message = MessageTemplate(unpacking: &unpacker)
      let object = MessageTemplate(unpacking: &unpacker)
      let attack = unpacker.list { $0.text() }
      let version = unpacker.text()
      let tags = AlertTags(
        attack: attack, attackVersion: version.isEmpty ? nil : version,
        cwe: unpacker.list { $0.text() })
      let remedy = unpacker.text()
      let credential = unpacker.text()
      return AlertRule(
        id: id, priority: priority, category: category, title: title, message: message,
        object: object, tags: tags, remedy: remedy,
        credential: credential.isEmpty ? nil : credential)
    }
    guard !unpacker.isBroken, rules.count == program.ruleCount else { return nil }
  }
}
