import ArgumentParser
import JSON
import Screens
import Workbook

/// `waymark demo`: a ready-made person in memory alone, to look round without typing.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Look round in a made-up person's workbook; nothing is written.",
    discussion: """
      Without a name three of them are offered; on a pipe, and with --plain, all are listed. Whatever you change is gone when you
      leave.

      Example:
        waymark demo
        waymark demo passed-over-fitter
      """)

  @Argument(help: "Which made-up person.") var name: String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let roots = RuntimeEnvironment(options)
    let loading = PackLoading(roots: roots)
    let phrases = try loading.phrases()
    let pack = try loading.pack(withCases: true)
    let people: [Case]
    if let name {
      guard let one = pack.cases.first(where: { $0.id == name }) else {
        throw Failure(
          .failed, "waymark: there is nobody called \(name) in this pack.",
          "There are: \(pack.cases.map(\.id).joined(separator: ", "))")
      }
      people = [one]
    } else {
      guard StandardStreams.isTerminal(0), StandardStreams.isTerminal(1), !roots.wantsPlain else {
        for one in pack.cases { StandardStreams.say("\(one.id): \(one.life)") }
        return
      }
      // Whoever has something to show has answered enough to look round in.
      let ready = pack.cases.filter { !$0.shares.isEmpty }
      people = ready.isEmpty ? Array(pack.cases.prefix(3)) : ready
    }
    if people.isEmpty { throw Failure(.failed, "waymark: this pack has no made-up people.") }
    let code = try WorkbookLauncher(roots: roots).openInMemory(
      people.map { MadeUpPerson(life: $0.life, changes: changes($0, pack)) }, pack, phrases)
    if code != 0 { throw ExitCode(code) }
  }

  /// The case's answers as a profile, its own day as the day they were given.
  private func changes(_ one: Case, _ pack: Pack) -> [Change] {
    [ComputerOwner.mine.change] + one.changes(in: pack, at: WallClock.now)
      + [.setting(name: "place", value: "home")]
  }
}
