import JSON
import Rules
import Screens
package import Workbook

/// A pack tried on one made-up person after another: a line of JSON in, a line of JSON out.
package struct Evaluator: Sendable {
  private let shared: CompiledPack
  private let phrases: PhraseBook
  private var pack: Pack { _read { yield shared.pack } }
  /// The measures of somebody who said nothing, as they stand in a line.
  private let blank: [UInt8]
  /// The facts that measures make, each with the place behind its name in that.
  private let measures: [(fact: Int, place: Int)]
  /// `{"id":"…","rank":` of each pathway.
  private let heads: [[UInt8]]

  private static let null = Array("null".utf8)

  /// Why a line was refused.
  package struct Problem: Error, Hashable, Sendable {
    package let words: String
  }

  package init(_ pack: Pack, _ phrases: PhraseBook) {
    self.phrases = phrases
    shared = CompiledPack(pack)
    var blank: [UInt8] = []
    var measures: [(fact: Int, place: Int)] = []
    for (fact, one) in pack.facts.enumerated() {
      guard case .measure = one.source else { continue }
      if !measures.isEmpty { blank.append(UInt8(ascii: ",")) }
      blank += (JSONValue.text(one.name).json + ":").utf8
      measures.append((fact, blank.count))
      blank += Evaluator.null
    }
    self.blank = blank
    self.measures = measures
    heads = pack.pathways.map {
      Array(("{\"id\":" + JSONValue.text($0.id).json + ",\"rank\":").utf8)
    }
  }

  /// What comes of one person; without a line feed at the end.
  ///
  /// - Parameter order: places of the items in the order in which the person before answered them; most people in a file answer
  ///   in one order, and need no search then.
  package func result(_ line: [UInt8], order: inout [Int]) -> Result<[UInt8], Problem> {
    do {
      let plain = try JSONValue.json(line)
      let (answers, day) = try read(plain, &order)
      return .success(bytes(plain["id"] ?? .null, FactBase(shared, answers, today: day)))
    } catch let problem as Problem {
      return .failure(problem)
    } catch let problem as JSONProblem {
      // The line is named by who reads the file.
      return .failure(Problem(words: "no JSON, column \(problem.column): \(problem.reason)"))
    } catch {
      return .failure(Problem(words: "\(error)"))
    }
  }

  // MARK: - In

  private func read(_ plain: JSONValue, _ order: inout [Int]) throws -> (Responses, Day?) {
    let known = ["id", "day", "answers"]
    if let pair = plain.map?.first(where: { !known.contains($0.key) }) {
      throw Problem(words: "a person has id, answers and perhaps day; this has \(pair.key)")
    }
    guard let list = plain["answers"]?.list, plain["id"]?.text != nil else {
      throw Problem(words: "a person has an id, which is a text, and a list of answers")
    }
    var day: Day?
    if let text = plain["day"] {
      day = text.text.flatMap { Day($0) }
      if day == nil { throw Problem(words: "day is year-month-day, such as 2026-03-02") }
    }
    var answers = Responses(count: pack.items.count)
    for (number, entry) in list.enumerated() {
      let guess = number < order.count ? order[number] : nil
      let place = try take(entry, guess, &answers)
      if guess == nil { order.append(place) } else { order[number] = place }
    }
    return (answers, day)
  }

  /// - Returns: the place of the item that was answered.
  private func take(_ entry: JSONValue, _ guess: Int?, _ answers: inout Responses) throws -> Int {
    let address = ItemAddress(entry["exercise"]?.text ?? "", entry["item"]?.text ?? "")
    guard let place = self.place(of: address, guess) else {
      throw Problem(words: "there is no item \(address)")
    }
    guard let plain = entry["value"] else { throw Problem(words: "\(address) has no value") }
    let of = entry["of"] ?? pack.items[place].from.flatMap { answers.given[$0]?.value?.plain }
    if plain == .null {
      answers.given[place] = Response(value: nil, of: of)
      return place
    }
    switch pack.items[place].kind.read(plain) {
    case .success(let value): answers.given[place] = Response(value: value, of: of)
    case .failure(let problem):
      throw Problem(
        words: "\(address): " + problem.sentence(phrases, pack.items[place].kind.fields))
    }
    return place
  }

  private func place(of address: ItemAddress, _ guess: Int?) -> Int? {
    if let guess, pack.items[guess].address == address { return guess }
    return pack.itemPlaces[address]
  }

  // MARK: - Out

  private func bytes(_ id: JSONValue, _ reading: FactBase) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(32 << 10)
    out += "{\"id\":".utf8
    out += id.json.utf8
    out += ",\"measures\":{".utf8
    let facts = reading.facts
    // What stands between two known measures is the same in every line.
    var copied = 0
    for (fact, place) in measures {
      guard let value = facts[fact] else { continue }
      out += blank[copied..<place]
      add(value, of: fact, to: &out)
      copied = place + Evaluator.null.count
    }
    out += blank[copied...]
    out += "},\"pathways\":[".utf8
    add(reading.evaluation, to: &out)
    out += "]}".utf8
    return out
  }

  private func add(_ value: Value, of fact: Int, to out: inout [UInt8]) {
    switch value {
    case .number(let number):
      if let whole = Int(exactly: number) {
        add(whole, to: &out)
      } else {
        out += RoundedNumber.measure(number).json.utf8
      }
    case .truth(let truth): out += truth ? "true".utf8 : "false".utf8
    case .level, .word, .set, .day: out += value.plain(pack.facts[fact].type).json.utf8
    }
  }

  private func add(_ whole: Int, to out: inout [UInt8]) {
    if (0..<10).contains(whole) {
      out.append(UInt8(48 + whole))
    } else {
      out += String(whole).utf8
    }
  }

  private func add(_ evaluation: Rules.Evaluation, to out: inout [UInt8]) {
    let keys = pack.pathwayPlaces.map { evaluation.key($0, pack.bands) }
    let ranks = RankKey.ranks(keys)
    let order = keys.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    for (number, place) in order.enumerated() {
      if number > 0 { out.append(UInt8(ascii: ",")) }
      out += heads[place]
      add(ranks[place], to: &out)
      out += ",\"score\":".utf8
      add(keys[place].score, to: &out)
      out += ",\"band\":\"".utf8
      out += keys[place].band.name.utf8
      out += "\"}".utf8
    }
  }
}
