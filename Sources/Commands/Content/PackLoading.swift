import CSystem
import Foundation
import Packs
import Sealing
import Workbook

/// Reads a pack's folder and the interface's sentences from disk.
struct PackLoading {
  let roots: RuntimeEnvironment

  func phrases() throws(Failure) -> PhraseBook {
    guard let folder = roots.contentFolder else {
      throw Failure(
        .configuration, "waymark: the folder `content` is not found.",
        "Set WAYMARK_CONTENT to it, or start the program from its own package.")
    }
    let tag = roots.language
    let wanted = "\(folder)/languages/\(tag).yaml"
    let path =
      FileManager.default.fileExists(atPath: wanted) ? wanted : "\(folder)/languages/en.yaml"
    let unreadable = Failure(.configuration, "waymark: \(path) cannot be read.")
    guard let bytes = FileManager.default.contents(atPath: path).map({ Array($0) }) else {
      throw unreadable
    }
    let name = (path as NSString).lastPathComponent
    let cache = PackCache(roots: roots, hash: PackLoading.hash([name: bytes]))
    if let tree = cache.read()?[name] {
      let (book, findings) = PhraseBookParser.read(tree, file: path)
      if findings.isEmpty { return book }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw unreadable }
    let (tree, problems) = PackReader.tree(text, file: path)
    let (book, findings) = PhraseBookParser.read(tree, file: path)
    if let first = (problems + findings).sorted().first {
      throw Failure(.configuration, "waymark: \(first)")
    }
    if let tree { cache.write([name: tree]) }
    return book
  }

  /// The tree of the interface's own sentences, for authors.
  func interface() throws(Failure) -> SourceNode? {
    let path = (roots.contentFolder ?? "") + "/languages/en.yaml"
    let text = FileManager.default.contents(atPath: path).flatMap {
      String(validating: $0, as: UTF8.self)
    }
    guard let text else { throw Failure(.configuration, "waymark: \(path) cannot be read.") }
    return PackReader.tree(text, file: "languages/en.yaml").0
  }

  /// Old findings about words; an empty list where there is none.
  func backlog() -> Backlog {
    let path = (roots.contentFolder ?? "") + "/words/backlog.txt"
    return Backlog(
      String(decoding: FileManager.default.contents(atPath: path) ?? .init(), as: UTF8.self))
  }

  /// What most commands begin with.
  func both() throws(Failure) -> (phrases: PhraseBook, pack: Pack) { (try phrases(), try pack()) }

  /// The same, begun on another core while a profile is opened here.
  struct Begun {
    fileprivate let run: WorkerThreads.Run<Result<(phrases: PhraseBook, pack: Pack), Failure>>

    /// Waits for it; to be called once.
    func both() throws(Failure) -> (phrases: PhraseBook, pack: Pack) {
      guard let result = run.outputs().first else {
        throw Failure(.failed, "waymark: the content pack could not be read.")
      }
      return try result.get()
    }
  }

  func begin() -> Begun {
    Begun(
      run: WorkerThreads.start(1) { _ in
        do throws(Failure) { return .success(try self.both()) } catch { return .failure(error) }
      })
  }

  /// The pack, without its cases unless they are wanted; a pack with findings is refused.
  func pack(withCases: Bool = false) throws(Failure) -> Pack {
    let (pack, findings) = read(try source(folder: nil), withCases: withCases)
    guard let first = findings.first else { return pack }
    let more = findings.count > 1 ? ["and \(findings.count - 1) more"] : []
    throw Failure.inPack(["waymark: the content pack cannot be used: \(first)"] + more)
  }

  /// A pack's files as trees, by their path.
  struct Source {
    var trees: [String: SourceNode]
    var others: [String]
    var hash: String
    /// What is wrong with their form; with findings the trees must not be used.
    var findings: [Finding]
  }

  /// - Parameter folder: `nil` for the one that the options name.
  func read(folder: String?) throws(Failure) -> (Pack, [Finding]) {
    read(try source(folder: folder))
  }

  func read(_ source: Source, withCases: Bool = true) -> (Pack, [Finding]) {
    guard source.findings.isEmpty else { return (Pack(), source.findings) }
    return PackReader.read(
      source.trees, others: source.others, hash: source.hash, language: roots.language,
      withCases: withCases)
  }

  func source(folder: String?) throws(Failure) -> Source {
    guard let folder = folder ?? roots.packFolder else {
      throw Failure(
        .configuration, "waymark: no content pack is found.",
        "Name one with --pack, or set WAYMARK_CONTENT.")
    }
    let (known, paths) = try hashed(folder)
    // Only texts that were whole are in the cache.
    if let trees = PackCache(roots: roots, hash: known).read() {
      return source(trees, paths, known, [])
    }
    let bytes = try files(folder)
    // Of what was read now: somebody may have written meanwhile.
    let hash = PackLoading.hash(bytes)
    var texts: PackFiles = [:]
    for (path, content) in bytes {
      guard let text = String(validating: content, as: UTF8.self) else {
        throw Failure(.configuration, "waymark: \(folder)/\(path) is not UTF-8.")
      }
      texts[path] = text
    }
    let (trees, findings) = PackReader.trees(texts)
    if findings.isEmpty { PackCache(roots: roots, hash: hash).write(trees) }
    return source(trees, Array(bytes.keys), hash, findings.sorted())
  }

  private func hashed(_ folder: String) throws(Failure) -> (hash: String, paths: [String]) {
    let bytes = try files(folder)
    return (PackLoading.hash(bytes), Array(bytes.keys))
  }

  private func source(
    _ trees: [String: SourceNode], _ paths: [String], _ hash: String, _ findings: [Finding]
  ) -> Source {
    Source(trees: trees, others: paths.filter { trees[$0] == nil }, hash: hash, findings: findings)
  }

  /// BLAKE2b-256 over each file in order of its path: path, NUL, length as 8 bytes little-endian, bytes.
  static func hash(_ files: [String: [UInt8]]) -> String {
    var all: [UInt8] = []
    all.reserveCapacity(files.reduce(0) { $0 + $1.value.count + $1.key.utf8.count + 9 })
    for (path, bytes) in files.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      all += Array(path.utf8) + [0]
      all += (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) }
      all += bytes
    }
    return Digest.hexadecimal(Digest.blake2b(all, count: 32))
  }

  private func files(_ folder: String) throws(Failure) -> [String: [UInt8]] {
    guard let walk = FileManager.default.enumerator(atPath: folder),
      FileManager.default.fileExists(atPath: folder + "/pack.yaml")
    else {
      throw Failure(
        .configuration, "waymark: \(folder) holds no pack.yaml.",
        "Name a content pack with --pack.")
    }
    var files: [String: [UInt8]] = [:]
    var total = 0
    for case let path as String in walk where !path.hasPrefix(".") {
      let whole = folder + "/" + path
      // Foundation's own question about a file asks who owns it, over a socket of the system's.
      let kind = unsafe Int(system_kind(whole))
      if kind == SYSTEM_FOLDER { continue }
      guard kind == SYSTEM_REGULAR || kind == SYSTEM_SHARED,
        let data = FileManager.default.contents(atPath: whole)
      else {
        throw Failure(.configuration, "waymark: \(whole) is no plain file that can be read.")
      }
      total += data.count
      files[path] = Array(data)
      if files.count > PackLimits.files || total > PackLimits.packBytes {
        throw Failure(
          .configuration, "waymark: \(folder) is too large for a pack: 200 files and 8 MiB at most."
        )
      }
    }
    return files
  }
}

extension Failure {
  init(code: Code, lines: [String]) {
    self.code = code.rawValue
    self.lines = lines
  }

  static func inPack(_ lines: [String]) -> Failure { Failure(code: .configuration, lines: lines) }
}
