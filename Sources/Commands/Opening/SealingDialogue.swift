import Foundation
import Screens
import Sealing
import Store
import Workbook

/// Leads a person through a passphrase and the words for the day it is lost, on whichever face there is.
struct SealingDialogue {
  let phrases: PhraseBook
  let words: WordList
  let name: String
  var cost = KeyCost.common

  /// - Returns: `nil` where the person leaves.
  func run<Face: PassphrasePrompt & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> SealingSecrets? {
    guard let passphrase = try choose(on: &face) else { return nil }
    guard let recovery = words.phrase(of: PassphraseRule.recoveryWords) else { throw .noMemory }
    let page = page(
      .recoveryTitle, [.recoveryWhat], words: SealingDialogue.numbered(recovery), .recoveryKeys)
    repeat {
      if try !face.show(page) { return nil }
    } while try !isOnPaper(recovery, on: &face)
    face.wait(phrases(.sealMoment))
    return SealingSecrets(passphrase: passphrase, recovery: recovery, cost: cost)
  }

  /// Two of the twelve are asked for: what nobody wrote down opens nothing later.
  private func isOnPaper<Face: PassphrasePrompt & ~Copyable>(
    _ recovery: SecretBytes, on face: inout Face
  ) throws(Failure) -> Bool {
    let all = recovery.shown.split(separator: " ")
    var page = page(.recoveryTitle, [.recoveryCheck], .sealAgainKeys, isAsking: true)
    while let typed = try face.ask(page)?.tidied?.lowercased {
      if typed.shown == "\(all[3]) \(all[8])" { return true }
      page.notice = phrases(.recoveryDiffers)
    }
    return false
  }

  private func page(
    _ title: Phrase, _ texts: [Phrase], words: [String] = [], _ keys: Phrase,
    isAsking: Bool = false
  ) -> PassphraseScreen {
    var page = PassphraseScreen(
      phrases(title, ["name": name]), texts.map { phrases($0) }, words: words,
      isAsking: isAsking, keys: phrases(keys))
    page.lineKeys = phrases(isAsking ? .secretLines : .secretLinesShown)
    return page
  }

  private func choose<Face: PassphrasePrompt & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> SecretBytes? {
    var page = page(
      .sealTitle, [.sealLeaks, .sealWhat, .sealChoose], .sealChooseKeys, isAsking: true)
    while true {
      guard let typed = try face.ask(page)?.tidied else { return nil }
      if typed.count == 0 {
        if let drawn = try draw(on: &face) { return drawn }
        page.notice = ""
      } else if typed.characterCount < PassphraseRule.least {
        page.notice = phrases(.sealShort)
      } else if typed.isMonotonous {
        page.notice = phrases(.sealSame)
      } else if try isRepeated(typed, on: &face) {
        return typed
      } else {
        page.notice = ""
      }
    }
  }

  /// Five words, until they are on paper.
  private func draw<Face: PassphrasePrompt & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> SecretBytes? {
    guard let drawn = words.phrase(of: PassphraseRule.words) else { throw .noMemory }
    let page = page(
      .sealWordsTitle, [.sealWordsWrite], words: drawn.shown.split(separator: " ").map(String.init),
      .sealWordsKeys)
    while try face.show(page) {
      if try isRepeated(drawn, on: &face) { return drawn }
    }
    return nil
  }

  private func isRepeated<Face: PassphrasePrompt & ~Copyable>(
    _ passphrase: SecretBytes, on face: inout Face
  ) throws(Failure) -> Bool {
    var page = page(.sealAgainTitle, [.sealAgain], .sealAgainKeys, isAsking: true)
    while let typed = try face.ask(page)?.tidied {
      if typed.equals(passphrase) { return true }
      page.notice = phrases(.sealDiffers)
    }
    return false
  }

  static func numbered(_ words: SecretBytes) -> [String] {
    words.shown.split(separator: " ").enumerated().map { "\($0.offset + 1). \($0.element)" }
  }
}

extension PackLoading {
  /// The words that passphrases are drawn of.
  func words() throws(Failure) -> WordList {
    let path = (roots.contentFolder ?? "") + "/words/en.txt"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8), let list = WordList(text)
    else {
      throw Failure(
        .configuration, "waymark: \(path) is not there, or does not hold 2048 words, one a line.")
    }
    return list
  }
}
