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
  func run<Face: SecretFace & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> SealingSecrets? {
    guard let passphrase = try choose(on: &face) else { return nil }
    guard let recovery = words.phrase(of: PassphraseRule.recoveryWords) else { throw .noMemory }
    let isWritten = try face.show(
      SecretPage(
        phrases(.recoveryTitle), [phrases(.recoveryWhat)], words: SealingDialogue.rows(recovery),
        isAsking: false, keys: phrases(.recoveryKeys)))
    if !isWritten { return nil }
    face.wait(phrases(.sealMoment))
    return SealingSecrets(passphrase: passphrase, recovery: recovery, cost: cost)
  }

  private func choose<Face: SecretFace & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> SecretBytes? {
    var page = SecretPage(
      phrases(.sealTitle, ["name": name]),
      [phrases(.sealWhat), phrases(.sealLeaks), phrases(.sealChoose)], isAsking: true,
      keys: phrases(.sealChooseKeys))
    while true {
      guard let typed = try face.ask(page)?.tidied else { return nil }
      if typed.count == 0 {
        if let drawn = try draw(on: &face) { return drawn }
        page.notice = ""
      } else if typed.characterCount < PassphraseRule.least {
        page.notice = phrases(.sealShort)
      } else if try isRepeated(typed, on: &face) {
        return typed
      } else {
        page.notice = ""
      }
    }
  }

  /// Five words, until they are on paper.
  private func draw<Face: SecretFace & ~Copyable>(
    on face: inout Face
  ) throws(Failure) -> SecretBytes? {
    guard let drawn = words.phrase(of: PassphraseRule.words) else { throw .noMemory }
    let page = SecretPage(
      phrases(.sealWordsTitle), [phrases(.sealWordsWrite)], words: [drawn.shown],
      isAsking: false, keys: phrases(.sealWordsKeys))
    while try face.show(page) {
      if try isRepeated(drawn, on: &face) { return drawn }
    }
    return nil
  }

  private func isRepeated<Face: SecretFace & ~Copyable>(
    _ passphrase: SecretBytes, on face: inout Face
  ) throws(Failure) -> Bool {
    var page = SecretPage(
      phrases(.sealAgainTitle), [phrases(.sealAgain)], isAsking: true,
      keys: phrases(.sealAgainKeys))
    while let typed = try face.ask(page)?.tidied {
      if typed.equals(passphrase) { return true }
      page.notice = phrases(.sealDiffers)
    }
    return false
  }

  /// Twelve words in three rows, numbered.
  static func rows(_ words: SecretBytes) -> [String] {
    let all = words.shown.split(separator: " ").enumerated().map {
      "\($0.offset + 1). \($0.element)"
    }
    return stride(from: 0, to: all.count, by: 4).map {
      all[$0..<min($0 + 4, all.count)].map { $0.padding(toLength: 14, withPad: " ", startingAt: 0) }
        .joined()
    }
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
