/// How long things take: words at 180 a minute, and seconds a kind of answer. No author states minutes.
///
/// The grounds. Silent reading of plain prose runs at about 240 words a minute; 180 leaves room for a tired evening. A rating is one key
/// after a line (5 s); a choice is weighed (8 s); a card is laid on a pile (4 s, `PVCS` gives 3); best and worst of four take 20 s
/// (`BWS`); a typed sentence 40 s; a story some minutes. All were set before anybody was timed: measure before you trust them.
package enum Clock {
  package static let wordsPerMinute = 180.0

  package static func seconds(_ kind: ItemKind) -> Double {
    switch kind {
    case .rating: 5
    case .choice, .number, .day: 8
    case .choices(let options, let count):
      isLongList(options) ? Double(8 * count.upperBound) : Double(4 * options.count)
    case .bestWorst: 20
    case .text(let length): length.upperBound > 600 ? 300 : 40
    case .record(let fields): seconds(fields)
    case .records(let fields, _): 3 * seconds(fields)
    case .sort(_, let cards): Double(4 * cards.count)
    case .rank(_, let count): Double(8 * count.upperBound)
    case .grid(let down, let across, _): Double(5 * min(3, down.count) * across.count)
    }
  }

  package static func minutes(_ item: Item) -> Double {
    let words = Clock.words(item.text) + Clock.words(item.hint) + Clock.words(item.kind)
    return Double(words) / wordsPerMinute + seconds(item.kind) / 60
  }

  private static func seconds(_ fields: [Field]) -> Double {
    fields.filter { !$0.optional }.reduce(0) { $0 + seconds($1.kind) }
  }

  /// A list of so many was read before, as cards; then it is looked through by its titles, and each pick weighed.
  private static func isLongList(_ options: [AnswerOption]) -> Bool { options.count > 20 }

  private static func words(_ text: String) -> Int { text.split(separator: " ").count }

  private static func words(_ kind: ItemKind) -> Int {
    switch kind {
    case .choices(let options, _) where isLongList(options):
      options.reduce(0) { $0 + words($1.title) }
    case .choice(let options, _), .choices(let options, _):
      options.reduce(0) { $0 + words($1.title) + words($1.text) }
    case .bestWorst(let block):
      block.seats.filter { $0 < block.cards.count }.reduce(0) {
        $0 + words(block.cards[$1].title) + words(block.cards[$1].text)
      }
    case .sort(_, let cards): cards.reduce(0) { $0 + words($1.title) + words($1.text) }
    case .rank(.options(let options), _): options.reduce(0) { $0 + words($1.title) }
    case .text, .rating, .number, .day, .record, .records, .rank(.seats, _), .grid: 0
    }
  }
}

extension Pack {
  /// What some items take, by the clock.
  package func minutes(of places: some Sequence<Int>) -> Double {
    places.reduce(0) { $0 + Clock.minutes(items[$1]) }
  }

  /// The items of a moment's own path, in short forms.
  package func items(onPathOf moment: Moment) -> [Int] {
    moment.path.compactMap { exercise($0) }.flatMap { $0.items(isLong: false) }
  }
}
