public import Policies
public import Testing

/// Test output shows an alert by its id instead of by everything that it holds.
extension AlertDefinition: CustomTestStringConvertible {
  /// The id.
  public var testDescription: String { id }
}
