public import Events
public import JSON
internal import Rules
internal import Text

extension AlertDefinition {
  /// Reads a file of the catalogue: `{ "category": "network", "alerts": [ … ] }`.
  ///
  /// - Parameters:
  ///   - file: the file name in error messages.
  ///   - withExamples: whether to read the example events of each alert too. A run does not need
  ///     them and saves a third of the text, which must be valid then.
  public static func readCatalogue(
    _ bytes: [UInt8], file: String, withExamples: Bool = true
  ) throws(DocumentError) -> [AlertDefinition] {
    var problems = ProblemList(file: file)
    var definitions: [AlertDefinition] = []
    let examples: Set<String> = ["firesOn", "silentOn"]
    if let root = JSONReader.read(bytes, &problems, skipping: withExamples ? [] : examples),
      let reader = ObjectReader(
        root, "a catalogue file", keys: ["category", "alerts"], &problems)
    {
      let category = readCategory(reader, &problems)
      _ = reader.required("alerts", &problems)
      for node in reader.array("alerts", &problems) {
        if let found = read(
          node, category: category ?? .network, withExamples: withExamples, &problems)
        {
          definitions.append(found)
        }
      }
    }
    guard problems.problems.isEmpty else { throw DocumentError(problems.problems) }
    return definitions
  }

  /// Reads one entry of the catalogue and reports all errors in it.
  public static func read(
    _ node: JSONNode, category: Category, file: String, problems: inout [DocumentProblem]
  ) -> AlertDefinition? {
    var list = ProblemList(file: file)
    let definition = read(node, category: category, &list)
    problems += list.problems
    return definition
  }

  static func readCategory(_ reader: ObjectReader, _ problems: inout ProblemList) -> Category? {
    guard let text = reader.requiredText("category", &problems) else { return nil }
    if let category = Category(rawValue: text.text) { return category }
    let known = Category.allCases.map(\.rawValue)
    let guess = suggestion(for: text.text, among: known)
    problems.add(
      text.start,
      "expected \(alternatives(known)) as \"category\", found \(quoted(text.text))\(guess)")
    return nil
  }

  /// Reads the id: lower-case words joined by hyphens, valid in every output format.
  static func readID(_ reader: ObjectReader, _ problems: inout ProblemList) -> JSONText? {
    guard let id = reader.requiredText("id", &problems) else { return nil }
    let words = id.text.split(separator: "-", omittingEmptySubsequences: false)
    let isValid = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
    if isValid, words.count > 1, id.text.utf8.count <= 64 { return id }
    problems.add(
      id.start,
      "expected an id of lower-case words joined by hyphens such as \"acme-no-prod-db\", "
        + "found \(quoted(id.text))")
    return nil
  }

  static func read(
    _ node: JSONNode, category: Category, withExamples: Bool = true,
    _ problems: inout ProblemList
  ) -> AlertDefinition? {
    let keys = [
      "id", "title", "description", "trigger", "condition", "message", "object", "criteria",
      "example", "remedy", "tags", "firesOn", "silentOn", "credential", "learnsInto",
    ]
    let before = problems.problems.count
    guard let reader = ObjectReader(node, "an alert", keys: keys, &problems) else { return nil }
    let id = readID(reader, &problems)
    let texts = ["title", "description", "trigger", "message", "object", "remedy"].map {
      reader.requiredText($0, &problems)?.text ?? ""
    }
    let condition = reader.requiredText("condition", &problems)
    let criteria = reader.named("criteria", &problems).compactMap { readCriterion($0, &problems) }
    let example = reader.required("example", &problems).flatMap { readExample($0, &problems) }
    let tags = readTags(reader, &problems)
    func examples(_ key: String) -> [ExampleEvent] {
      guard withExamples else { return [] }
      let events = reader.array(key, &problems).compactMap { readEvent($0, &problems) }
      if events.isEmpty {
        problems.add(reader.place, "expected at least one event in \(quoted(key))")
      }
      return events
    }
    let learnsInto = readLearnedLists(reader, criteria, &problems)
    let fires = examples("firesOn")
    let silent = examples("silentOn")
    guard let id, let condition, problems.problems.count == before else { return nil }
    return AlertDefinition(
      id: id.text, title: texts[0], category: category, description: texts[1], trigger: texts[2],
      conditionSource: SourceText(file: problems.file, source: condition), message: texts[3],
      object: texts[4], criteria: criteria.sorted { $0.name < $1.name }, example: example,
      remedy: texts[5], tags: tags, credential: reader.text("credential", &problems)?.text,
      learnsInto: learnsInto,
      firesOn: fires, silentOn: silent)
  }

  /// Reads which list of a learned policy is which criterion.
  private static func readLearnedLists(
    _ reader: ObjectReader, _ criteria: [CriterionDefinition], _ problems: inout ProblemList
  ) -> [LearnedSettings.List: String] {
    var lists: [LearnedSettings.List: String] = [:]
    for member in reader.named("learnsInto", &problems) {
      guard let list = LearnedSettings.List(rawValue: member.key) else {
        let known = LearnedSettings.List.allCases.map(\.rawValue)
        problems.add(
          member.place,
          "expected \(alternatives(known)) in \"learnsInto\", found \(quoted(member.key))")
        continue
      }
      guard case .text(let name) = member.value.value,
        criteria.contains(where: { $0.name == name.text })
      else {
        problems.add(
          member.value.place,
          "expected the name of a criterion in \"learnsInto\", found \(member.value.kind)")
        continue
      }
      lists[list] = name.text
    }
    return lists
  }

  private static func readCriterion(
    _ member: JSONMember, _ problems: inout ProblemList
  ) -> CriterionDefinition? {
    let keys = ["type", "default", "meaning"]
    guard let reader = ObjectReader(member.value, "a criterion", keys: keys, &problems) else {
      return nil
    }
    let meaning = reader.requiredText("meaning", &problems)
    let value = reader.required("default", &problems)
    guard let name = reader.requiredText("type", &problems) else { return nil }
    guard let type = CriterionType(rawValue: name.text) else {
      let known = CriterionType.allCases.map(\.rawValue)
      problems.add(
        name.start, "expected \(alternatives(known)) as \"type\", found \(quoted(name.text))")
      return nil
    }
    guard let value = value.flatMap({ type.read($0, &problems) }), let meaning else { return nil }
    return CriterionDefinition(
      name: member.key, type: type, defaultValue: value, meaning: meaning.text)
  }

  private static func readExample(
    _ node: JSONNode, _ problems: inout ProblemList
  ) -> RealWorldExample? {
    let keys = ["text", "date", "reference"]
    guard let reader = ObjectReader(node, "an example", keys: keys, &problems) else { return nil }
    let text = reader.requiredText("text", &problems)
    let date = reader.requiredText("date", &problems)
    let reference = reader.requiredText("reference", &problems)
    if let reference, !reference.text.hasPrefix("https://") {
      problems.add(reference.start, "expected an https:// address, found \(quoted(reference.text))")
    }
    guard let text, let date, let reference else { return nil }
    return RealWorldExample(text: text.text, date: date.text, reference: reference.text)
  }

  static func readTags(_ reader: ObjectReader, _ problems: inout ProblemList) -> AlertTags {
    guard let node = reader.member("tags")?.value,
      let tags = ObjectReader(node, "tags", keys: ["attack", "attackVersion", "cwe"], &problems)
    else { return AlertTags() }
    return AlertTags(
      attack: tags.texts("attack", &problems).map(\.text),
      attackVersion: tags.text("attackVersion", &problems)?.text,
      cwe: tags.texts("cwe", &problems).map(\.text))
  }

  private static func readEvent(
    _ node: JSONNode, _ problems: inout ProblemList
  ) -> ExampleEvent? {
    let keys = ["name", "criteria", "event"]
    guard let reader = ObjectReader(node, "an example event", keys: keys, &problems) else {
      return nil
    }
    let name = reader.requiredText("name", &problems)
    _ = reader.required("event", &problems)
    let members = reader.named("event", &problems)
    let fields = members.compactMap { member in
      CriterionValue.read(member.value, &problems).map {
        ExampleEvent.Field(name: member.key, value: $0, place: member.place)
      }
    }
    var criteria: [String: CriterionValue] = [:]
    for member in reader.named("criteria", &problems) {
      criteria[member.key] = CriterionValue.read(member.value, &problems)
    }
    guard let name, fields.count == members.count else { return nil }
    return ExampleEvent(name: name.text, criteria: criteria, fields: fields)
  }
}
