import Rules
import Testing

struct VerdictTests {
  @Test func allIsNoBeforeUnknownBeforeYes() {
    for one in Verdict.allCases {
      for other in Verdict.allCases {
        let both = Verdict.all([one, other])
        let either = Verdict.any([one, other])
        let wantedBoth: Verdict =
          [one, other].contains(.no) ? .no : [one, other].contains(.unknown) ? .unknown : .yes
        let wantedEither: Verdict =
          [one, other].contains(.yes) ? .yes : [one, other].contains(.unknown) ? .unknown : .no
        #expect(both == wantedBoth)
        #expect(either == wantedEither)
        // De Morgan holds with three verdicts too.
        #expect(both.negated == Verdict.any([one.negated, other.negated]))
      }
    }
  }

  @Test(arguments: [
    (2, [Verdict.yes, .yes, .no], Verdict.yes), (2, [.yes, .unknown, .no], .unknown),
    (2, [.yes, .no, .no], .no), (3, [.unknown, .unknown, .yes], .unknown), (1, [.no, .no], .no),
  ])
  func atLeast(_ count: Int, _ parts: [Verdict], _ wanted: Verdict) {
    #expect(Verdict.atLeast(count, of: parts) == wanted)
  }
}

struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("2000-02-29", 11016), ("2026-11-25", 20782), ("0001-01-01", -719162),
  ])
  func countsDays(_ text: String, _ number: Int) {
    #expect(Day(text)?.number == number)
    #expect(Day(number: number).description == text)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-32", "", "x"])
  func refuses(_ text: String) { #expect(Day(text) == nil) }

  @Test func everyDayOfManyYearsReadsBack() {
    for number in stride(from: -700_000, through: 2_900_000, by: 37) {
      let day = Day(number: number)
      #expect(Day(day.description) == day)
    }
  }
}
