internal import Events
internal import JSON
internal import Rules
internal import Text

/// Reads a policy file: one policy, or a container of several. Reports all errors.
struct PolicyReader {
  private static let policyKeys = [
    "name", "version", "description", "extends", "failOn", "ioUring", "alerts", "customAlerts",
  ]
  let today: CalendarDate
  /// Whether a file may hold several versions of a policy, such as those of earlier releases.
  var keepsVersions = false

  /// Reads a file; nil when it is unusable.
  func read(_ bytes: [UInt8], _ problems: inout ProblemList) -> PolicyFile? {
    guard let root = JSONReader.read(bytes, &problems) else { return nil }
    if case .object(let members) = root.value, members.contains(where: { $0.key == "policies" }) {
      return readContainer(root, &problems)
    }
    let keys = ["$schema", "schemaVersion"] + Self.policyKeys
    guard let reader = ObjectReader(root, "a policy", keys: keys, &problems) else { return nil }
    Self.checkVersion(reader, &problems)
    guard let policy = readPolicy(reader, &problems) else { return nil }
    return PolicyFile(file: problems.file, policies: [policy], defaultName: policy.name)
  }

  private func readContainer(_ root: JSONNode, _ problems: inout ProblemList) -> PolicyFile? {
    let keys = ["$schema", "schemaVersion", "default", "policies"]
    guard let reader = ObjectReader(root, "a file of policies", keys: keys, &problems) else {
      return nil
    }
    Self.checkVersion(reader, &problems)
    var policies: [PolicyText] = []
    for node in reader.array("policies", &problems) {
      guard
        let item = ObjectReader(node, "a policy", keys: Self.policyKeys, &problems),
        let policy = readPolicy(item, &problems)
      else { continue }
      let isRepeated = policies.contains {
        $0.name == policy.name && !(keepsVersions && $0.version != policy.version)
      }
      if isRepeated {
        problems.add(
          policy.place,
          "duplicate policy \(quoted(policy.name)); expected another "
            + (keepsVersions ? "version" : "name"))
      }
      policies.append(policy)
    }
    let chosen = reader.text("default", &problems)
    if let chosen, !policies.contains(where: { $0.name == chosen.text }), !policies.isEmpty {
      let known = policies.map(\.name)
      problems.add(
        chosen.start,
        "expected \(alternatives(known)) as \"default\", found \(quoted(chosen.text))")
    }
    if case .array([])? = reader.member("policies")?.value.value {
      problems.add(reader.place, "expected at least one policy")
    }
    let only = policies.count == 1 ? policies.first?.name : nil
    return PolicyFile(
      file: problems.file, policies: policies, defaultName: chosen?.text ?? only)
  }

  static func checkVersion(_ reader: ObjectReader, _ problems: inout ProblemList) {
    guard let member = reader.member("schemaVersion") else { return }
    if case .number(let number) = member.value.value, number.integer == 1 { return }
    problems.add(member.value.place, "expected 1 as \"schemaVersion\"")
  }

  private func readPolicy(
    _ reader: ObjectReader, _ problems: inout ProblemList
  ) -> PolicyText? {
    let name = reader.requiredText("name", &problems)
    if let name, let mistake = Self.mistake(inName: name.text) { problems.add(name.start, mistake) }
    var version: Int64?
    if let member = reader.member("version") {
      if case .number(let number) = member.value.value { version = number.integer }
      if version == nil { problems.add(member.value.place, "expected a whole number") }
    }
    let policy = PolicyText(
      file: problems.file, name: name?.text ?? "", place: name?.start ?? reader.place,
      version: version, description: reader.text("description", &problems)?.text ?? "",
      extends: reader.text("extends", &problems), failOn: readThreshold(reader, &problems),
      ioUring: readIoUring(reader, &problems),
      entries: reader.named("alerts", &problems).compactMap { readEntry($0, &problems) },
      customs: reader.array("customAlerts", &problems).compactMap { readCustom($0, &problems) })
    return name == nil ? nil : policy
  }

  /// The error in a policy's name; nil when it is valid.
  static func mistake(inName name: String) -> String? {
    guard name.isEmpty || name.unicodeScalars.contains(where: endsName) else { return nil }
    return "expected a name without blanks, \"/\", \"#\" and \"@\""
  }

  /// Checks scalars, not characters: "/" with a combining accent is still a "/".
  private static func endsName(_ scalar: Unicode.Scalar) -> Bool {
    "/#@".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace || scalar.value < 0x20
  }

  private func readThreshold(
    _ reader: ObjectReader, _ problems: inout ProblemList
  ) -> FailThreshold? {
    guard let text = reader.text("failOn", &problems) else { return nil }
    if let threshold = FailThreshold(name: text.text) { return threshold }
    let known = Priority.allCases.map(\.name) + ["never"]
    problems.add(
      text.start, "expected \(alternatives(known)) as \"failOn\", found \(quoted(text.text))")
    return nil
  }

  private func readIoUring(
    _ reader: ObjectReader, _ problems: inout ProblemList
  ) -> IoUringRule? {
    guard let text = reader.text("ioUring", &problems) else { return nil }
    if let rule = IoUringRule(rawValue: text.text) { return rule }
    let known = IoUringRule.allCases.map(\.rawValue)
    problems.add(
      text.start, "expected \(alternatives(known)) as \"ioUring\", found \(quoted(text.text))")
    return nil
  }

  private func readPriority(
    _ reader: ObjectReader, _ problems: inout ProblemList
  ) -> Priority? {
    guard let text = reader.text("priority", &problems) else { return nil }
    if let priority = Priority(name: text.text) { return priority }
    problems.add(
      text.start,
      "expected \(alternatives(Priority.allCases.map(\.name))) as \"priority\", "
        + "found \(quoted(text.text))")
    return nil
  }

  private func readEntry(
    _ member: JSONMember, _ problems: inout ProblemList
  ) -> PolicyText.Entry? {
    let keys = ["enabled", "priority", "criteria", "exceptions"]
    let subject = "the settings of an alert"
    guard let reader = ObjectReader(member.value, subject, keys: keys, &problems) else {
      return nil
    }
    return PolicyText.Entry(
      id: member.key, place: member.place, enabled: reader.boolean("enabled", &problems),
      priority: readPriority(reader, &problems), criteria: reader.named("criteria", &problems),
      exceptions: reader.array("exceptions", &problems).compactMap {
        readException($0, &problems)
      })
  }

  private func readException(
    _ node: JSONNode, _ problems: inout ProblemList
  ) -> PolicyException? {
    let keys = ["when", "reason", "expires", "owner"]
    guard let reader = ObjectReader(node, "an exception", keys: keys, &problems) else {
      return nil
    }
    let when = reader.requiredText("when", &problems)
    let reason = reader.requiredText("reason", &problems)
    var expires: CalendarDate?
    if let text = reader.text("expires", &problems) {
      expires = CalendarDate(text.text)
      if expires == nil {
        problems.add(
          text.start,
          "expected a date such as \"2027-06-30\" as \"expires\", found \(quoted(text.text))")
      }
    }
    let owner = reader.text("owner", &problems)?.text
    // A missing reason is an error, but errors of the condition are reported too.
    guard let when else { return nil }
    return PolicyException(
      when: SourceText(file: problems.file, source: when), reason: reason?.text ?? "",
      expires: expires,
      owner: owner, isExpired: expires.map { $0 < today } ?? false)
  }

  private func readCustom(
    _ node: JSONNode, _ problems: inout ProblemList
  ) -> PolicyText.Custom? {
    let keys = [
      "id", "title", "category", "priority", "enabled", "condition", "criteria", "description",
      "trigger", "message", "object", "remedy", "tags",
    ]
    guard let reader = ObjectReader(node, "a custom alert", keys: keys, &problems) else {
      return nil
    }
    let id = AlertDefinition.readID(reader, &problems)
    let title = reader.requiredText("title", &problems)?.text
    let category = AlertDefinition.readCategory(reader, &problems)
    _ = reader.required("priority", &problems)
    let priority = readPriority(reader, &problems)
    let condition = reader.requiredText("condition", &problems)
    let enabled = reader.boolean("enabled", &problems) ?? true
    let values = reader.named("criteria", &problems)
    let criteria = values.compactMap { member in
      CriterionValue.read(member.value, &problems).map {
        CriterionDefinition(name: member.key, type: .texts, defaultValue: $0, meaning: "")
      }
    }
    let templates = readTemplates(reader, title: title ?? "", &problems)
    let texts = ["description", "trigger", "remedy"].map {
      reader.text($0, &problems)?.text ?? ""
    }
    let tags = AlertDefinition.readTags(reader, &problems)
    // Missing keys have been reported; errors of the condition are reported too.
    guard let id, let condition else { return nil }
    let definition = AlertDefinition(
      id: id.text, title: title ?? "", category: category ?? .process, description: texts[0],
      trigger: texts[1],
      conditionSource: SourceText(file: problems.file, source: condition),
      message: templates.message, object: templates.object, criteria: criteria, example: nil,
      remedy: texts[2], tags: tags, firesOn: [], silentOn: [])
    return PolicyText.Custom(
      definition: definition, place: id.start, isEnabled: enabled, priority: priority ?? .p4,
      values: values)
  }

  private func readTemplates(
    _ reader: ObjectReader, title: String, _ problems: inout ProblemList
  ) -> (message: String, object: String) {
    var found = [
      "message": "%proc.program: "
        + title.split(
          separator: "%", omittingEmptySubsequences: false
        ).joined(separator: "%%"), "object": "%fd.name",
    ]
    for key in ["message", "object"] {
      guard let text = reader.text(key, &problems) else { continue }
      do throws(ConditionProblem) {
        _ = try MessageTemplate(text.text)
        found[key] = text.text
      } catch {
        problems.add(
          text.place(line: error.line, column: error.column), visibleText(error.message))
      }
    }
    return (found["message"] ?? "", found["object"] ?? "")
  }
}
