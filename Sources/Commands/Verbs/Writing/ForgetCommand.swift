import ArgumentParser
import Sealing
import Store
import Workbook

/// `waymark forget`: takes something back for good.
struct ForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Take an answer, an entry or a name out of the file for good.",
    discussion: """
      Every version of it goes, with drafts and with what undo could bring back. The file is written anew and the old one \
      overwritten. Out of reach: backups and exports you made, pages you gave away, snapshots, the cells of a solid-state disk. The \
      receipt of a page that held it stays, without the words.

      A name, or other words, are read from a prompt or from standard input, never from an argument. They are struck out wherever \
      they stand as whole words.

      Example:
        waymark forget arrive/want --yes
        waymark forget stories/list --entry 2
        waymark forget --words --yes < name
      """)

  @Argument(help: "EXERCISE/ITEM.") var answer: String?
  @Option(help: ArgumentHelp("One entry of a list, by its number from 1.", valueName: "n"))
  var entry: Int?
  @Flag(help: "A name or other words, wherever they stand.") var words = false
  @Flag(help: "Without being asked.") var yes = false
  @OptionGroup var options: GlobalOptions

  func run() throws {
    try check()
    let store = try ProfileLocator(roots: RuntimeEnvironment(options)).openAlone()
    let what = try forgetting()
    let touched: ErasureResult
    do throws(StoreError) { touched = try store.wouldForget(what) } catch { throw error.failure }
    if !touched.isAnything { say(touched.elsewhere) }
    guard touched.isAnything else {
      throw Failure(
        .failed, "waymark: there is nothing of it in this file.",
        "What there is: waymark answers")
    }
    let places =
      touched.touched.isEmpty
      ? "receipts and what was taken back before"
      : touched.touched.map(\.description).joined(separator: ", ")
    if !yes { try confirm(places) }
    let forgotten: ErasureResult
    do throws(StoreError) { forgotten = try store.forget(what) } catch { throw error.failure }
    StandardStreams.note("forgotten: \(places)")
    StandardStreams.note(
      "Not in reach: backups and exports you made, pages you gave away, and what a disk keeps on its own."
    )
    if case .words(let words) = what, store.name.lowercased().contains(words.lowercased()) {
      StandardStreams.note("The file's own name holds it too: waymark profile rename NAME")
    }
    say(forgotten.elsewhere)
  }

  private func say(_ elsewhere: [ItemAddress]) {
    if elsewhere.isEmpty { return }
    let others = elsewhere.map(\.description).joined(separator: ", ")
    StandardStreams.note("The same words also stand in: \(others)")
  }

  /// What can be wrong with the wish, before anything is opened.
  private func check() throws {
    if words {
      if answer != nil || entry != nil {
        throw Failure(.usage, "waymark: --words stands alone; the words come from standard input.")
      }
    } else {
      _ = try forgetting()
    }
  }

  /// Typed unseen, so that they do not stay in the window.
  private func hiddenWords() throws -> String {
    guard StandardStreams.isTerminal(0) else { return try TerminalPrompt.words("") }
    let question = "Which name or words? They are not shown while you type."
    guard let line = try LinePassphrasePrompt.read(question)?.tidied, line.count > 0 else {
      throw Failure(.failed, "waymark: nothing was forgotten.")
    }
    return line.shown
  }

  private func forgetting() throws -> ErasureRequest {
    if words {
      let given = try hiddenWords()
      return .words(given.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    let parts = (answer ?? "").split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw Failure(
        .usage, "waymark: say which answer, as EXERCISE/ITEM.", "What there is: waymark answers")
    }
    let address = ItemAddress(String(parts[0]), String(parts[1]))
    if let entry, entry < 1 {
      throw Failure(.usage, "waymark: entries are numbered from 1.")
    }
    return entry.map { .entry(address, $0) } ?? .answer(address)
  }

  private func confirm(_ places: String) throws {
    guard StandardStreams.isTerminal(0) else {
      throw Failure(.failed, "waymark: nothing was forgotten.", "Say --yes, or ask at a terminal.")
    }
    StandardStreams.note(
      words
        ? "The words stand in: \(places). They are struck out there for good. Type yes to go on:"
        : "This takes out for good: \(places). Type yes to go on:")
    guard readLine()?.lowercased() == "yes" else {
      throw Failure(.failed, "waymark: nothing was forgotten.")
    }
  }
}
