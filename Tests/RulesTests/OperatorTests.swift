import Rules
import Testing

/// Rows that hold, that fail and that are unknown, for every operator.
struct OperatorTests {
  static let today = Day(number: 20_000)
  static let day = Day(number: 20_010)

  static let rows: [(Operator, Value, Verdict)] = [
    (.numberAtLeast(3), .number(3), .yes), (.numberAtLeast(3), .number(2.99), .no),
    (.numberAtMost(3), .number(3), .yes), (.numberAtMost(3), .number(3.01), .no),
    (.numberMoreThan(3), .number(3.01), .yes), (.numberMoreThan(3), .number(3), .no),
    (.numberLessThan(3), .number(2.99), .yes), (.numberLessThan(3), .number(3), .no),
    (.levelAtLeast(1), .level(1), .yes), (.levelAtLeast(1), .level(0), .no),
    (.levelAtMost(1), .level(1), .yes), (.levelAtMost(1), .level(2), .no),
    (.levelIs(1), .level(1), .yes), (.levelIs(1), .level(2), .no),
    (.wordIs("a"), .word("a"), .yes), (.wordIs("a"), .word("b"), .no),
    (.wordIsOneOf(["a", "b"]), .word("b"), .yes), (.wordIsOneOf(["a", "b"]), .word("c"), .no),
    (.truthIs(true), .truth(true), .yes), (.truthIs(true), .truth(false), .no),
    (.setHas("a"), .set(["b", "a"]), .yes), (.setHas("a"), .set([]), .no),
    (.setHasAnyOf(["a", "c"]), .set(["c"]), .yes), (.setHasAnyOf(["a", "c"]), .set(["b"]), .no),
    (.setHasAllOf(["a", "c"]), .set(["c", "b", "a"]), .yes),
    (.setHasAllOf(["a", "c"]), .set(["c"]), .no),
    (.setHasAtLeast(2), .set(["a", "b"]), .yes), (.setHasAtLeast(2), .set(["a"]), .no),
    (.dayBefore(day), .day(Day(number: 20_009)), .yes), (.dayBefore(day), .day(day), .no),
    (.dayAfter(day), .day(Day(number: 20_011)), .yes), (.dayAfter(day), .day(day), .no),
    (.dayWithin(10), .day(day), .yes), (.dayWithin(9), .day(day), .no),
    (.dayWithin(9), .day(Day(number: 19_999)), .no),
  ]

  @Test(arguments: rows)
  func row(_ comparison: Operator, _ value: Value, _ wanted: Verdict) {
    #expect(comparison.verdict(on: value, today: OperatorTests.today) == wanted)
    #expect(comparison.verdict(on: nil, today: OperatorTests.today) == .unknown)
  }

  @Test func withoutTodayOnlyDayWithinIsUnknown() {
    for (comparison, value, wanted) in OperatorTests.rows {
      let verdict = comparison.verdict(on: value, today: nil)
      if case .dayWithin = comparison {
        #expect(verdict == .unknown)
      } else {
        #expect(verdict == wanted)
      }
    }
  }

  @Test func notKeepsUnknown() {
    let condition = Condition.not(.compare(fact: 0, .numberAtLeast(3)))
    #expect(condition.verdict([nil], today: nil) == .unknown)
    #expect(condition.verdict([.number(2)], today: nil) == .yes)
  }

  @Test func whatDecides() {
    let (a, b, c) = (
      Condition.compare(fact: 0, .truthIs(true)), Condition.compare(fact: 1, .truthIs(true)),
      Condition.compare(fact: 2, .truthIs(true))
    )
    let facts: [Value?] = [.truth(true), .truth(false), nil]
    #expect(Condition.all([a, b]).deciding(facts, today: nil) == [1])
    #expect(Condition.all([a, a]).deciding(facts, today: nil) == [0])
    #expect(Condition.any([a, b, c]).deciding(facts, today: nil) == [0])
    #expect(Condition.any([b, b]).deciding(facts, today: nil) == [1])
    #expect(Condition.all([a, c]).deciding(facts, today: nil) == [2])
    #expect(Condition.not(.all([a, b])).deciding(facts, today: nil) == [1])
    #expect(Condition.atLeast(1, of: [a, b, c]).deciding(facts, today: nil) == [0])
  }
}
