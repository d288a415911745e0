import Sealing
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
  /// - Parameter opening: what opens the key of a sealed one; without it such a file is refused.
  package func salvage(
    _ path: String, naming: (String) -> String, _ opening: ProfileStore.Opening = .plain
  ) throws(StoreError) -> Salvage {
    try ProfileStore.refuseOtherThanFile(path)
    let image = StoreImage(try StoreImage.content(path))
    if image.isEmpty { throw .unfinished(path: path) }
    let carving = RecordCarver(image.bytes)
    let heads = Salvaging.heads(carving.named)
    if heads.isEmpty { throw .nothingWhole(path: path) }
    if heads.allSatisfy({ $0.reader > StoreSchema.format }), let newer = heads.first {
      throw .newer(path: path, format: newer.reader)
    }
    var found = Salvaging(carving, heads, try Salvaging.key(heads, opening, path))
    guard found.isAnything else { throw .nothingWhole(path: path) }
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
  var header: ProfileHeader
  /// By place; `nil` where a line is lost.
  private(set) var changes: [Change?] = []
  private(set) var drafts: [String: Draft] = [:]
  private(set) var lost: [String] = []
  private let key: DataKey?

  /// An empty log that is whole is something too.
  var isAnything: Bool { changes.contains { $0 != nil } || !drafts.isEmpty || isWholeHead }
  private let isWholeHead: Bool

  var contents: ProfileContents {
    ProfileContents(
      header: header,
      changes: changes.contains { $0 == nil }
        ? ChangeLog.settled(changes) : changes.compactMap { $0 },
      drafts: drafts, key: key)
  }

  /// The key of a file of which these heads were found.
  static func key(
    _ heads: [ProfileHeader], _ opening: ProfileStore.Opening, _ path: String
  ) throws(StoreError) -> DataKey? {
    let sealed = heads.filter(\.isSealed)
    if sealed.isEmpty { return nil }
    switch opening {
    case .plain: throw .sealed(path: path)
    case .secret(let secret): return try ProfileHeader.key(of: sealed, by: secret, path)
    case .key(let key): return key
    }
  }

  init(_ carving: RecordCarver, _ heads: [ProfileHeader], _ key: DataKey?) {
    self.key = key
    let whole = heads.first { $0.isWhole(key) }
    // Where no head is whole, the one that most lines are bound to.
    header = whole ?? Salvaging.likeliest(heads, carving, key)
    isWholeHead = whole != nil
    if whole == nil { lost.append("its head") }
    let format = header.format
    let chain = RecordChain(identity: header.identity, format: format, key: key)
    let manifest = (carving.numbered[1] ?? []).lazy
      .compactMap { chain.open($0, at: .manifest) }.compactMap { Manifest(body: $0.body) }.first
    takeChanges(carving, chain, manifest)
    takeDrafts(carving, chain, manifest)
    header.bringUpToDate()
  }

  private mutating func takeChanges(
    _ carving: RecordCarver, _ chain: RecordChain, _ manifest: Manifest?
  ) {
    var found: [Int: Change] = [:]
    var loose: [[UInt8]] = []
    for (number, payloads) in carving.numbered {
      for payload in payloads {
        let body = Salvaging.body(payload, number, chain, carving)
        if let change = body.flatMap(ChangeRecord.change) {
          found[number] = change
        } else if payload.count >= 2 * RecordChain.tagCount {
          loose.append(payload)
        }
      }
    }
    let most = RecordChain.mostLines(in: carving.size)
    let last = min(most, max(found.keys.max() ?? 0, manifest?.sequence ?? 0))
    Salvaging.place(loose, chain, upTo: last, &found)
    changes = (0..<last).map { found[$0 + 1] }
    lost += changes.indices.filter { changes[$0] == nil }.map { "change \($0 + 1)" }
    if manifest == nil { lost.append("the end of the log, perhaps") }
  }

  /// Lines whose number was lost, where their own tag says that they belong.
  private static func place(
    _ loose: [[UInt8]], _ chain: RecordChain, upTo last: Int, _ found: inout [Int: Change]
  ) {
    if chain.format == 1 { return }
    // What seems to be a line may be none: so many bytes are looked at, and no more.
    var room = 64 << 20
    for number in stride(from: 1, through: last, by: 1) where found[number] == nil {
      for payload in loose {
        room -= payload.count
        if room < 0 { return }
        let body = chain.open(payload, at: .change(number))?.body
        if let change = body.flatMap(ChangeRecord.change) {
          found[number] = change
          break
        }
      }
    }
  }

  private mutating func takeDrafts(
    _ carving: RecordCarver, _ chain: RecordChain, _ manifest: Manifest?
  ) {
    var rows: [String: [UInt8]] = [:]
    for (name, payloads) in carving.named {
      for payload in payloads {
        if chain.format == 1 {
          drafts[name] =
            Format1Reader.draft(name, payload, identity: chain.identity) ?? drafts[name]
          continue
        }
        guard let record = chain.open(payload, at: .draft(name)),
          let (item, draft) = DraftRecord.draft(record.body)
        else { continue }
        drafts[item] = draft
        rows[name] = payload
      }
    }
    let sorted = rows.sorted { $0.key < $1.key }.map { (name: $0.key, payload: $0.value) }
    if let manifest, manifest.drafts != Manifest.digest(sorted) { lost.append("a draft") }
  }

  private static func body(
    _ payload: [UInt8], _ number: Int, _ chain: RecordChain, _ carving: RecordCarver
  ) -> [UInt8]? {
    if chain.format > 1 { return chain.open(payload, at: .change(number))?.body }
    let befores =
      number == 1
      ? [RecordChain.firstTag]
      : (carving.numbered[number - 1] ?? []).map { Array($0.suffix(RecordChain.tagCount)) }
    return befores.lazy.compactMap {
      Format1Reader.open(payload, number, $0, identity: chain.identity)?.body
    }.first
  }

  /// Heads that the rows that were found can make up, whole ones first.
  static func heads(_ named: [String: [[UInt8]]]) -> [ProfileHeader] {
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
    let whole = all.compactMap { ProfileHeader(rows: $0) }
    return whole
      + all.compactMap {
        ProfileHeader(
          rows: $0.merging(["format": [50], "reader": [50]]) { old, _ in old }, checked: false)
      }
  }

  private static func likeliest(_ heads: [ProfileHeader], _ carving: RecordCarver, _ key: DataKey?)
    -> ProfileHeader
  {
    func count(_ head: ProfileHeader) -> Int {
      let chain = RecordChain(identity: head.identity, format: head.format, key: key)
      return carving.numbered.count { number, payloads in
        payloads.contains { body($0, number, chain, carving) != nil }
      }
    }
    let counted = heads.map { (head: $0, count: count($0)) }
    return counted.max { $0.count < $1.count }?.head ?? heads[0]
  }
}
