public import Syscalls
internal import Text

/// A test that a seccomp filter can make: a register under a mask has a value, or a whole register
/// has another.
public struct ArgumentTest: Hashable, Sendable, BitwiseCopyable {
  /// Which argument, from 0.
  public let index: Int
  /// The bits that are compared.
  public let mask: UInt64
  /// What those bits must be.
  public let value: UInt64
  /// Whether they must be anything else instead; the mask has all bits then.
  public let isDifferent: Bool

  /// Makes a test; bits of the value outside the mask are dropped.
  public init(index: Int, mask: UInt64, value: UInt64) {
    self.index = index
    self.mask = mask
    self.value = value & mask
    isDifferent = false
  }

  /// Makes a test that a whole register does not have a value.
  public init(index: Int, not value: UInt64) {
    self.index = index
    mask = ~0
    self.value = value
    isDifferent = true
  }

  /// Whether a call's arguments pass.
  public func matches(_ arguments: [UInt64]) -> Bool {
    arguments.indices.contains(index) && (arguments[index] & mask == value) != isDifferent
  }

  /// Whether every register that passes this test passes another of the same register.
  func implies(_ other: ArgumentTest) -> Bool {
    if isDifferent { return self == other }
    // A value under a mask differs from another when a bit of the mask does.
    if other.isDifferent { return other.value & mask != value }
    return mask & other.mask == other.mask && value & other.mask == other.value
  }
}

/// When a call has to be looked at.
public enum FilterNeed: Equatable, Sendable {
  /// Each time.
  case always
  /// When all tests of any of these lists pass; a list tests a register once at most.
  case tests([[ArgumentTest]])

  /// Whether a call with these arguments has to be looked at.
  public func letsThrough(_ arguments: [UInt64]) -> Bool {
    switch self {
    case .always: true
    case .tests(let lists): lists.contains { $0.allSatisfy { $0.matches(arguments) } }
    }
  }
}

/// Which calls must leave the kernel's fast path, and with which arguments.
public struct FilterPlan: Equatable, Sendable {
  /// More lists of tests than this for one call, of all rules together, become
  /// ``FilterNeed/always``.
  public static let mostLists = 64

  /// The calls; one that is not here need not be looked at. Pseudo-events are never here.
  public var needs: [EventType: FilterNeed]

  /// A plan, empty unless told.
  public init(_ needs: [EventType: FilterNeed] = [:]) {
    self.needs = needs
  }

  /// Asks for one more reason to look at a call.
  public mutating func add(_ event: EventType, _ need: FilterNeed) {
    var sum = Disjunction(needs[event])
    sum.formUnion(Disjunction(need), limit: Self.mostLists)
    needs[event] = sum.need
  }

  /// Asks for everything that another plan asks for.
  public mutating func formUnion(_ other: FilterPlan) {
    for (event, need) in other.needs { add(event, need) }
  }
}

/// A test on registers as a list of alternatives, each a list of tests that must all pass.
///
/// No alternative: never. An alternative without tests: always. Both need no special case.
struct Disjunction: Equatable {
  /// An alternative holds a test a register at most, in ascending order of the registers.
  private(set) var alternatives: [[ArgumentTest]]

  static let never = Disjunction(alternatives: [])
  static let always = Disjunction(alternatives: [[]])
  /// More alternatives than this in one condition become something weaker.
  static let limit = 16

  private init(alternatives: [[ArgumentTest]]) {
    self.alternatives = alternatives
  }

  /// A single test.
  init(_ test: ArgumentTest) {
    alternatives = test.mask == 0 ? [[]] : [[test]]
  }

  /// What a filter already does; nil is never.
  init(_ need: FilterNeed?) {
    self = .never
    switch need {
    case nil: break
    case .always: self = .always
    case .tests(let lists):
      for list in lists {
        // A list of others may test a register twice.
        var product = Disjunction.always
        for test in list { product.formIntersection(Disjunction(test)) }
        formUnion(product, limit: .max)
      }
    }
  }

  var isNever: Bool { alternatives.isEmpty }

  /// What the filter has to do; nil for nothing.
  var need: FilterNeed? {
    if isNever { return nil }
    return alternatives.contains([]) ? .always : .tests(alternatives)
  }

  /// Either of two; always when that would be too long.
  mutating func formUnion(_ other: Disjunction, limit: Int = Self.limit) {
    for alternative in other.alternatives { insert(alternative) }
    if alternatives.count > limit { self = .always }
  }

  /// Both of two; the shorter one alone when that would be too long, since both imply it.
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

  /// What is not so; only right for a test that is exact.
  ///
  /// That a masked value differs is one alternative a bit. Wide masks give too many: always.
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

  /// Adds an alternative, unless a weaker one is there, and drops what it makes superfluous.
  private mutating func insert(_ alternative: [ArgumentTest]) {
    guard !alternatives.contains(where: { Self.implies(alternative, $0) }) else { return }
    alternatives.removeAll { Self.implies($0, alternative) }
    alternatives.append(alternative)
  }

  /// Whether whatever passes the first list passes the second.
  private static func implies(_ strong: [ArgumentTest], _ weak: [ArgumentTest]) -> Bool {
    weak.allSatisfy { test in strong.contains { $0.index == test.index && $0.implies(test) } }
  }

  /// Both lists as one; libseccomp refuses two tests of one register, so their masks are merged.
  ///
  /// - Returns: nil when no register's value passes both.
  private static func join(_ left: [ArgumentTest], _ right: [ArgumentTest]) -> [ArgumentTest]? {
    var joined = left
    for test in right {
      guard let place = joined.firstIndex(where: { $0.index == test.index }) else {
        joined.append(test)
        continue
      }
      let other = joined[place]
      if other.isDifferent || test.isDifferent {
        // Of the two the one that says more; without the other the filter is weaker, which is safe.
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
