import Catalogue
import Events
import Testing

@testable import Policies

@Suite struct InterviewTests {
  /// What is asked, and what is said of wrong answers.
  private final class Person {
    var answers: [String]
    var questions: [String] = []
    var complaints: [String] = []

    init(_ answers: [String]) { self.answers = answers }

    func interview(_ store: PolicyStore) -> (extends: String, edits: [PolicyEdit])? {
      PolicyInterview(
        store,
        ask: {
          self.questions.append($0)
          return self.answers.isEmpty ? nil : self.answers.removeFirst()
        }, tell: { self.complaints.append($0) }
      ).run()
    }
  }

  private let store = testStore(WritableFiles())
  private let questionCount =
    4
    + Category.allCases.count { category in
      Catalogue.definitions.contains { $0.category == category }
    }

  @Test func emptyAnswersChangeNothing() throws {
    let person = Person(Array(repeating: "", count: questionCount))
    let found = try #require(person.interview(store))
    #expect(found.extends == "standard" && found.edits.isEmpty)
    #expect(person.questions.allSatisfy { $0.hasSuffix("] ") } && person.complaints.isEmpty)
    let known = store.builtInNames.joined(separator: ", ")
    #expect(person.questions[0].contains("\(known)? [standard]"))
    #expect(person.questions.last?.contains("[RU, KP]") == true)
  }

  @Test func wrongAnswersAreAskedAgain() throws {
    let person = Person(
      [
        "strickt", "strict", "For shop", "P7", "p1", "maybe", "OFF",
      ] + Array(repeating: "keep", count: questionCount - 5) + ["Atlantis", "ir, kp"])
    let found = try #require(person.interview(store))
    #expect(person.complaints.count == 4 && person.answers.isEmpty)
    #expect(found.extends == "strict")
    let off = found.edits.filter { if case .enable(_, false) = $0 { true } else { false } }
    let first = try #require(Category.allCases.first)
    let parent = try store.load("strict")
    #expect(off.count == parent.alerts.count { $0.definition.category == first })
    #expect(Array(found.edits.prefix(2)) == [.description("For shop"), .failOn(.at(.p1))])
    #expect(
      found.edits.suffix(2) == [
        .enable("network-restricted-country", true),
        .criterion(alert: "network-restricted-country", name: "countries", value: "IR,KP"),
      ])
    let document = try store.draft(
      name: "shop", extends: found.extends, at: .saved, found.edits)
    #expect(try store.resolved(document).failOn == .at(.p1))
  }

  @Test func theEndOfTheAnswersIsTheEnd() {
    for count in 0..<questionCount {
      #expect(Person(Array(repeating: "", count: count)).interview(store) == nil)
    }
  }
}
