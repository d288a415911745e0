import ArgumentParser
import JSON
import Rules
import Screens
import Workbook

/// `waymark whatif`
struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "whatif", abstract: "The least that would bring one pathway to the first place.",
    discussion: """
      Only what a person can do or find out is moved, three things at most; each result is read again to prove it. \
      Nothing is saved.

      Example:
        waymark whatif sideways
        waymark whatif sideways --json
      """)

  @Argument(help: "The pathway's id, as `pathways --json` prints it.") var pathway: String
  @Flag(help: "As one JSON document.") var json = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let desk = try CommandContext(options)
    let place = try desk.pathway(pathway)
    if json {
      StandardStreams.json(document(WhatIf(desk.reading, pathway: place), desk))
    } else {
      for line in desk.session.whatIfInWords(place) { StandardStreams.say(line) }
    }
  }

  private func document(_ found: WhatIf, _ desk: CommandContext) -> JSONValue {
    guard found.isFound else {
      return ["found": false, "reason": .text(desk.phrases(.whatIfNone))]
    }
    let changes = found.sets.map { set -> JSONValue in
      [
        "cost": .whole(set.cost), "set": .list(set.moves.map { change($0, desk) }),
        "rankAfter": .whole(set.rankAfter),
      ]
    }
    return [
      "pathway": .text(pathway), "rank": .whole(found.rank), "found": true,
      "changes": .list(changes), "proof": "re-run",
    ]
  }

  private func change(_ move: Intervention, _ desk: CommandContext) -> JSONValue {
    let item = desk.pack.items[move.item]
    return [
      "exercise": .text(item.address.exercise), "item": .text(item.address.item),
      "from": desk.reading.counting(move.item)?.plain ?? .null, "to": move.value.plain,
      "text": .text(item.changeable?.what ?? ""),
    ]
  }
}
