public import Syscalls
internal import Text

/// A test of a seccomp filter: a masked register has a value, or a whole register does not have it.
public struct ArgumentTest: Hashable, Sendable, BitwiseCopyable {
  /// The argument's index, from 0.
  public let index: Int
  /// The mask.
  public let mask: UInt64
  /// The expected value of the masked bits.
  public let value: UInt64
  /// Whether the value must differ; the mask has all bits then.
  public let isDifferent: Bool

  /// Creates a test; drops bits of the value outside the mask.
  public init(index: Int, mask: UInt64, value: UInt64) {
    self.index = index
    self.mask = mask
    self.value = value & mask
    isDifferent = false
  }

  /// Creates a test that a whole register does not have a value.
  public init(index: Int, not value: UInt64) {
    self.index = index
    mask = ~0
    self.value = value
    isDifferent = true
  }

  /// Whether a call's arguments pass the test.
  public func matches(_ arguments: [UInt64]) -> Bool {
    arguments.indices.contains(index) && (arguments[index] & mask == value) != isDifferent
  }

  /// Whether this test implies another test of the same register.
  func implies(_ other: ArgumentTest) -> Bool {
    if isDifferent { return self == other }
    // A masked value differs from another when a masked bit differs.
    if other.isDifferent { return other.value & mask != value }
    return mask & other.mask == other.mask && value & other.mask == other.value
  }
}

/// When a call must be observed.
public enum FilterNeed: Equatable, Sendable {
  /// Always.
  case always
  /// When all tests of any of these lists pass; a list tests each register at most once.
  case tests([[ArgumentTest]])

  /// Whether a call with these arguments must be observed.
  public func letsThrough(_ arguments: [UInt64]) -> Bool {
    switch self {
    case .always: true
    case .tests(let lists): lists.contains { $0.allSatisfy { $0.matches(arguments) } }
    }
  }
}

/// The calls that the seccomp filter must report, and with which arguments.
public struct FilterPlan: Equatable, Sendable {
  /// Maximum number of lists for one call, over all rules; more become ``FilterNeed/always``.
  public static let mostLists = 64

  /// The observed calls; without pseudo-events.
  public var needs: [EventType: FilterNeed]

  /// Creates a plan; empty by default.
  public init(_ needs: [EventType: FilterNeed] = [:]) {
    self.needs = needs
  }

  /// Adds a need for a call.
  public mutating func add(_ event: EventType, _ need: FilterNeed) {
    var sum = Disjunction(needs[event])
    sum.formUnion(Disjunction(need), limit: Self.mostLists)
    needs[event] = sum.need
  }

  /// Adds all needs of another plan.
  public mutating func formUnion(_ other: FilterPlan) {
    for (event, need) in other.needs { add(event, need) }
  }
}

/// Register tests in disjunctive normal form: alternatives, each a list of tests that must all
/// pass.
///
/// No alternative means never, an alternative without tests always.
struct Disjunction: Equatable {
  /// Each alternative has at most one test for a register, in ascending order of registers.
  private(set) var alternatives: [[ArgumentTest]]

  static let never = Disjunction(alternatives: [])
  static let always = Disjunction(alternatives: [[]])
  /// Maximum number of alternatives of one condition; more are weakened.
  static let limit = 16

  private init(alternatives: [[ArgumentTest]]) {
    self.alternatives = alternatives
  }

  /// A single test.
  init(_ test: ArgumentTest) {
    alternatives = test.mask == 0 ? [[]] : [[test]]
  }

  /// The tests of an existing need; nil is never.
  init(_ need: FilterNeed?) {
    self = .never
    switch need {
    case nil: break
    case .always: self = .always
    case .tests(let lists):
      for list in lists {
        // Lists from elsewhere may test a register twice.
        var product = Disjunction.always
        for test in list { product.formIntersection(Disjunction(test)) }
        formUnion(product, limit: .max)
      }
    }
  }

  var isNever: Bool { alternatives.isEmpty }

  /// The need of the filter; nil for never.
  var need: FilterNeed? {
    if isNever { return nil }
    return alternatives.contains([]) ? .always : .tests(alternatives)
  }

  /// The disjunction; always when it exceeds the limit.
  mutating func formUnion(_ other: Disjunction, limit: Int = Self.limit) {
    for alternative in other.alternatives { insert(alternative) }
    if alternatives.count > limit { self = .always }
  }

  /// The conjunction; the shorter operand alone when it exceeds the limit, which is weaker and so
  /// safe.
  mutating func formIntersection(_ other: Disjunction) {
    var product = Disjunction.never
    for left in alternatives {
      for right in other.alternatives {
        if let joined = Self.join(left, right) { product.insert(joined) }
      }
    }
    guard product.alternatives.count > Self.limit else {
      self = product
      return
    }
    if other.alternatives.count < alternatives.count { self = other }
  }

  /// The negation; valid for exact tests only.
  ///
  /// A masked inequality needs one alternative per bit; wide masks exceed the limit and become
  /// always.
  func complement() -> Disjunction {
    var result = Disjunction.always
    for alternative in alternatives {
      var differs = Disjunction.never
      for test in alternative {
        guard !test.isDifferent else {
          differs.insert([ArgumentTest(index: test.index, mask: test.mask, value: test.value)])
          continue
        }
        for bit in 0..<64 where test.mask >> UInt64(bit) & 1 == 1 {
          let mask = UInt64(1) << UInt64(bit)
          differs.insert([ArgumentTest(index: test.index, mask: mask, value: ~test.value & mask)])
        }
      }
      if differs.alternatives.count > Self.limit { differs = .always }
      result.formIntersection(differs)
    }
    return result
  }

  /// Adds an alternative unless an existing one covers it, and removes those that it covers.
  private mutating func insert(_ alternative: [ArgumentTest]) {
    guard !alternatives.contains(where: { Self.implies(alternative, $0) }) else { return }
    alternatives.removeAll { Self.implies($0, alternative) }
    alternatives.append(alternative)
  }

  /// Whether the first list implies the second.
  private static func implies(_ strong: [ArgumentTest], _ weak: [ArgumentTest]) -> Bool {
    weak.allSatisfy { test in strong.contains { $0.index == test.index && $0.implies(test) } }
  }

  /// Merges two lists; libseccomp rejects two tests of one register, so masks are merged.
  ///
  /// - Returns: nil when no value passes both.
  private static func join(_ left: [ArgumentTest], _ right: [ArgumentTest]) -> [ArgumentTest]? {
    var joined = left
    for test in right {
      guard let place = joined.firstIndex(where: { $0.index == test.index }) else {
        joined.append(test)
        continue
      }
      let other = joined[place]
      if other.isDifferent || test.isDifferent {
        // Keep the stronger test; dropping the other weakens the filter, which is safe.
        if !test.isDifferent, other.value == test.value, test.mask == ~0 { return nil }
        if !other.isDifferent, other.value == test.value, other.mask == ~0 { return nil }
        if other.isDifferent { joined[place] = test }
        continue
      }
      guard (other.value ^ test.value) & other.mask & test.mask == 0 else { return nil }
      joined[place] = ArgumentTest(
        index: test.index, mask: other.mask | test.mask, value: other.value | test.value)
    }
    return joined.sorted { $0.index < $1.index }
  }
}
