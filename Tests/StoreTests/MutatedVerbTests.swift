import Foundation
import JSON
import Rules
import Sealing
import Store
import TestSupport
import Testing
import Workbook

/// The built program on mutated files: every command that looks at one says of it what it is, and ends.
struct MutatedVerbTests {
  private let folder = Tree.temporaryFolder()

  init() { _ = Digest.start() }

  /// What is said of each mutation, by all commands.
  private struct Case {
    let program: Program
    let file: String
    let isSealed: Bool
    let isWhole: Bool
    let opens: Bool
    /// Lines of which every byte is there.
    let there: Int
    let what: String

    private var key: String {
      isSealed ? "--passphrase-fd 3 3< '\(program.home)/secret'" : ""
    }

    /// What goes on for ever ends there, with a code that none of ours is.
    func run(_ line: String) -> Program.Result {
      program.shell(
        "exec timeout -s KILL 20 '\(Program.path)' " + line.replacing("FILE", with: "'\(file)'"),
        input: #"{"exercise":"arrive","item":"want","value":"x"}"# + "\n")
    }

    /// - Parameter asks: whether the command takes the passphrase of a sealed file.
    func check(_ line: String, _ codes: Set<Int32>, asks: Bool = true) -> String {
      let said = run(line + (asks ? " " + key : ""))
      let words = said.out + said.error
      #expect(codes.contains(said.code), "\(what), \(line): \(said.code) \(words)")
      let callsEmpty = words.contains("holds nothing") || words.contains("no profile yet")
      #expect(!callsEmpty || there == 0, "\(what), \(line): \(words)")
      return words
    }
  }

  @Test(arguments: [false, true]) func everyCommandTellsWhatItIs(_ isSealed: Bool) throws {
    let environment = ProcessInfo.processInfo.environment
    let path = folder + "/p.waymark"
    let secrets = SealingSecrets(
      passphrase: SealedStoreTests.secret(SealedStoreTests.words), recovery: nil, cost: .floor)
    let store = try ProfileStore.create(
      path: path, name: "p", opened: "2026-11-22T08:00:00Z", isSealed ? secrets : nil)
    _ = try store.append(
      (0..<192).map {
        ProfileStoreTests.answered(
          "n\($0)", .text(String(repeating: "word \($0) ", count: $0 % 30)))
      })
    let opening = store.opening
    store.close()
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let payloads = try SQL.rows("SELECT hex(payload) FROM change ORDER BY seq", path)
      .map { Data(DamagedStoreTests.bytes($0)) }
    var random = SplitMix64(state: environment["DRIVER_SEED"].flatMap { UInt64($0) } ?? 23)
    let identity = try SQL.rows("SELECT hex(value) FROM header WHERE name = 'identity'", path)
      .map { Data(DamagedStoreTests.bytes($0)) }[0]
    let tries = environment["MUTATIONS"].flatMap { Int($0) } ?? 6
    for number in 0..<tries {
      let mutation = Mutation.allCases[number % Mutation.allCases.count]
      let mutated = mutation.applied(bytes, &random)
      try commands(
        mutated, opening, payloads.count { Data(mutated).range(of: $0) != nil }, identity,
        isSealed, "\(number) \(mutation)")
    }
  }

  private func commands(
    _ mutated: [UInt8], _ opening: ProfileStore.Opening, _ there: Int,
    _ identity: Data, _ isSealed: Bool, _ what: String
  ) throws {
    let program = Program()
    defer { program.end() }
    let profiles = program.data + "/profiles"
    try FileManager.default.createDirectory(
      atPath: profiles, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let file = profiles + "/0123456789abcdef.waymark"
    try Data(mutated).write(to: URL(fileURLWithPath: file))
    try Data((SealedStoreTests.words + "\n").utf8)
      .write(to: URL(fileURLWithPath: program.home + "/secret"))
    let found = try? ProfileStore.verify(path: file, opening)
    let one = Case(
      program: program, file: file, isSealed: isSealed, isWhole: found?.isWhole == true,
      opens: found?.opens == true, there: there, what: what)
    look(one)
    if isSealed && !one.opens {
      // Whether a passphrase is wrong or its slot is rotten is told by nobody.
      _ = one.check("doctor --salvage FILE", [0, 1, 77])
    } else {
      // To what identity a line belongs is said by the heads alone.
      let isBound = there > 0 && Data(mutated).range(of: identity) != nil
      let salvaged = one.check("doctor --salvage FILE", isBound || one.opens ? [0] : [0, 1])
      #expect(salvaged.contains("are whole") || !isBound, "\(what): \(salvaged)")
    }
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: file))) == mutated, "\(what)")
    // Written last: what opens by one of its heads is laid anew then.
    let codes: Set<Int32> = one.opens ? [0] : isSealed ? [1, 77] : [1]
    let answers = one.check("answers --profile FILE", codes)
    #expect(!one.opens || answers.contains("word 7"), "\(what): \(answers)")
    let answer = one.check("answer - --profile FILE", codes)
    #expect(one.opens || answer.contains("waymark: "), "\(what): \(answer)")
  }

  /// Without either head no line can be told to be whole. The words of a plain file stand in it all the same, and that is said.
  @Test func withoutAHeadItSaysWhatIsLeft() throws {
    let program = Program()
    defer { program.end() }
    let file = folder + "/p.waymark"
    let store = try ProfileStore.create(path: file, name: "p", opened: "2026-11-22T08:00:00Z")
    _ = try store.append([ProfileStoreTests.answered("n", .text("words of a person"))])
    store.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let heads = 4_096..<3 * 4_096
    bytes.replaceSubrange(heads, with: Data(count: heads.count))
    #expect(bytes.range(of: Data("words of a person".utf8)) != nil)
    try bytes.write(to: URL(fileURLWithPath: file))
    let said = program.run("doctor", "--salvage", file)
    #expect(said.code == 1)
    for words in ["can bring nothing out of it", "profile restore BACKUP", "a text editor may"] {
      #expect(said.error.contains(words), "\(said.error)")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == bytes)
  }

  /// Commands that only look.
  private func look(_ one: Case) {
    let list = one.check("profile list", [0], asks: false)
    let doctor = one.check("doctor", [0], asks: false)
    #expect(!one.opens || list.contains("  opened 2026-11-22"), "\(one.what): \(list)")
    // Of a sealed file the doctor sees what shows without the passphrase, and says how to check the rest.
    let isFine = doctor.contains("ok   profiles")
    #expect(one.isSealed || isFine == one.isWhole, "\(one.what): \(doctor)")
    let leads = ["doctor --salvage", "profile verify", "nothing is lost"]
    #expect(
      one.isWhole || one.there == 0 || leads.contains { doctor.contains($0) },
      "\(one.what): \(doctor)")
    let broken: Set<Int32> = one.isSealed ? [1, 2, 77] : [1, 2]
    let verify = one.check("profile verify --profile FILE", one.isWhole ? [0] : broken)
    #expect(verify.contains("whole: 192 changes") || !one.opens, "\(one.what): \(verify)")
    let restore = one.check(
      "profile restore FILE", one.opens ? [0] : one.isSealed ? [1, 77] : [1])
    #expect(restore.contains("restored: p") == one.opens, "\(one.what): \(restore)")
  }
}
