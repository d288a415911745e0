import ArgumentParser
import Packs
import Workbook

extension ContentCommand {
  /// `waymark content panel`: how the rules agree with made-up readers of made-up lives.
  struct Panel: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Hold the rules against a panel: made-up lives, and what readers advise them.",
      discussion: """
        Both are made up, and more alike than people are: the figures say whether the rules judge like these readers, \
        and nothing about how anyone fares. Half of the lives tunes the rules, the other checks them; each opening of \
        the check half is logged in the guide. Prints findings in the panel's files and ends with 2 where there are any.

        Example:
          waymark content panel
          waymark content panel --json my-panel --pack my-pack
        """)

    @Argument(help: "The panel's folder; without it, `panel` beside the packs.") var folder: String?
    @Option(help: "Which half of the lives: tune or check.") var half = Packs.Panel.Half.tune
    @Flag(help: "As one JSON document.") var json = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let roots = RuntimeEnvironment(options)
      let pack = try ContentCommand.pack(options, nil)
      guard let folder = folder ?? PanelFolder.beside(pack: roots.packFolder) else {
        throw Failure(
          .configuration, "waymark: there is no folder `panel` beside the packs.",
          "Name a panel's folder: waymark content panel DIR.")
      }
      if half == .check {
        StandardStreams.note(
          "waymark: this opens the check half. ChangeLog the opening in the guide, on its page Panel: "
            + "after two openings this half joins the other.")
      }
      let (panel, findings) = try PanelFolder(folder).read(half, pack)
      try ContentCommand.end(with: findings)
      let looks = PanelLooks.of(panel, half, pack)
      let measures = PanelMeasures(panel, looks)
      guard measures.lives > 0 else {
        throw Failure(
          .failed, "waymark: \(folder) has no life of the \(half) half that anybody read.",
          "The guide's page Panel says how to add lives and readings.")
      }
      if json {
        StandardStreams.json(PanelJSON(panel, half, measures).document)
      } else {
        for line in PanelText(panel, half, measures).lines { StandardStreams.say(line) }
      }
    }
  }
}

extension Packs.Panel.Half: ExpressibleByArgument {}

/// What the program makes of each life of a half: a core takes every so-many-th, since a life's next questions take a while.
enum PanelLooks {
  static func of(_ panel: Panel, _ half: Panel.Half, _ pack: Pack) -> [PanelLook] {
    let lives = panel.lives(in: half)
    let equal = PanelLook.equalRules(of: pack)
    let parts = WorkerThreads.start(WorkerThreads.count) { part in
      stride(from: part, to: lives.count, by: WorkerThreads.count).map {
        PanelLook(lives[$0], panel, pack, equal: equal)
      }
    }.outputs()
    return parts.flatMap { $0 }.sorted { $0.life < $1.life }
  }
}
