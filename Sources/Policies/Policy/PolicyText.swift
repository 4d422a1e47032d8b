internal import Events
internal import Rules

/// A policy as its file has it, before anything is inherited or looked up.
struct PolicyText {
  /// What a policy says of one alert.
  struct Entry {
    let id: String
    let place: TextPlace
    var enabled: Bool?
    var priority: Priority?
    var criteria: [JSONMember]
    var exceptions: [PolicyException]
  }

  /// An alert of the policy's own.
  struct Custom {
    let definition: AlertDefinition
    let place: TextPlace
    let isEnabled: Bool
    let priority: Priority
    /// Its criteria as the file has them.
    let values: [JSONMember]
  }

  let file: String
  let name: String
  let place: TextPlace
  var version: Int64?
  var description: String
  var extends: JSONText?
  var failOn: FailThreshold?
  var entries: [Entry]
  var customs: [Custom]
}

/// The policies of one file.
struct PolicyFile {
  let file: String
  var policies: [PolicyText]
  /// The name of the one that is meant when none is named.
  var defaultName: String?
}
