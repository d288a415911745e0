import ArgumentParser
import CSystem
import Curses
import Foundation
import JSON
import Packs
import Screens
import Store
import TextUI
import Workbook

/// `waymark doctor`: what works here, and what to do about what does not. It changes nothing.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "What works here, and what to do about what does not.",
    discussion: """
      With --salvage it makes one thing: a new profile of what is whole in a damaged one.

      Example:
        waymark doctor
        waymark doctor --salvage /media/stick/spring.waymark
      """)

  @Flag(help: "As one JSON document.") var json = false
  @Option(
    help: ArgumentHelp(
      "Bring what is whole in a damaged profile into a new one; the damaged file is not touched.",
      valueName: "file"))
  var salvage: String?
  @OptionGroup var options: GlobalOptions

  private struct Check {
    var name: String
    var ok: Bool
    var found: String
    var advice: String
  }

  func run() throws {
    let roots = RuntimeEnvironment(options)
    if let salvage { return try self.salvage(salvage, roots) }
    let checks =
      [
        version, terminal(roots), screen(roots), locale(roots), settings, store(roots), pack(roots),
      ] + privacy(roots)
    if json {
      let rows = checks.map { check -> JSONValue in
        [
          "check": .text(check.name), "ok": .bool(check.ok), "found": .text(check.found),
          "advice": .text(check.advice),
        ]
      }
      let document: JSONValue = ["checks": .list(rows)]
      StandardStreams.json(document)
      return
    }
    for check in checks {
      StandardStreams.say("\(check.ok ? "ok  " : "look") \(check.name): \(check.found)")
      if !check.advice.isEmpty { StandardStreams.say("     \(check.advice)") }
    }
  }

  private var version: Check {
    Check(
      name: "waymark", ok: true, found: Waymark.configuration.version,
      advice: "It opens no network connection and keeps no log.")
  }

  private func terminal(_ roots: RuntimeEnvironment) -> Check {
    let term = roots.variable("TERM") ?? ""
    guard StandardStreams.isTerminal(0), StandardStreams.isTerminal(1) else {
      return Check(
        name: "terminal", ok: true, found: "none here",
        advice: "The workbook asks in lines where there is no terminal.")
    }
    let ok = !term.isEmpty && term != "dumb"
    return Check(
      name: "terminal", ok: ok, found: term.isEmpty ? "TERM is not set" : term,
      advice: ok ? "" : "The workbook asks in lines here; with TERM=xterm-256color it has a screen."
    )
  }

  /// How the screen will look: its size, its colours.
  private func screen(_ roots: RuntimeEnvironment) -> Check {
    var rows: Int32 = 0
    var columns: Int32 = 0
    guard StandardStreams.isTerminal(1), unsafe system_window(1, &rows, &columns) == 0 else {
      return Check(name: "screen", ok: true, found: "none here", advice: "")
    }
    let isSmall = rows < 12 || columns < 40
    let colour =
      roots.wantsColour
      ? roots.settings.look.choice == .auto
        ? "colour where the terminal has it" : "no colour, as set"
      : "no colour, as NO_COLOR or CLICOLOR says"
    return Check(
      name: "screen", ok: !isSmall, found: "\(columns) columns, \(rows) rows; \(colour)",
      advice: isSmall
        ? "The workbook needs 40 columns and 12 rows; in less, waymark --plain asks in lines." : "")
  }

  private var settings: Check {
    let path = RuntimeEnvironment.configurationPath
    let read = Configuration.read(path)
    if let problem = read.problem {
      return Check(
        name: "settings", ok: false, found: problem.lines[0].replacing("waymark: ", with: ""),
        advice: problem.lines.dropFirst().joined(separator: " "))
    }
    let findings = read.findings
    let exists = FileManager.default.fileExists(atPath: path)
    return Check(
      name: "settings", ok: findings.isEmpty,
      found: findings.first?.description ?? path + (exists ? "" : ", which is not made yet"),
      advice: findings.isEmpty ? "" : "Mend that line, or take it out.")
  }

  private func locale(_ roots: RuntimeEnvironment) -> Check {
    let value =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { roots.variable($0) }.first ?? "not set"
    let isWide = value.uppercased().contains("UTF")
    let wanted = roots.language
    let isHere = roots.languages.contains(wanted)
    let advice = [
      isWide ? "" : "C.UTF-8 stands in, so that every letter can be shown.",
      isHere ? "" : "There's nothing in \(LanguageWish.name(wanted)) here, so it's all in English.",
    ]
    return Check(
      name: "locale", ok: true, found: value,
      advice: advice.filter { !$0.isEmpty }.joined(separator: " "))
  }

  private func store(_ roots: RuntimeEnvironment) -> Check {
    let folder = ProfileFolder(path: roots.dataFolder)
    let (entries, unreadable) = folder.list()
    let exists = FileManager.default.fileExists(atPath: folder.path)
    if unsafe Int(system_kind(folder.path)) == SYSTEM_REGULAR {
      return Check(
        name: "profiles", ok: false, found: "\(folder.path) is a file, and a folder is wanted",
        advice: "Name another folder with --data-dir.")
    }
    if exists && !FileManager.default.isWritableFile(atPath: folder.path) {
      return Check(
        name: "profiles", ok: false, found: "\(folder.path) may only be read",
        advice: "Give yourself the right to write there, or name another folder with --data-dir.")
    }
    let checked = entries.map { ProfileCheck($0) }
    let advice = unreadable.flatMap(\.failure.lines) + checked.flatMap(\.advice)
    return Check(
      name: "profiles", ok: unreadable.isEmpty && checked.allSatisfy(\.isFine),
      found: "\(entries.count) in \(folder.path)" + (exists ? "" : ", which is not made yet")
        + checked.map { "\n     " + $0.found }.joined(),
      advice: advice.joined(separator: "\n     "))
  }

  /// What others can get at, each with what to do.
  private func privacy(_ roots: RuntimeEnvironment) -> [Check] {
    let exposed = Exposure.all(roots)
    if exposed.isEmpty {
      return [
        Check(
          name: "privacy", ok: true, found: "only your account opens your profiles and settings",
          advice: "")
      ]
    }
    return exposed.map {
      Check(name: "privacy", ok: false, found: $0.found, advice: $0.advice)
    }
  }

  private func pack(_ roots: RuntimeEnvironment) -> Check {
    do throws(Failure) {
      _ = try PackLoading(roots: roots).phrases()
      let pack = try PackLoading(roots: roots).pack()
      return Check(
        name: "pack", ok: true,
        found:
          "\(pack.id) \(pack.version), \(pack.items.count) items, in \(roots.packFolder ?? "")",
        advice: "")
    } catch {
      return Check(
        name: "pack", ok: false, found: error.lines.first ?? "",
        advice: error.lines.dropFirst().joined(separator: " "))
    }
  }
}

extension DoctorCommand {
  private func salvage(_ path: String, _ roots: RuntimeEnvironment) throws {
    try Waymark.startSealing()
    let choosing = ProfileLocator(roots: roots)
    let folder = try choosing.folder
    let found = try choosing.withDamaged(path) { opening throws(StoreError) in
      try folder.salvage(path, opening)
    }
    StandardStreams.say(
      "\(found.changes) changes and \(found.drafts) drafts are whole: \(found.name)")
    for place in found.lost { StandardStreams.say("lost: \(place)") }
    StandardStreams.note("It stands in \(found.path). The damaged file is as it was.")
  }
}
