import JSON
package import Rules

/// A condition with a name; where it has two sentences of help, its becoming yes shows them with *Help from people*.
package struct DerivedFact: Hashable, Sendable {
  package var id: String
  package var when: Condition
  package var help: String
  /// What it is made of, where it is yes once all of that is there; `when` then says the same.
  package var material: [Material] = []

  package init(id: String, when: Condition, help: String) {
    self.id = id
    self.when = when
    self.help = help
  }
}

/// What is asked, how it is read, what follows. Holds no answer.
package struct Pack: Sendable {
  package var id = ""
  package var version = ""
  /// BLAKE2b-256 over its files, in hexadecimal.
  package var hash = ""
  package var language = "en"
  package var languages: [String] = []
  package var bands = BandThresholds()
  package var stages: [Stage] = []
  package var exercises: [Exercise] = []
  /// All items, exercise by exercise.
  package var items: [Item] = []
  package var facts: [Fact] = []
  package var measures: [Measure] = []
  package var marks: [DerivedFact] = []
  package var pathways: [Pathway] = []
  package var directions: [Pathway] = []
  /// What a person may most want answered, by the word of the item in `places.question`.
  package var questions: [String: PersonQuestion] = [:]
  package var steps: [Step] = []
  package var moments: [Moment] = []
  /// The brief, in order.
  package var sections: [BriefSection] = []
  package var talk = Talk()
  package var guidance = Guidance()
  package var cases: [Case] = []
  /// Exercises of the first evening, short forms, in order.
  package var evening: [String] = []
  /// Roles that the program itself reads, with the exercise or item that plays them.
  package var places: [String: String] = [:]
  /// What each cited source is, by its id.
  package var sources: [String: String] = [:]
  /// What has to be worked out before what: every item, measure and mark, each after all that it reads.
  package var order: [Node] = []

  /// Lookups, made by ``index()``.
  package private(set) var itemPlaces: [ItemAddress: Int] = [:]
  package private(set) var factPlaces: [String: Int] = [:]
  package private(set) var exercisePlaces: [String: Int] = [:]
  /// Places of the facts that each item, measure or mark makes.
  package private(set) var factsOfItem: [[Int]] = []
  package private(set) var factsOfMeasure: [[Int]] = []
  package private(set) var factOfMark: [Int] = []
  package private(set) var exerciseOfItem: [Int] = []
  /// The item that says what brought the person here.
  package private(set) var momentItem: Int?
  /// Made by ``compile()``: which nodes rest on which, and the rules of both lists.
  package private(set) var graph = FactGraph()
  package private(set) var rules = RuleSet([], factCount: 0)
  /// What nothing answered comes to, from which every reading starts.
  package private(set) var blank: EmptyFactBase?

  package enum Node: Hashable, Sendable {
    case item(Int)
    case measure(Int)
    case mark(Int)
  }

  package init() {}

  /// Makes the lookups; to be called once items, facts and exercises stand.
  package mutating func index() {
    itemPlaces = Dictionary(
      items.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    factPlaces = Dictionary(
      facts.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    exercisePlaces = Dictionary(
      exercises.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    momentItem = item(playing: "moment")
    factsOfItem = Array(repeating: [], count: items.count)
    factsOfMeasure = Array(repeating: [], count: measures.count)
    factOfMark = Array(repeating: -1, count: marks.count)
    for (place, fact) in facts.enumerated() {
      switch fact.source {
      case .item(let item, _): factsOfItem[item].append(place)
      case .measure(let measure, _): factsOfMeasure[measure].append(place)
      case .mark(let mark): factOfMark[mark] = place
      }
    }
    exerciseOfItem = Array(repeating: 0, count: items.count)
    for (place, exercise) in exercises.enumerated() {
      for item in exercise.items { exerciseOfItem[item] = place }
    }
  }

  /// Lays out what readings need; to be called once everything else stands.
  package mutating func compile() {
    graph = FactGraph(self)
    rules = RuleSet((pathways + directions).map(\.candidate), factCount: facts.count)
    blank = nil
    blank = EmptyFactBase(FactBase(self, Responses(count: items.count), today: nil))
  }

  /// Places in the rules' candidates.
  package var pathwayPlaces: Range<Int> { 0..<pathways.count }
  package var directionPlaces: Range<Int> { pathways.count..<pathways.count + directions.count }

  package func item(_ address: ItemAddress) -> Item? { itemPlaces[address].map { items[$0] } }

  package func exercise(_ id: String) -> Exercise? { exercisePlaces[id].map { exercises[$0] } }

  /// The pathway or direction of that id.
  package func candidate(_ id: String) -> Pathway? {
    pathways.first { $0.id == id } ?? directions.first { $0.id == id }
  }
}

/// A made-up life with answers, and what must come of them.
package struct Case: Hashable, Sendable {
  package var id: String
  package var life: String
  package var day: Day?
  package var answers: [CaseAnswer]
  /// What they put on a page, as it is named on a command line; empty where they show nothing.
  package var shares: [String] = []
  package var expect: Expectations
  package var file: String
  package var line: Int

  package init(
    id: String, life: String, day: Day?, answers: [CaseAnswer], expect: Expectations, file: String,
    line: Int
  ) {
    self.id = id
    self.life = life
    self.day = day
    self.answers = answers
    self.expect = expect
    self.file = file
    self.line = line
  }
}

extension Case {
  /// Its answers as the log of a file holds them, each with the one that it was drawn from.
  package func changes(in pack: Pack, at time: String) -> [Change] {
    answers.map { answer in
      let item = pack.items[answer.item]
      let of = item.from.flatMap { from in answers.last { $0.item == from }?.value?.plain }
      return .answered(
        Answer(
          address: item.address, value: answer.value?.plain ?? .null, of: of, at: time, round: 1))
    }
  }
}

/// One answer of a case, by its item's place.
package struct CaseAnswer: Hashable, Sendable {
  package var item: Int
  /// `nil` is *rather not say*.
  package var value: AnswerValue?

  package init(item: Int, value: AnswerValue?) {
    self.item = item
    self.value = value
  }
}

/// What a case wants to see.
package struct Expectations: Hashable, Sendable {
  package var amongFirstThree: [String] = []
  package var notAmong: [String] = []
  /// `pathway.support`
  package var holds: [String] = []
  package var open: [String] = []
  /// `pathway.support`, decided and not holding.
  package var fails: [String] = []
  /// Points, by pathway or direction.
  package var scores: [String: Int] = [:]
  package var ruledOut: [String] = []
  package var bands: [String: Band] = [:]
  package var marks: [String: Verdict] = [:]
  /// Addresses, the first questions of *what next*, in order.
  package var next: [String] = []
  /// What is answered to the question that they most want answered.
  package var question: PersonQuestion.Answer?
  package var steps: [String] = []
  package var unsaid: [String] = []
  /// What an exercise, by id, must have in its closing sentence.
  package var closes: [String: String] = [:]

  package init() {}
}
