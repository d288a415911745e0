package import Plain

/// What is taken back for good.
package enum Forgetting: Hashable, Sendable {
  /// Every version of one answer.
  case answer(ItemAddress)
  /// One entry of a list, from 1, out of every version that holds it.
  case entry(ItemAddress, Int)
  /// A name, or other words, wherever they stand.
  case words(String)
}

/// A log after something in it was forgotten.
package struct Forgotten: Hashable, Sendable {
  /// It replays to the same profile without what was forgotten; undo reaches no further back.
  package var changes: [Change]
  package var drafts: [String: Draft]
  /// What was taken back or changed.
  package var touched: [ItemAddress]
  /// Where the same words still stand, in answers of their own.
  package var elsewhere: [ItemAddress]
}

/// Lines of a log as a whole.
package enum Log {
  /// Without what was undone, and without the undoing. It replays to the same answers.
  ///
  /// - Parameter changes: `nil` for a line that is lost; an answer is taken to have stood there.
  package static func settled(_ changes: [Change?]) -> [Change] {
    var result: [Change?] = []
    var answers: [Int] = []
    var undone: [Change?] = []
    for change in changes {
      switch change {
      case .answered, nil:
        answers.append(result.count)
        result.append(change)
        undone.removeAll()
      case .undone:
        guard let place = answers.popLast() else { continue }
        undone.append(result[place])
        result[place] = nil
      case .redone:
        guard let last = undone.popLast() else { continue }
        answers.append(result.count)
        result.append(last)
      case .forgotten:
        answers.removeAll()
        undone.removeAll()
        result.append(change)
      case .setting, .shared: result.append(change)
      }
    }
    return result.compactMap { $0 }
  }

  /// Takes something back for good.
  package static func forgetting(
    _ what: Forgetting, _ changes: [Change], _ drafts: [String: Draft]
  ) -> Forgotten {
    switch what {
    case .answer(let address): forgetting(address, changes, drafts)
    case .entry(let address, let number): forgetting(number, of: address, changes, drafts)
    case .words(let words): forgetting(words, changes, drafts)
    }
  }

  private static func forgetting(
    _ address: ItemAddress, _ changes: [Change], _ drafts: [String: Draft]
  ) -> Forgotten {
    let versions = changes.compactMap { answer($0) }.filter { $0.address == address }
    let texts = Set(versions.flatMap { $0.value.texts }.filter { $0.count >= 8 })
    var elsewhere: [ItemAddress] = []
    var kept: [Change] = []
    for change in settled(changes) {
      guard var other = answer(change) else {
        kept.append(change)
        continue
      }
      if other.address == address { continue }
      // An answer drawn from it holds a copy of it.
      if let of = other.of, versions.contains(where: { $0.value == of }) { other.of = nil }
      if !texts.isDisjoint(with: other.value.texts), !elsewhere.contains(other.address) {
        elsewhere.append(other.address)
      }
      kept.append(.answered(other))
    }
    let isThere = !versions.isEmpty || drafts[address.description] != nil
    return Forgotten(
      changes: kept + [.forgotten],
      drafts: drafts.filter { $0.key != address.description },
      touched: isThere ? [address] : [], elsewhere: elsewhere)
  }

  private static func forgetting(
    _ number: Int, of address: ItemAddress, _ changes: [Change], _ drafts: [String: Draft]
  ) -> Forgotten {
    let present = Profile(changes).current(address)?.value.list ?? []
    guard present.indices.contains(number - 1) else {
      return Forgotten(changes: changes, drafts: drafts, touched: [], elsewhere: [])
    }
    let entry = present[number - 1]
    let texts = Set(entry.texts.filter { $0.count >= 8 })
    /// An entry that was written in steps stands in earlier versions with some of its texts.
    func isSame(_ other: Plain) -> Bool { other == entry || !texts.isDisjoint(with: other.texts) }
    let kept = settled(changes).map { change in
      guard var other = answer(change), other.address == address, let list = other.value.list
      else { return change }
      other.value = .list(list.filter { !isSame($0) })
      return .answered(other)
    }
    return Forgotten(
      changes: kept + [.forgotten],
      drafts: drafts.filter { $0.key != address.description }, touched: [address], elsewhere: [])
  }

  private static func forgetting(
    _ words: String, _ changes: [Change], _ drafts: [String: Draft]
  ) -> Forgotten {
    var touched: [ItemAddress] = []
    let kept = settled(changes).map { change -> Change in
      switch change {
      case .answered(var answer):
        let before = answer
        answer.value = answer.value.without(words)
        answer.of = answer.of?.without(words)
        if answer != before, !touched.contains(answer.address) { touched.append(answer.address) }
        return .answered(answer)
      case .shared(let receipt): return .shared(receipt.without(words))
      case .setting(let name, let value): return .setting(name: name, value: value.without(words))
      case .undone, .redone, .forgotten: return change
      }
    }
    var left = drafts
    for (item, draft) in drafts {
      let text = draft.text.without(words)
      if text == draft.text { continue }
      left[item] = Draft(text)
      let address = ItemAddress(item)
      if !touched.contains(address) { touched.append(address) }
    }
    return Forgotten(changes: kept + [.forgotten], drafts: left, touched: touched, elsewhere: [])
  }

  private static func answer(_ change: Change) -> Answer? {
    guard case .answered(let answer) = change else { return nil }
    return answer
  }
}

extension Plain {
  /// All texts in it.
  package var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let list): list.flatMap(\.texts)
    case .map(let pairs): pairs.flatMap(\.value.texts)
    case .null, .bool, .whole, .number: []
    }
  }

  /// The same with words struck out of its texts.
  func without(_ words: String) -> Plain {
    switch self {
    case .text(let text): .text(text.without(words))
    case .list(let list): .list(list.map { $0.without(words) })
    case .map(let pairs): .map(pairs.map { Pair($0.key, $0.value.without(words)) })
    case .null, .bool, .whole, .number: self
    }
  }
}

extension String {
  /// Strikes out words wherever they stand as whole ones, in capitals or not: three dots stay in their place.
  func without(_ words: String) -> String {
    let wanted = Array(words.lowercased())
    let letters = Array(self)
    let lower = letters.map { Character($0.lowercased().first.map(String.init) ?? String($0)) }
    guard !wanted.isEmpty, letters.count >= wanted.count else { return self }
    func isLetter(_ place: Int) -> Bool {
      letters.indices.contains(place) && (letters[place].isLetter || letters[place].isNumber)
    }
    var result = ""
    var place = 0
    while place < letters.count {
      let end = place + wanted.count
      if end <= letters.count, Array(lower[place..<end]) == wanted, !isLetter(place - 1),
        !isLetter(end)
      {
        result += "…"
        place = end
      } else {
        result.append(letters[place])
        place += 1
      }
    }
    return result
  }
}
