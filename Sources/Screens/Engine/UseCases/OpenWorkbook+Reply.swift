package import Briefs
import JSON
package import Rules
package import Workbook

/// Why an answer to a page is not taken.
package enum ReplyProblem: Error, Hashable, Sendable {
  /// No page of this profile.
  case stranger
  /// One page, and the number of another.
  case swapped
  case used(Day)
  case past(Day)
  case later(Day)
  /// A step that the page did not have.
  case step(String)
  /// A step that the page asked in other words.
  case otherWords(String)
  /// A day that lies outside the page's year.
  case day(Day, page: Day)
  /// Given on a day that is still to come.
  case early(Day)
  case full
}

extension OpenWorkbook {
  /// What an answer that came as a file changes: its words become answers, and its number is used.
  package func taking(_ reply: Reply) throws(ReplyProblem) -> [Change] {
    let receipt = try receipt(of: reply)
    let onPage = brief(receipt.shares).brief.steps
    // The page may show a name otherwise than it was typed; the answer belongs to the step.
    let own = receipt.shares.compactMap { share -> Int? in
      if case .experiment(let number) = share { number } else { nil }
    }.sorted().compactMap { number in
      pack.experiments(profile).first { $0.number == number }?.name
    }
    let year = Reply.year(of: receipt.day)
    for day in [reply.day] + reply.steps.compactMap(\.answer.again) where !year.contains(day) {
      throw .day(day, page: receipt.day)
    }
    // Where the other one is, it may be tomorrow already.
    if reply.day > today.adding(days: 1) { throw .early(reply.day) }
    var answers: [StepAnswer] = []
    for step in reply.steps {
      guard onPage.indices.contains(step.number - 1), own.count == onPage.count,
        onPage[step.number - 1] == step.answer.step
      else { throw .step(step.answer.step) }
      // What the person reads beside the answer is what was asked, to the letter.
      guard receipt.asked.count == onPage.count, receipt.asked[step.number - 1] == step.asked else {
        throw .otherWords(step.answer.step)
      }
      var answer = step.answer
      answer.step = own[step.number - 1]
      answer.seen = .file
      if answers.isEmpty { answer.theirs = reply.will }
      answers.append(answer)
    }
    let used: JSONValue = [
      "request": .text(reply.request), "brief": .text(reply.brief),
      "day": .text(reply.day.description), "at": .text(now),
    ]
    return [try change(adding: answers), .replied(used)]
  }

  /// The page that it answers, where that still says what it said.
  private func receipt(of reply: Reply) throws(ReplyProblem) -> Receipt {
    let pages = receipts.filter { !$0.request.isEmpty }
    guard let page = pages.first(where: { $0.check == reply.brief }) else {
      throw pages.contains { $0.request == reply.request } ? .swapped : .stranger
    }
    if page.request != reply.request { throw .swapped }
    switch standing(of: page) {
    case .answered(let day): throw .used(day)
    case .later: throw .later(page.day)
    case .past, .unknown: throw .past(page.day)
    case .valid: return page
    }
  }

  private func change(adding answers: [StepAnswer]) throws(ReplyProblem) -> Change {
    guard let item = pack.item(playing: "replies") else { throw .full }
    let kind = pack.items[item].kind
    let entries = answers.map { answer in
      let entry = answer.entry
      return JSONValue.map(
        kind.fields.compactMap { field in entry[field.id].map { JSONValue.Pair(field.id, $0) } })
    }
    let list = JSONValue.list((kept(item)?.list ?? []) + entries)
    guard case .success = kind.read(list) else { throw .full }
    return .answered(
      Answer(address: pack.items[item].address, value: list, at: now, round: round))
  }

  /// Why it is not taken, and what to do.
  package func words(of problem: ReplyProblem) -> [String] {
    let reason: String =
      switch problem {
      case .stranger: phrases(.replyStranger)
      case .swapped: phrases(.replySwapped)
      case .used(let day): phrases(.replyUsed, ["day": day.description])
      case .past(let day): phrases(.replyPast, ["day": day.description])
      case .later(let day): phrases(.replyLater, ["day": day.description])
      case .step(let name): phrases(.replyStep, ["name": name])
      case .otherWords(let name): phrases(.replyOtherWords, ["name": name])
      case .day(let day, let page):
        phrases(.replyDay, ["day": day.description, "page": page.description])
      case .early(let day): phrases(.replyEarly, ["day": day.description])
      case .full: phrases(.replyFull)
      }
    switch problem {
    case .stranger, .swapped, .step, .otherWords, .day, .early, .full, .used:
      return [reason, phrases(.replyLeft)]
    case .past, .later: return [reason, phrases(.replyLeft) + " " + phrases(.replyNewPage)]
    }
  }
}

extension ExchangeFileProblem {
  /// What is wrong with a file, in words.
  package func sentence(_ phrases: PhraseBook, isReply: Bool) -> String {
    switch self {
    case .tooLong(let limit): phrases(.paperTooLong, ["limit": String(limit >> 10)])
    case .notJSON(let problem): phrases(.paperNotJSON, ["reason": problem.description])
    case .otherKind: phrases(isReply ? .paperNoReply : .paperNoBrief)
    case .otherVersion(let version): phrases(.paperVersion, ["version": version])
    case .missing(let field): phrases(.paperMissing, ["field": field])
    case .unknown(let field): phrases(.paperUnknown, ["field": field])
    case .wrong(let field): phrases(.paperWrong, ["field": field])
    case .control(let field): phrases(.paperControl, ["field": field])
    case .altered: phrases(.paperAltered)
    }
  }
}
