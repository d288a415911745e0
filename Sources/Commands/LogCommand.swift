import ArgumentParser
import Plain
import Rules
import Screens
import Store
import Workbook

/// `waymark log`: one hour noted, in under twenty seconds.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Note one hour of work as it was.",
    discussion: """
      Its words come from a prompt or from standard input, never from an argument.

      Example:
        waymark log --energy 7 --engagement 8 --minutes 45
      """)

  @Option(help: "Strength after it, 1 to 10.") var energy: Int?
  @Option(help: "How far you were in it, 1 to 10.") var engagement: Int?
  @Option(help: "Minutes it took.") var minutes: Int?
  @Option(help: ArgumentHelp("A strength used in it, by its id.", valueName: "id")) var skill:
    String?
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let roots = Roots(options)
    let (phrases, pack) = try PackLoading(roots: roots).both()
    guard let item = pack.item(playing: "energy") else {
      throw Failure(.configuration, "waymark: this pack has no energy log.")
    }
    let (store, profile) = try ProfileChoosing(roots: roots).open()
    let address = pack.items[item].address
    let words = try Asking.words(phrases(.logWords))
    var entry: [Plain.Pair] = [
      Plain.Pair("text", .text(words)), Plain.Pair("day", .text(WallClock.today.description)),
      Plain.Pair("energy", .whole(try energy ?? number(phrases(.logEnergy)))),
    ]
    if let engagement { entry.append(Plain.Pair("engagement", .whole(engagement))) }
    if let minutes { entry.append(Plain.Pair("minutes", .whole(minutes))) }
    if let skill { entry.append(Plain.Pair("skill", .text(skill))) }
    let held = profile.current(address)?.value.list ?? []
    let value = Plain.list(held + [.map(entry)])
    if case .failure(let problem) = pack.items[item].kind.read(value) {
      throw Failure(.data, "waymark: " + problem.sentence(phrases, pack.items[item].kind.fields))
    }
    let answer = Answer(
      address: address, value: value, at: WallClock.now, round: profile.round)
    do throws(StoreError) { _ = try store.append([.answered(answer)]) } catch {
      throw error.failure
    }
    Standard.note(phrases(.logKept, ["count": String(held.count + 1)]))
  }

  private func number(_ question: String) throws(Failure) -> Int {
    guard Standard.isTerminal(0) else {
      throw Failure(.usage, "waymark: say --energy with a number from 1 to 10.")
    }
    Standard.note(question)
    guard let number = readLine().flatMap({ Int($0) }) else {
      throw Failure(.data, "waymark: nothing was noted: a number from 1 to 10 is wanted.")
    }
    return number
  }
}
