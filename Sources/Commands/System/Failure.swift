/// Why a command ends early: a code of the contract, and one to three lines that say what, where, what to do.
struct Failure: Error {
  let code: Int32
  let lines: [String]
  /// The profile's file that is damaged, where that is what happened.
  var damaged: String?

  init(_ code: Code, _ lines: String...) {
    self.code = code.rawValue
    self.lines = lines
  }

  /// On one line, without the program's name.
  var words: String {
    let all = lines.joined(separator: " ")
    return all.hasPrefix("waymark: ") ? String(all.dropFirst(9)) : all
  }

  enum Code: Int32 {
    case failed = 1
    case found = 2
    case usage = 64
    case data = 65
    case noInput = 66
    case cannotCreate = 73
    case ioError = 74
    case notAllowed = 77
    case configuration = 78
  }
}
