import Events
import Policies
import Testing

@testable import Catalogue

@Suite("Examples of the catalogue")
struct ExampleTests {
  @Test("give fields of their events, with values of their types", arguments: Catalogue.definitions)
  func areTyped(_ alert: AlertDefinition) throws {
    for example in alert.firesOn + alert.silentOn { _ = try ExampleSource(example) }
  }

  @Test(
    "that make no sense are refused",
    arguments: [
      #"{ "evt.type": "connekt" }"#,
      #"{ "fd.sport": 443 }"#,
      #"{ "evt.type": "connect", "fd.sprt": 443 }"#,
      #"{ "evt.type": "connect", "fd.sport": "443" }"#,
      #"{ "evt.type": "connect", "fd.sip": "192.0.2.256" }"#,
      #"{ "evt.type": "close", "fd.sip": "192.0.2.1" }"#,
      #"{ "evt.type": "chmod", "evt.arg.mode": "S_ISUIDD" }"#,
      #"{ "evt.type": "chmod", "evt.arg.newfd": 1 }"#,
    ])
  func nonsense(_ event: String) throws {
    let text = """
      { "category": "file", "alerts": [ {
        "id": "file-x", "title": "x", "description": "x", "trigger": "x", "condition": "x",
        "message": "x", "object": "x", "remedy": "x",
        "example": { "text": "x", "date": "2021", "reference": "https://example.org" },
        "firesOn": [ { "name": "x", "event": \(event) } ],
        "silentOn": [ { "name": "x", "event": {} } ]
      } ] }
      """
    let definitions = try Catalogue.read([CatalogueText(name: "file.json", bytes: Array(text.utf8))]
    )
    let example = try #require(definitions.first?.firesOn.first)
    #expect(throws: ExampleProblem.self) { try ExampleSource(example) }
  }
}
