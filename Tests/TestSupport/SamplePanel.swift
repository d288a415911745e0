package import Packs

/// A panel of two lives and three readers, small enough to be reckoned by hand, with its pack.
package enum SamplePanel {
  /// Seven pathways: `a` has four supports for, 10 points in all, the others one each: 20, 30 … 70.
  package static func pack() -> PackFiles {
    let letters = ["a", "b", "c", "d", "e", "f", "g"]
    let items = letters.map { "  - {id: q\($0), kind: rating, scale: five, text: Q\($0)}" }
    var pathways: [String: String] = [:]
    for (place, letter) in letters.enumerated() {
      let rules =
        place > 0
        ? [("s", 10 * (place + 1), 1)]
        : [("s", 2, 1), ("t", 5, 1), ("u", 1, 1), ("v", 2, 1), ("n", -3, 4)]
      pathways[letter] =
        "supports:\n"
        + rules.map { id, points, bound in
          "  - {id: \(id), points: \(points), when: {x.q\(letter): at least \(bound)}, because: B}"
        }.joined(separator: "\n")
    }
    return SamplePack.files(items: items.joined(separator: "\n"), pathways: pathways)
  }

  /// `y` is how the pathway `g` is read; for `z` the pack has no pathway.
  package static let moves = """
    moves:
      - {id: a, title: A, line: "To a."}
      - {id: b, title: B, line: "To b."}
      - {id: c, title: C, line: "To c."}
      - {id: d, title: D, line: "To d."}
      - {id: e, title: E, line: "To e."}
      - {id: f, title: F, line: "To f."}
      - {id: y, title: Y, line: "To y."}
      - {id: z, title: Z, line: "To z."}
    today: {g: y}
    offices: [clerk]
    """

  /// The tune half, with a third life of the check half that nobody read.
  package static func files() -> PackFiles {
    [
      "moves.yaml": moves,
      "lives/l1.yaml": life("l1", "moved", "clerk", "{qa: 1, qb: 1, qc: 1, qd: 1, qe: 1}"),
      "lives/l2.yaml": life("l2", "worn", "cook", "{qb: 1, qc: 1, qd: 1, qe: 1, qf: 1, qg: 1}"),
      "lives/l3.yaml": life("l3", "worn", "cook", "{qa: 0}", half: "check"),
      "readers/r1-tune.yaml": reader(
        "r1", "career", "diary", ("abcde", "fyz", "qf"), ("abcdz", "efy", "qa")),
      "readers/r2-tune.yaml": reader(
        "r2", "health", "diary", ("abcyz", "def", "qa"), ("abefz", "cdy", "qb")),
      "readers/r3-tune.yaml": reader(
        "r3", "law", "answers", ("abcde", "fyz", "qf"), ("abcde", "fyz", "qa")),
    ]
  }

  package static func life(
    _ id: String, _ moment: String, _ work: String, _ answers: String, half: String = "tune"
  ) -> String {
    """
    id: \(id)
    grid: {moment: \(moment), work: \(work), age: 40, home: alone, money: tight, health: well}
    half: \(half)
    by: w1
    answered-by: a1
    diary: "Monday."
    answers: {x: \(answers)}
    tonight: {}
    """
  }

  private typealias Said = (best: String, wrong: String, question: String)

  private static func reader(
    _ id: String, _ school: String, _ from: String, _ first: Said, _ second: Said
  ) -> String {
    """
    reader: \(id)
    school: \(school)
    from: \(from)
    lives:
      l1: \(advice(first))
      l2: \(advice(second))
    """
  }

  private static func advice(_ said: Said) -> String {
    "{own: [rest], best: [\(picks(said.best))], wrong: [\(picks(said.wrong))], "
      + "question: x/\(said.question)}"
  }

  private static func picks(_ moves: String) -> String {
    moves.map { "{move: \($0), line: Monday}" }.joined(separator: ", ")
  }
}
