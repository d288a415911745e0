package import Workbook

extension ShapeProblem {
  /// What does not fit, in the reader's words.
  ///
  /// - Parameter fields: whose titles name the parts of a record; without them their ids do.
  package func sentence(_ phrases: PhraseBook, _ fields: [Field] = []) -> String {
    func title(_ id: String) -> String { fields.first { $0.id == id }?.title ?? id }
    switch self {
    case .wantsText: return phrases(.shapeText)
    case .textEmpty: return phrases(.shapeEmpty)
    case .textTooLong(let most): return phrases(.shapeTooLong, ["most": String(most)])
    case .wantsOneOf(let ids):
      return phrases(.shapeOneOf, ["options": ids.joined(separator: ", ")])
    case .wantsWhole(let low, let high):
      return phrases(.shapeWhole, ["low": String(low), "high": String(high)])
    case .wantsDay: return phrases(.shapeDay)
    case .wantsList: return phrases(.shapeList)
    case .wantsCount(let low, let high):
      return phrases(.howMany, ["least": String(low), "most": String(high)])
    case .twice(let id): return phrases(.shapeTwice, ["option": id])
    case .wantsMap: return phrases(.shapeMap)
    case .fieldMissing(let id): return phrases(.shapeMissing, ["field": title(id)])
    case .fieldUnknown(let id): return phrases(.shapeUnknown, ["field": id])
    case .inField(let id, let problem):
      return phrases(
        .shapeInField, ["field": title(id), "problem": problem.sentence(phrases, fields)])
    case .wantsTwoSeats(let seats):
      return phrases(
        .shapeSeats, ["seats": seats.map(String.init).joined(separator: ", ")])
    }
  }
}
