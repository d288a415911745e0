import ArgumentParser
import CSystem
import Curses
import Foundation
import Rules
import Sealing
import Store
import Typesetting
import Workbook

/// What the verbs share that make a passphrase.
struct SealingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Memory that each try of a passphrase costs, 64 to 1024 MiB.", valueName: "mib"))
  var memory: Int?

  @Option(
    help: ArgumentHelp(
      "Write the twelve recovery words to this file, to be printed and then deleted.",
      valueName: "file"))
  var recovery: String?

  func cost() throws(Failure) -> KeyCost {
    let cost = KeyCost(
      mebibytes: memory ?? KeyCost.common.mebibytes, passes: KeyCost.common.passes)
    if !cost.isReasonable {
      throw Failure(.usage, "waymark: --memory is a number of MiB from 64 to 1024.")
    }
    return cost
  }

  /// New secrets: from the descriptor that was named, else asked for at the terminal.
  ///
  /// - Parameter hasRecovery: whether recovery words of before stay good.
  func secrets(
    _ roots: RuntimeEnvironment, name: String, hasRecovery: Bool = false
  ) throws -> SealingSecrets {
    if let recovery, unsafe Int(system_kind(recovery)) != SYSTEM_ABSENT {
      throw Failure(
        .cannotCreate, "waymark: \(recovery) is there already, and is left alone.",
        "It may hold words that open a file. Name another.")
    }
    if let descriptor = roots.wishes.passphraseDescriptor {
      return try given(
        try SecretDescriptor.read(descriptor), roots, name, hasRecovery: hasRecovery)
    }
    guard StandardStreams.canAsk else {
      throw Failure(
        .notAllowed, "waymark: a passphrase is asked for at a terminal.",
        "In a script, name a descriptor to read it from: --passphrase-fd 3 3< FILE")
    }
    let loading = PackLoading(roots: roots)
    let phrases = try loading.phrases()
    let dialogue = SealingDialogue(
      phrases: phrases, words: try loading.words(), name: name, cost: try cost())
    let secrets: SealingSecrets?
    if !roots.wantsPlain, var terminal = CursesTerminal.start(colour: roots.wantsColour) {
      secrets = try dialogue.run(on: &terminal)
    } else {
      var face = LinePassphrasePrompt()
      secrets = try dialogue.run(on: &face)
    }
    guard let secrets else { throw Failure(.failed, "waymark: nothing was changed.") }
    try writeSheet(secrets.recovery, phrases, name)
    return secrets
  }

  private func given(
    _ passphrase: SecretBytes, _ roots: RuntimeEnvironment, _ name: String, hasRecovery: Bool
  ) throws -> SealingSecrets {
    guard let tidied = passphrase.tidied else { throw Failure.noMemory }
    if tidied.characterCount < PassphraseRule.least {
      throw Failure(
        .data, "waymark: a passphrase has \(PassphraseRule.least) characters or more.",
        "Five words drawn at random are easy to keep: ask at a terminal, without --passphrase-fd.")
    }
    if tidied.isMonotonous {
      throw Failure(.data, "waymark: a passphrase is more than a few letters over and over.")
    }
    var words: SecretBytes?
    if recovery != nil {
      let loading = PackLoading(roots: roots)
      words = try loading.words().phrase(of: PassphraseRule.recoveryWords)
      try writeSheet(words, try loading.phrases(), name)
    } else {
      StandardStreams.note(
        hasRecovery
          ? "The recovery words made before still open it."
          : "Without --recovery FILE there are no recovery words: the passphrase alone opens it.")
    }
    return SealingSecrets(passphrase: passphrase, recovery: words, cost: try cost())
  }

  /// Takes the page away again, where its words open nothing after all.
  func withdrawSheet() {
    if let recovery { try? FileManager.default.removeItem(atPath: recovery) }
  }

  /// A page to print.
  private func writeSheet(
    _ words: SecretBytes?, _ phrases: PhraseBook, _ name: String
  ) throws {
    guard let recovery, let words else { return }
    let lines = [
      phrases(.recoverySheetTitle, ["name": name, "day": WallClock.today.description]), "",
      phrases(.recoverySheetText), "",
    ]
    let text = (lines + SealingDialogue.numbered(words)).joined(separator: "\n") + "\n"
    try PrivateFile.write(
      Array(visible(text, keepingLines: true).utf8), to: recovery, replacing: false)
  }
}

extension ProfileCommand {
  struct Seal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Seal a profile with a passphrase.",
      discussion: """
        Five words are drawn for you, or you type one of your own. Lost with its recovery words, nobody can open the file. What \
        shows all the same: the name you gave it, the day it was last opened, its size, and when and how often it changed.

        Example:
          waymark profile seal --profile spring
          waymark profile seal --passphrase-fd 3 --recovery sheet.txt 3< passphrase
        """)

    @OptionGroup var sealing: SealingOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
      var choosing = ProfileLocator(roots: RuntimeEnvironment(options))
      choosing.isToBeSealed = true
      if let entry = try choosing.entry(), entry.isSealed {
        throw Failure(
          .failed, "waymark: \(entry.name) is sealed already.",
          "Another passphrase: waymark profile passphrase")
      }
      let store = try choosing.openAlone()
      let secrets = try sealing.secrets(RuntimeEnvironment(options), name: store.name)
      do throws(StoreError) { try store.seal(secrets) } catch {
        // Sealed all the same, the words on it are the only ones there are.
        if !store.isSealed { sealing.withdrawSheet() }
        throw error.failure
      }
      StandardStreams.note(
        "sealed: \(store.name). Copies made before can be opened by whoever has them.")
    }
  }

  struct Unseal: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a sealed profile plain again.",
      discussion: """
        Whoever can open the file can read it afterwards.

        Example:
          waymark profile unseal --profile spring
        """)

    @OptionGroup var options: GlobalOptions

    func run() throws {
      let store = try ProfileLocator(roots: RuntimeEnvironment(options)).openAlone()
      if !store.isSealed { throw Failure(.failed, "waymark: \(store.name) is not sealed.") }
      do throws(StoreError) { try store.unseal() } catch { throw error.failure }
      StandardStreams.note("unsealed: \(store.name). Whoever can open the file can read it now.")
    }
  }

  struct Passphrase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Change the passphrase of a sealed profile.",
      discussion: """
        Twelve recovery words open it in place of the old one. From a descriptor the old one is read first, then the new one, a \
        line each. Copies made before still open with the old one.

        Example:
          waymark profile passphrase --profile spring
        """)

    @OptionGroup var sealing: SealingOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let store = try ProfileLocator(roots: RuntimeEnvironment(options)).openAlone()
      if !store.isSealed {
        throw Failure(
          .failed, "waymark: \(store.name) is not sealed.", "Seal it: waymark profile seal")
      }
      let secrets = try sealing.secrets(
        RuntimeEnvironment(options), name: store.name, hasRecovery: store.hasRecovery)
      // The page stays, whatever happens: which words open the file then is found out by trying.
      do throws(StoreError) { try store.change(secrets) } catch { throw error.failure }
      StandardStreams.note(
        "changed: \(store.name). Copies made before still open with the old one.")
    }
  }
}
