import Rules
package import Workbook

/// What of a pack counts: an item that something reads and whose frame no other has, a support whose condition no other of its
/// candidate has, a step that somebody can take.
package struct PackStatistics: Hashable, Sendable {
  package var items: Int
  package var supports: Int
  package var steps: Int
  /// Steps that need nobody's leave, that fit shift work, that fit somebody on leave or part time.
  package var withoutLeave: Int
  package var forShifts: Int
  package var forPartTime: Int

  package init(_ pack: Pack) {
    let readBy = ItemUsage(pack)
    var frames: [Frame] = []
    for (place, item) in pack.items.enumerated() where !readBy.of(place).isEmpty {
      let frame = Frame(item.text)
      if !frames.contains(where: { $0.agrees(with: frame) }) { frames.append(frame) }
    }
    items = frames.count
    supports = (pack.pathways + pack.directions).reduce(0) {
      $0 + Set($1.candidate.supports.map(\.when)).count
    }
    let whole = pack.steps.filter { (1...90).contains($0.minutes) && !$0.say.isEmpty }
    steps = whole.count
    withoutLeave = whole.count { $0.suits.contains("no-leave") }
    forShifts = whole.count { $0.suits.contains("shift") }
    forPartTime = whole.count { $0.suits.contains("part-time") || $0.suits.contains("on-leave") }
  }
}

extension PackStatistics {
  /// Whether two texts count as one.
  package static func areOneFrame(_ one: String, _ other: String) -> Bool {
    Frame(one).agrees(with: Frame(other))
  }
}

/// The words of a text, less names and placeholders.
struct Frame: Hashable {
  private var words: [String: Int] = [:]
  private var count = 0

  init(_ text: String) {
    let bare = Template(text).frame
    for (place, word) in bare.split(whereSeparator: { !$0.isLetter && $0 != "'" }).enumerated() {
      // A capital inside a sentence is a name, save the one of “I”.
      if place > 0, word.first?.isUppercase == true, word != "I" { continue }
      words[word.lowercased(), default: 0] += 1
      count += 1
    }
  }

  /// Whether four fifths of the words of the longer one stand in both.
  func agrees(with other: Frame) -> Bool {
    let longer = max(count, other.count)
    if longer == 0 { return true }
    let shared = words.reduce(0) { $0 + min($1.value, other.words[$1.key] ?? 0) }
    return 5 * shared >= 4 * longer
  }
}
