import ArgumentParser
import Commands
import Foundation
import JSON
import Packs
import Rules
import Workbook

/// `waymark-bench faults`: things done wrong in the pack's texts, one at a time; lint or the cases must catch nearly all.
struct FaultsBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults",
    abstract: "Seeded faults in a pack, and which of them neither lint nor the cases catch.",
    discussion: """
      Ends with 1 where fewer than 95 of 100 are caught.

      Example:
        waymark-bench faults content/packs/core
      """)

  @Argument(help: "The pack's folder.") var folder: String
  @Option(help: "How many faults.") var count = 100
  @Option(help: "Where the choice of lines starts.") var seed: UInt64 = 1

  func run() throws {
    let check = try PackCheck(folder)
    guard check.problem(of: nil) == nil else {
      StandardStreams.note("the pack itself is at fault: \(check.problem(of: nil) ?? "")")
      throw ExitCode(1)
    }
    var random = SplitMix64(state: seed)
    var caught: [String: Int] = ["reader": 0, "lint": 0, "cases": 0]
    var missed: [String] = []
    let kinds = PackFault.kinds + (check.isGrouped ? PackFault.groupedKinds : [])
    var made = 0
    while made < count {
      let kind = kinds[made % kinds.count]
      made += 1
      guard let fault = PackFault.make(kind, check.files, &random) else {
        missed.append("\(kind.name): nowhere to put it")
        continue
      }
      if let by = check.problem(of: fault) {
        caught[by, default: 0] += 1
      } else {
        missed.append(fault.name)
      }
    }
    missed += check.translationFaults.filter { !$0.isCaught }.map(\.name)
    let all = made + check.translationFaults.count
    StandardStreams.json(
      JSONValue.map([
        JSONValue.Pair("bench", "faults"), JSONValue.Pair("faults", .whole(all)),
        JSONValue.Pair("caught", .whole(all - missed.count)),
        JSONValue.Pair(
          "by",
          .map(caught.sorted { $0.key < $1.key }.map { JSONValue.Pair($0.key, .whole($0.value)) })
        ),
        JSONValue.Pair("missed", .list(missed.map { .text($0) })),
      ]))
    if (all - missed.count) * 100 < all * 95 { throw ExitCode(1) }
  }
}

/// A pack as an author has it checked: read, linted, its cases run.
private struct PackCheck {
  let files: PackFiles
  private let trees: [String: SourceNode]
  /// The lives that rules are tuned on, where a panel lies beside the pack.
  private let panel: PackFiles
  private let wording = Wording(yes: "yes", no: "no", unknown: "not known yet")

  init(_ folder: String) throws {
    files = try PackCheck.texts(in: folder) { $0.hasSuffix(".yaml") }
    trees = PackReader.trees(files).0
    panel = try PackCheck.texts(in: folder + "/../../panel") {
      PanelReader.reads($0, for: .tune)
    }
  }

  private static func texts(
    in folder: String, where isWanted: (String) -> Bool
  ) throws -> PackFiles {
    var texts: PackFiles = [:]
    let walk = FileManager.default.enumerator(atPath: folder)
    while let path = walk?.nextObject() as? String {
      guard isWanted(path) else { continue }
      texts[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }
    return texts
  }

  /// Whether the pack's reasons have kinds.
  var isGrouped: Bool {
    PackReader.read(trees, others: [], hash: "", language: "en").0.isGrouped
  }

  /// What catches a fault: the reader, lint or a case; `nil` where nothing does.
  func problem(of fault: PackFault?) -> String? {
    var trees = trees
    if let fault {
      let (changed, findings) = PackReader.trees([fault.path: fault.text])
      if !findings.isEmpty { return "reader" }
      trees[fault.path] = changed[fault.path]
    }
    let (pack, findings) = PackReader.read(trees, others: [], hash: "", language: "en")
    if !findings.isEmpty { return "reader" }
    if !Lint.findings(pack, trees: trees, favourites: nil, wording: wording).isEmpty {
      return "lint"
    }
    if !panel.isEmpty, pack.isGrouped {
      let (lives, findings) = PanelReader.read(panel, folder: "panel", half: .tune, pack: pack)
      if !(findings + PanelLint.findings(lives, pack, trees: trees)).isEmpty { return "panel" }
    }
    return CaseRun.findings(pack, wording: wording, asksNext: false).isEmpty ? nil : "cases"
  }

  /// A second language, whole, then with a text left out, then with a placeholder lost.
  var translationFaults: [(name: String, isCaught: Bool)] {
    var trees = trees
    trees["languages/xx.yaml"] = TranslationTemplate.make(trees)
    func findings(_ change: (SourceNode) -> SourceNode) -> [Finding] {
      var changed = trees
      changed["languages/xx.yaml"] = trees["languages/xx.yaml"].map(change)
      var (pack, _) = PackReader.read(self.trees, others: [], hash: "", language: "en")
      pack.languages = ["xx"]
      return Lint.findings(pack, trees: changed, favourites: nil).filter {
        $0.message.contains("no text here") || $0.message.contains("is lost here")
      }
    }
    let whole = findings { $0 }.isEmpty
    return [
      ("a translation that is whole", whole),
      ("a translation dropped", !findings { $0.without("costs") }.isEmpty),
      ("a placeholder lost", !findings { $0.blanked }.isEmpty),
    ]
  }
}

extension SourceNode {
  /// Without what stands under a key, everywhere.
  fileprivate func without(_ key: String) -> SourceNode {
    guard case .mapping(let entries, let mark) = self else { return self }
    return .mapping(
      entries.filter { $0.key != key }.map {
        var entry = $0
        entry.value = entry.value.without(key)
        return entry
      }, mark)
  }

  /// With every placeholder made a word.
  fileprivate var blanked: SourceNode {
    switch self {
    case .scalar(let text, let mark): .scalar(Template(text).frame, mark)
    case .sequence(let nodes, let mark): .sequence(nodes.map(\.blanked), mark)
    case .mapping(let entries, let mark):
      .mapping(
        entries.map {
          var entry = $0
          entry.value = entry.value.blanked
          return entry
        }, mark)
    }
  }
}
