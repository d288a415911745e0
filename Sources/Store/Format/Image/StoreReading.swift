import Sealing
import Workbook

/// What a whole look at a file finds, record by record. Opening, checking and bringing out all take their answer from here, so that
/// none of them calls whole what another one refuses.
struct StoreReading {
  let header: ProfileHeader
  private(set) var changes: [Change] = []
  private(set) var drafts: [String: Draft] = [:]
  /// Number and tag of the last line.
  private(set) var sequence = 0
  private(set) var tag = RecordChain.firstTag
  private(set) var manifest = Manifest()
  private(set) var found = Verification()
  private let chain: RecordChain
  private let image: StoreImage

  init(_ image: StoreImage, _ header: ProfileHeader, _ key: DataKey?) {
    self.image = image
    self.header = header
    chain = RecordChain(identity: header.identity, format: header.format, key: key)
    if let problem = image.problem { found.damage.append(problem) }
    if image.problem == nil && image.format != header.format { found.damage.append("its tables") }
    let wrong = checkHeads(key)
    if header.format == 1 {
      readFirstFormat()
    } else {
      let manifest = readManifest()
      readChanges(manifest)
      readDrafts(manifest)
    }
    found.changes = changes.count
    found.drafts = drafts.count
    found.usesSpare = wrong.count == 1 && found.damage.count == 1 && !contradicts(wrong[0], key)
  }

  /// - Returns: the tables of heads that are not as they were written, where another one can stand in.
  private mutating func checkHeads(_ key: DataKey?) -> [String] {
    // The first format has no tag over its head, and no spare.
    if header.format == 1 {
      if image.head("header") == nil { found.damage.append("its head") }
      return []
    }
    let wrong = ["header", "spare"].filter {
      image.harmedHead == $0 || image.head($0) != header.rows(key)
    }
    found.damage += wrong.map { $0 == "header" ? "its head" : "the spare of its head" }
    return wrong
  }

  /// Both are written at once: one that is whole and says something else is no damage, and nobody can tell which of them holds.
  private func contradicts(_ table: String, _ key: DataKey?) -> Bool {
    guard let other = image.head(table).flatMap({ ProfileHeader(rows: $0) }) else { return false }
    return other.isWhole(key) && other != header
  }

  private func readManifest() -> Manifest? {
    let rows = image.blobs("manifest")
    guard rows.count == 1, rows[0].row.number == 1 else { return nil }
    return rows[0].payload.flatMap { chain.open($0, at: .manifest) }.flatMap {
      Manifest(body: $0.body)
    }
  }

  private mutating func readChanges(_ written: Manifest?) {
    let rows = image.blobs("change")
    // No file holds more lines than it has bytes for: a number above that is rot, or made up.
    let most = RecordChain.mostLines(in: image.bytes.count)
    var highest = rows.last?.row.number ?? 0
    if max(highest, written?.sequence ?? 0) > most || rows.first?.row.number ?? 1 < 1 {
      found.damage.append("the numbers of the log")
      highest = min(highest, most)
    }
    var payloads: [Int: [UInt8]] = [:]
    for (row, payload) in rows { payloads[row.number] = payload }
    var before: [UInt8]? = RecordChain.firstTag
    for number in stride(from: 1, through: min(most, max(highest, written?.sequence ?? 0)), by: 1) {
      guard let record = payloads[number].flatMap({ chain.open($0, at: .change(number)) }),
        let change = ChangeRecord.change(record.body), before == nil || before == record.before
      else {
        found.damage.append("change \(number)")
        before = nil
        continue
      }
      changes.append(change)
      before = record.tag
      (sequence, tag) = (number, record.tag)
    }
    if written == nil || written?.sequence != highest || before != nil && before != written?.tag {
      found.damage.append("the end of the log")
    }
    manifest = written ?? manifest
  }

  private mutating func readDrafts(_ written: Manifest?) {
    var rows: [(name: String, payload: [UInt8])] = []
    for (row, payload) in image.blobs("draft") {
      let name = row.name ?? ""
      rows.append((name, payload ?? []))
      guard let record = chain.open(payload ?? [], at: .draft(name)),
        let (item, draft) = DraftRecord.draft(record.body)
      else {
        found.damage.append(header.isSealed ? "a draft" : "the draft of \(name)")
        continue
      }
      drafts[item] = draft
    }
    if let written, written.drafts != Manifest.digest(rows) {
      found.damage.append("the drafts as a whole")
    }
  }

  /// Files of editions up to 0.4: a line can be told only by the one before it.
  private mutating func readFirstFormat() {
    for (row, payload) in image.blobs("change") {
      guard row.number == sequence + 1, let payload,
        let (body, own) = Format1Reader.open(payload, row.number, tag, identity: header.identity),
        let change = ChangeRecord.change(body)
      else {
        found.damage.append("change \(sequence + 1)")
        break
      }
      changes.append(change)
      (sequence, tag) = (row.number, own)
    }
    let manifest = (image.rows["manifest"] ?? []).compactMap(\.columns)
    guard manifest.count == 1, manifest[0].count == 4, manifest[0][2] == .integer(sequence),
      manifest[0][3] == .blob(tag)
    else {
      if found.damage.isEmpty { found.damage.append("the end of the log") }
      return
    }
    for (row, payload) in image.blobs("draft") {
      let name = row.name ?? ""
      guard let draft = Format1Reader.draft(name, payload ?? [], identity: header.identity) else {
        found.damage.append("the draft of \(name)")
        continue
      }
      drafts[name] = draft
    }
  }
}
