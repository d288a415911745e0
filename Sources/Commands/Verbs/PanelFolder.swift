import CSystem
import Foundation
import Packs
import Workbook

/// A panel's files on disk. Of the readers' picks only those of one half are opened.
struct PanelFolder {
  private let folder: String

  init(_ folder: String) { self.folder = folder }

  /// The folder `panel` beside the folder `packs` that a pack stands in; `nil` where there is none.
  static func beside(pack: String?) -> String? {
    guard let pack else { return nil }
    let packs = ((pack as NSString).standardizingPath as NSString).deletingLastPathComponent
    guard (packs as NSString).lastPathComponent == "packs" else { return nil }
    let folder = (packs as NSString).deletingLastPathComponent + "/panel"
    return FileManager.default.fileExists(atPath: folder + "/moves.yaml") ? folder : nil
  }

  func read(_ half: Panel.Half, _ pack: Pack) throws(Failure) -> (Panel, [Finding]) {
    let name = ((folder as NSString).standardizingPath as NSString).lastPathComponent
    return PanelReader.read(try files(half), folder: name, half: half, pack: pack)
  }

  private func files(_ half: Panel.Half) throws(Failure) -> PackFiles {
    guard FileManager.default.fileExists(atPath: folder + "/moves.yaml"),
      let walk = FileManager.default.enumerator(atPath: folder)
    else {
      throw Failure(
        .configuration, "waymark: \(folder) holds no moves.yaml, so it is no panel.",
        "Name a panel's folder: waymark content panel DIR.")
    }
    var files: PackFiles = [:]
    var total = 0
    for case let path as String in walk where PanelReader.reads(path, for: half) {
      let text = try text(path)
      total += text.utf8.count
      files[path] = text
      if files.count > PackLimits.files || total > PackLimits.packBytes {
        throw Failure(
          .configuration,
          "waymark: \(folder) is too large for a panel: 200 files and 8 MiB at most.")
      }
    }
    return files
  }

  private func text(_ path: String) throws(Failure) -> String {
    let whole = folder + "/" + path
    let kind = unsafe Int(system_kind(whole))
    guard kind == SYSTEM_REGULAR || kind == SYSTEM_SHARED,
      let data = FileManager.default.contents(atPath: whole)
    else {
      throw Failure(.configuration, "waymark: \(whole) is no plain file that can be read.")
    }
    guard let text = String(validating: Array(data), as: UTF8.self) else {
      throw Failure(.configuration, "waymark: \(whole) is not UTF-8.")
    }
    return text
  }
}
