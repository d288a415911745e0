import ArgumentParser
import Glibc
import Plain
import Rules
import Workbook

/// `waymark evaluate`: a pack tried on made-up people, or on answers given for research.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate", abstract: "Try a pack on made-up people; opens no profile.",
    discussion: """
      For authors and researchers. It is not for judging staff. One person a line in, one result a line out; the \
      clock is not read.

      Example:
        waymark evaluate people.ndjson
      """)

  @Argument(help: "A file of people; - reads standard input.") var file: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let pack = try PackLoading(roots: Roots(options)).pack()
    Standard.note(
      "waymark: evaluate is for authors and researchers, on made-up people or answers given for research; "
        + "it is not for judging staff.")
    var reader = LineReader(descriptor: try InputFile.open(file))
    var number = 0
    var hasRefused = false
    while let lines = reader.next() {
      for line in lines {
        number += 1
        if line.allSatisfy({ $0 == 32 || $0 == 13 || $0 == 9 }) { continue }
        switch ResearchPerson.result(line, pack) {
        case .success(let result): Standard.outLine(result.json)
        case .failure(let problem):
          hasRefused = true
          Standard.note("\(file):\(number): \(problem.words)")
        }
      }
    }
    if hasRefused { throw ExitCode(Failure.Code.data.rawValue) }
  }
}

/// A file named on the command line, or standard input.
enum InputFile {
  static func open(_ path: String) throws(Failure) -> Int32 {
    if path == "-" { return 0 }
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw Failure(
        .noInput, "waymark: \(path) cannot be read: \(unsafe String(cString: strerror(errno))).")
    }
    return descriptor
  }
}

/// One made-up person's answers, and what comes of them.
enum ResearchPerson {
  struct Problem: Error {
    let words: String
  }

  static func result(_ line: [UInt8], _ pack: Pack) -> Result<Plain, Problem> {
    do {
      let plain = try Plain.json(line)
      let (answers, day) = try read(plain, pack)
      return .success(document(plain["id"] ?? .null, pack, answers, day))
    } catch let problem as Problem {
      return .failure(problem)
    } catch {
      return .failure(Problem(words: "\(error)"))
    }
  }

  private static func read(_ plain: Plain, _ pack: Pack) throws -> (Answers, Day?) {
    let known = ["id", "day", "answers"]
    if let pair = plain.map?.first(where: { !known.contains($0.key) }) {
      throw Problem(words: "a person has id, day and answers; this has \(pair.key)")
    }
    guard let list = plain["answers"]?.list, plain["id"]?.text != nil else {
      throw Problem(words: "a person has an id and a list of answers")
    }
    var day: Day?
    if let text = plain["day"] {
      day = text.text.flatMap { Day($0) }
      if day == nil { throw Problem(words: "day is year-month-day, such as 2026-03-02") }
    }
    var answers = Answers(count: pack.items.count)
    for entry in list { try take(entry, pack, &answers) }
    return (answers, day)
  }

  private static func take(_ entry: Plain, _ pack: Pack, _ answers: inout Answers) throws {
    let address = ItemAddress(entry["exercise"]?.text ?? "", entry["item"]?.text ?? "")
    guard let place = pack.itemPlaces[address], let plain = entry["value"] else {
      throw Problem(words: "there is no item \(address), or it has no value")
    }
    let of = entry["of"] ?? pack.items[place].from.flatMap { answers.given[$0]?.value?.plain }
    if plain == .null {
      answers.given[place] = Given(value: nil, of: of)
      return
    }
    switch pack.items[place].kind.read(plain) {
    case .success(let value): answers.given[place] = Given(value: value, of: of)
    case .failure(let problem): throw Problem(words: "\(address): \(problem)")
    }
  }

  private static func document(
    _ id: Plain, _ pack: Pack, _ answers: Answers, _ day: Day?
  ) -> Plain {
    let assessment = Assessment(Reading(pack, answers, today: day))
    let measures = pack.facts.indices.compactMap { place -> Plain.Pair? in
      guard case .measure = pack.facts[place].source else { return nil }
      let fact = pack.facts[place]
      return Plain.Pair(
        fact.name, assessment.reading.facts[place]?.plain(fact.type) ?? .null)
    }
    let pathways = assessment.pathways.order.map { place -> Plain in
      let standing = assessment.pathways.standings[place]
      return [
        "id": .text(pack.pathways[place].id), "rank": .whole(standing.rank),
        "score": .whole(standing.score), "band": .text(standing.band.name),
      ]
    }
    return ["id": id, "measures": .map(measures), "pathways": .list(pathways)]
  }
}
