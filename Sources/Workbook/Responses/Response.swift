package import JSON

/// What a person gave for one item, as rules read it.
package struct Response: Hashable, Sendable {
  /// `nil` is *rather not say*: done, its facts unknown.
  package var value: AnswerValue?
  /// The answer it was drawn from, where there was one.
  package var of: JSONValue?
  /// The round in which it was given.
  package var round: Int

  package init(value: AnswerValue?, of: JSONValue? = nil, round: Int = 1) {
    self.value = value
    self.of = of
    self.round = round
  }
}

/// The current answers to a pack's items, by their place; `nil` where there is none.
package struct Responses: Hashable, Sendable {
  package var given: [Response?]
  /// The present round.
  package var round: Int

  package init(count: Int, round: Int = 1) {
    given = Array(repeating: nil, count: count)
    self.round = round
  }

  /// Reads what a profile holds in the shapes of this pack; what fits no item of it is left aside.
  package init(_ profile: Profile, pack: Pack) {
    self.init(count: pack.items.count, round: profile.round)
    for answer in profile.current {
      guard let place = pack.itemPlaces[answer.address] else { continue }
      if answer.value == .null {
        // *Rather not say* lasts for its round.
        if answer.round == round {
          given[place] = Response(value: nil, of: answer.of, round: answer.round)
        }
      } else if case .success(let value) = pack.items[place].kind.read(answer.value) {
        given[place] = Response(value: value, of: answer.of, round: answer.round)
      }
    }
  }
}
