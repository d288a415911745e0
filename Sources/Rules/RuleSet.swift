/// The conditions of a list of candidates, compiled once to flat arrays.
///
/// Every distinct comparison is a *slot*, and so is every condition that joins others; each stands after those that it reads.
/// A slot's verdict is worked out once, however many rules read it, and an index leads from a fact to its comparisons, from a
/// slot to the slots and rules that read it: a changed fact re-decides only what depends on it.
///
/// A class, since it never changes and many evaluations share it: copying one then touches a single count.
package final class RuleSet: Sendable {
  package let candidates: [Candidate]
  let factCount: Int

  /// A comparison a slot, the first ones.
  let comparisons: [Comparison]
  /// The same as they were written, for values that are no figures.
  let operators: [Operator]
  /// The comparisons whose verdict hangs on what day it is.
  let slotsReadingToday: [Int]
  /// The joining slots, numbered on from the comparisons.
  let joints: [Joint]
  /// The slots that each joint reads.
  let parts: Groups
  /// The slots of comparisons that read each fact.
  let comparisonsOfFact: Groups
  /// The joints, by their number among joints, that read each slot.
  let jointsOfSlot: Groups
  /// The supports, by their number among all, whose condition each slot is.
  let supportsOfSlot: Groups
  /// The gates, by their number among all, whose condition each slot is.
  let gatesOfSlot: Groups
  /// The holds, by their number among all, whose condition each slot is.
  let holdsOfSlot: Groups

  /// Numbers of all supports run through the candidates in order; so do those of gates.
  let supports: [CompiledSupport]
  let gates: [CompiledGate]
  let holds: [CompiledGate]
  /// Where the supports of each candidate begin, with one more at the end.
  let firstSupport: [Int]
  let firstGate: [Int]
  let firstHold: [Int]

  /// Whether each candidate's reasons are told apart by kind, and whether it is hard to undo.
  let isGrouped: [Bool]
  let isHardToUndo: [Bool]

  package init(_ candidates: [Candidate], factCount: Int) {
    var compiler = RuleCompiler(factCount: factCount)
    for (place, candidate) in candidates.enumerated() { compiler.add(candidate, place) }
    self.candidates = candidates
    self.factCount = factCount
    comparisons = compiler.comparisons.map { Comparison(fact: $0.fact, comparison: $0.comparison) }
    operators = compiler.comparisons.map(\.comparison)
    slotsReadingToday = operators.indices.filter { compiler.comparisons[$0].comparison.readsToday }
    let count = comparisons.count
    // A compiler numbers joints from −1 down, for comparisons are not counted yet.
    func slot(_ number: Int) -> Int { number >= 0 ? number : count - 1 - number }
    joints = compiler.joints.map(\.joint)
    let slots = compiler.joints.map { $0.parts.map(slot) }
    parts = Groups(lists: slots)
    supports = compiler.supports.map {
      CompiledSupport(
        candidate: $0.candidate, points: $0.points, group: $0.group, slot: slot($0.slot))
    }
    gates = compiler.gates.map { CompiledGate(candidate: $0.candidate, slot: slot($0.slot)) }
    holds = compiler.holds.map { CompiledGate(candidate: $0.candidate, slot: slot($0.slot)) }
    isGrouped = candidates.map(\.isGrouped)
    isHardToUndo = candidates.map(\.isHardToUndo)
    firstSupport = RuleSet.firsts(candidates.map(\.supports.count))
    firstGate = RuleSet.firsts(candidates.map(\.gates.count))
    firstHold = RuleSet.firsts(candidates.map(\.holds.count))
    let slotCount = count + joints.count
    comparisonsOfFact = Groups(
      count: factCount, of: compiler.comparisons.enumerated().map { ($1.fact, $0) })
    var readers: [(Int, Int)] = []
    for (joint, list) in slots.enumerated() { for part in list { readers.append((part, joint)) } }
    jointsOfSlot = Groups(count: slotCount, of: readers)
    supportsOfSlot = Groups(
      count: slotCount, of: supports.enumerated().map { ($1.slot, $0) })
    gatesOfSlot = Groups(count: slotCount, of: gates.enumerated().map { ($1.slot, $0) })
    holdsOfSlot = Groups(count: slotCount, of: holds.enumerated().map { ($1.slot, $0) })
  }

  private static func firsts(_ counts: [Int]) -> [Int] {
    var firsts = [0]
    for count in counts { firsts.append(firsts[firsts.count - 1] + count) }
    return firsts
  }

  /// The numbers of a candidate's supports, among all.
  package func supportNumbers(of candidate: Int) -> Range<Int> {
    firstSupport[candidate]..<firstSupport[candidate + 1]
  }

  /// The numbers of a candidate's gates, among all.
  package func gateNumbers(of candidate: Int) -> Range<Int> {
    firstGate[candidate]..<firstGate[candidate + 1]
  }

  /// The numbers of a candidate's holds, among all.
  package func holdNumbers(of candidate: Int) -> Range<Int> {
    firstHold[candidate]..<firstHold[candidate + 1]
  }

  package func points(ofSupport number: Int) -> Int { supports[number].points }

  /// The supports, by their number among all, whose verdict can change with a fact.
  package func supports(reading fact: Int) -> Set<Int> {
    reached(from: fact).reduce(into: []) { $0.formUnion(supportsOfSlot[$1]) }
  }

  /// The gates, by their number among all, whose verdict can change with a fact.
  package func gates(reading fact: Int) -> Set<Int> {
    reached(from: fact).reduce(into: []) { $0.formUnion(gatesOfSlot[$1]) }
  }

  /// The holds, by their number among all, whose verdict can change with a fact.
  package func holds(reading fact: Int) -> Set<Int> {
    reached(from: fact).reduce(into: []) { $0.formUnion(holdsOfSlot[$1]) }
  }

  private func reached(from fact: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = Array(comparisonsOfFact[fact])
    while let slot = open.popLast() {
      if found.insert(slot).inserted { open += jointsOfSlot[slot].map { comparisons.count + $0 } }
    }
    return found
  }
}

/// Points that hang on a slot.
struct CompiledSupport: Sendable {
  var candidate: Int
  var points: Int
  var group: SupportGroup?
  var slot: Int
}

struct CompiledGate: Sendable {
  var candidate: Int
  var slot: Int
}

/// How a slot joins others; the parts stand apart.
enum Joint: Hashable, Sendable {
  case all
  case any
  case not
  case atLeast(Int)
}

/// Numbers comparisons and joints while candidates are added.
private struct RuleCompiler {
  var comparisons: [FactComparison] = []
  var joints: [(joint: Joint, parts: [Int])] = []
  var supports: [CompiledSupport] = []
  var gates: [CompiledGate] = []
  var holds: [CompiledGate] = []
  /// The comparisons of each fact: few enough to look through.
  private var numbers: [[Int]]

  init(factCount: Int) { numbers = Array(repeating: [], count: factCount) }

  struct FactComparison {
    var fact: Int
    var comparison: Operator
  }

  mutating func add(_ candidate: Candidate, _ place: Int) {
    for support in candidate.supports {
      supports.append(
        CompiledSupport(
          candidate: place, points: support.points, group: support.group,
          slot: number(support.when)))
    }
    for gate in candidate.gates {
      gates.append(CompiledGate(candidate: place, slot: number(gate.when)))
    }
    for hold in candidate.holds {
      holds.append(CompiledGate(candidate: place, slot: number(hold.when)))
    }
  }

  private mutating func number(_ condition: Condition) -> Int {
    switch condition {
    case .compare(let fact, let comparison):
      return number(FactComparison(fact: fact, comparison: comparison))
    case .all(let list): return join(.all, list)
    case .any(let list): return join(.any, list)
    case .not(let part): return join(.not, [part])
    case .atLeast(let count, let list): return join(.atLeast(count), list)
    }
  }

  private mutating func number(_ comparison: FactComparison) -> Int {
    for known in numbers[comparison.fact]
    where comparisons[known].comparison == comparison.comparison { return known }
    numbers[comparison.fact].append(comparisons.count)
    comparisons.append(comparison)
    return comparisons.count - 1
  }

  private mutating func join(_ joint: Joint, _ list: [Condition]) -> Int {
    let parts = list.map { number($0) }
    joints.append((joint, parts))
    return -joints.count
  }
}
