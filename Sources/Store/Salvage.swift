import Foundation
package import Sealing
import Workbook

/// What was brought out of a damaged file.
package struct Salvage: Hashable, Sendable {
  /// The new profile.
  package var name: String
  package var path: String
  package var changes: Int
  package var drafts: Int
  /// What was not whole, by its place.
  package var lost: [String]
}

extension ProfileFolder {
  /// Brings what is whole in a damaged file into a new one. The damaged one is read and never touched.
  ///
  /// - Parameter secret: opens the key of a sealed one; without it such a file is refused.
  package func salvage(
    _ path: String, naming: (String) -> String,
    secret: SecretBytes? = nil
  ) throws(StoreError) -> Salvage {
    try ProfileStore.refuseOtherThanFile(path)
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw .cannotOpen(path: path, reason: "the disk reports an error")
    }
    let carving = Carving(Array(bytes))
    let heads = Salvaging.heads(carving.named)
    if heads.isEmpty { throw .damaged(path: path, what: "its head") }
    var key: DataKey?
    if heads.contains(where: \.isSealed) {
      guard let secret else { throw .sealed(path: path) }
      key = try Header.key(of: heads.filter(\.isSealed), by: secret, path)
    }
    var found = Salvaging(carving, heads, key)
    guard found.isAnything else { throw .damaged(path: path, what: "the file as a whole") }
    found.header.name = naming(found.header.name)
    let target = try newPath()
    try ProfileStore.layNew(found.contents, at: target)
    return Salvage(
      name: found.header.name, path: target, changes: found.changes.count { $0 != nil },
      drafts: found.drafts.count, lost: found.lost)
  }
}

/// The whole records among those that were carved.
struct Salvaging {
  var header: Header
  /// By place; `nil` where a line is lost.
  private(set) var changes: [Change?] = []
  private(set) var drafts: [String: Draft] = [:]
  private(set) var lost: [String] = []
  private let key: DataKey?

  var isAnything: Bool { changes.contains { $0 != nil } || !drafts.isEmpty || lost.isEmpty }

  var contents: Contents {
    Contents(
      header: header,
      changes: changes.contains { $0 == nil } ? Log.settled(changes) : changes.compactMap { $0 },
      drafts: drafts, key: key)
  }

  init(_ carving: Carving, _ heads: [Header], _ key: DataKey?) {
    self.key = key
    let whole = heads.first { $0.isWhole(key) }
    // Where no head is whole, the one that most lines are bound to.
    header = whole ?? Salvaging.likeliest(heads, carving, key)
    if whole == nil { lost.append("its head") }
    let format = header.format
    let chain = Chain(identity: header.identity, format: format, key: key)
    let manifest = (carving.numbered[1] ?? []).lazy
      .compactMap { chain.open($0, at: .manifest) }.compactMap { Manifest(body: $0.body) }.first
    takeChanges(carving, chain, manifest)
    takeDrafts(carving, chain, manifest)
    header.bringUpToDate()
  }

  private mutating func takeChanges(_ carving: Carving, _ chain: Chain, _ manifest: Manifest?) {
    var found: [Int: Change] = [:]
    for (number, payloads) in carving.numbered {
      let change = payloads.lazy.compactMap { payload in
        Salvaging.body(payload, number, chain, carving).flatMap(ChangeRecord.change)
      }.first
      if let change { found[number] = change }
    }
    let last = min(
      Chain.mostLines(in: carving.size), max(found.keys.max() ?? 0, manifest?.sequence ?? 0))
    changes = (0..<last).map { found[$0 + 1] }
    lost += changes.indices.filter { changes[$0] == nil }.map { "change \($0 + 1)" }
    if manifest == nil { lost.append("the end of the log, perhaps") }
  }

  private mutating func takeDrafts(_ carving: Carving, _ chain: Chain, _ manifest: Manifest?) {
    var rows: [(name: String, payload: [UInt8])] = []
    for (name, payloads) in carving.named {
      for payload in payloads {
        if chain.format == 1 {
          drafts[name] = FirstFormat.draft(name, payload, identity: chain.identity) ?? drafts[name]
          continue
        }
        guard let record = chain.open(payload, at: .draft(name)),
          let (item, draft) = DraftRecord.draft(record.body)
        else { continue }
        drafts[item] = draft
        rows.append((name, payload))
      }
    }
    rows.sort { $0.name < $1.name }
    if let manifest, manifest.drafts != Manifest.digest(rows) { lost.append("a draft") }
  }

  private static func body(
    _ payload: [UInt8], _ number: Int, _ chain: Chain, _ carving: Carving
  ) -> [UInt8]? {
    if chain.format > 1 { return chain.open(payload, at: .change(number))?.body }
    let befores =
      number == 1
      ? [Chain.firstTag]
      : (carving.numbered[number - 1] ?? []).map { Array($0.suffix(Chain.tagCount)) }
    return befores.lazy.compactMap {
      FirstFormat.open(payload, number, $0, identity: chain.identity)?.body
    }.first
  }

  /// Heads that the rows that were found can make up, whole ones first.
  static func heads(_ named: [String: [[UInt8]]]) -> [Header] {
    let names = [
      "identity", "format", "reader", "name", "opened", "slot.passphrase", "slot.recovery", "tag",
    ]
    var all: [[String: [UInt8]]] = [[:]]
    for name in names {
      var values: [[UInt8]] = []
      for value in named[name] ?? [] where !values.contains(value) { values.append(value) }
      if values.isEmpty { continue }
      all = all.flatMap { rows in values.map { rows.merging([name: $0]) { $1 } } }
      all = Array(all.prefix(64))
    }
    let whole = all.compactMap { Header(rows: $0) }
    return whole
      + all.compactMap {
        Header(
          rows: $0.merging(["format": [50], "reader": [50]]) { old, _ in old }, checked: false)
      }
  }

  private static func likeliest(_ heads: [Header], _ carving: Carving, _ key: DataKey?) -> Header {
    func count(_ head: Header) -> Int {
      let chain = Chain(identity: head.identity, format: head.format, key: key)
      return carving.numbered.count { number, payloads in
        payloads.contains { body($0, number, chain, carving) != nil }
      }
    }
    let counted = heads.map { (head: $0, count: count($0)) }
    return counted.max { $0.count < $1.count }?.head ?? heads[0]
  }
}
