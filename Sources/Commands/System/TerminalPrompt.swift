import Screens
import Workbook

/// Words and numbers that a command asks for: at a terminal by a question, else from the next line of standard input. They never
/// come from an argument, which others on the machine can read.
enum TerminalPrompt {
  /// One line with words in it.
  static func words(_ question: String) throws(Failure) -> String {
    guard let line = line(question), !line.isEmpty else {
      throw Failure(.data, "waymark: nothing was noted: there were no words.")
    }
    return line
  }

  /// One line, which may be empty.
  static func line(_ question: String) -> String? {
    if StandardStreams.isTerminal(0) { StandardStreams.note(question) }
    return readLine().map { String($0.drop(while: \.isWhitespace)) }
  }

  /// One of some words, by its number; from a pipe only by the option.
  static func choice(
    _ question: String, _ words: [String], option: String
  ) throws(Failure) -> String {
    guard StandardStreams.isTerminal(0) else {
      throw Failure(
        .usage, "waymark: say --\(option), one of: \(words.joined(separator: ", ")).")
    }
    StandardStreams.note(question)
    guard let number = readLine().flatMap({ Int($0) }), words.indices.contains(number - 1) else {
      throw Failure(
        .data, "waymark: nothing was noted: a number from 1 to \(words.count) is wanted.")
    }
    return words[number - 1]
  }
}
