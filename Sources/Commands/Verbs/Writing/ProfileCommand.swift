import ArgumentParser
import CSystem
import Foundation
import JSON
import Store

/// `waymark profile …`: one file is one person.
struct ProfileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profile", abstract: "Make, list, name, copy, check and erase profiles.",
    discussion: """
      Example:
        waymark profile new spring
        waymark profile list --json
      """,
    subcommands: [
      New.self, List.self, Rename.self, Seal.self, Unseal.self, Passphrase.self, Backup.self,
      Restore.self, Verify.self, Erase.self,
    ])

  struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a profile.",
      discussion: """
        The name can be read by whoever sees the file; it need not be yours.

        Example:
          waymark profile new spring
          waymark profile new spring --sealed
        """)

    @Argument(help: "A name to tell it from others.") var name: String
    @Flag(help: "Seal it with a passphrase from its first line.") var sealed = false
    @OptionGroup var sealing: SealingOptions
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let roots = RuntimeEnvironment(options)
      let folder = try roots.folder()
      try ProfileCommand.check(name)
      if folder.list().entries.contains(where: { $0.name == name }) {
        throw Failure(
          .failed, "waymark: there is a profile called \(name) already.",
          "Choose another name, or open it: waymark --profile \(name)")
      }
      let secrets = sealed ? try sealing.secrets(RuntimeEnvironment(options), name: name) : nil
      do throws(StoreError) {
        let store = try folder.create(name: name, opened: WallClock.now, secrets)
        StandardStreams.note("made: \(store.path)")
      } catch {
        sealing.withdrawSheet()
        throw error.failure
      }
    }
  }

  /// A name that nobody has yet: as it was, else with what became of it and a number.
  static func free(_ name: String, _ became: String, _ taken: Set<String>) -> String {
    if !taken.contains(name) { return name }
    let numbered = (1...).lazy.map { $0 == 1 ? "\(name), \(became)" : "\(name), \(became) \($0)" }
    return numbered.first { !taken.contains($0) } ?? name
  }

  /// A name is one line that can be read anywhere.
  static func check(_ name: String) throws(Failure) {
    let isPlain = name.unicodeScalars.allSatisfy {
      $0.value >= 32 && !(127..<160).contains($0.value)
    }
    if !isPlain || name.contains("/") || name.count > 60 || name.first?.isWhitespace != false
      || name.last?.isWhitespace != false
    {
      throw Failure(
        .usage, "waymark: a profile's name is one line of 60 letters at most.",
        "It has no slash, and no blank at either end.")
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List profiles.",
      discussion: """
        It reads names and how each file is built, not every line: waymark profile verify does that.

        Example:
          waymark profile list
        """)

    @Flag(help: "As one JSON document.") var json = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let (entries, unreadable) = try RuntimeEnvironment(options).folder().list()
      for problem in unreadable { problem.failure.lines.forEach(StandardStreams.note) }
      if json {
        let rows = entries.map { entry -> JSONValue in
          [
            "name": .text(entry.name), "sealed": .bool(entry.isSealed),
            "opened": .text(entry.opened),
          ]
        }
        StandardStreams.json(JSONValue.list(rows))
      } else {
        for entry in entries {
          let sealed = entry.isSealed ? ", sealed" : ""
          StandardStreams.say("\(entry.name)  opened \(entry.opened)\(sealed)")
        }
      }
    }
  }

  struct Erase: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase a profile for good.",
      discussion: """
        It is in no list from the first step on. Then the copies that the program made beside the file are overwritten, and the \
        file itself; cut off, the next waymark profile list goes on with it. Out of reach: backups and exports you made, pages \
        you gave away, snapshots, and the cells of a solid-state disk.

        Example:
          waymark profile erase spring --yes
        """)

    @Argument(help: "The profile's name.") var name: String
    @Flag(help: "Without being asked for the name again.") var yes = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      var roots = options
      roots.profile = name
      let choosing = ProfileLocator(roots: RuntimeEnvironment(roots))
      guard let entry = try named(choosing) else { return }
      if !yes { try confirm() }
      let folder = try choosing.folder
      do throws(StoreError) { try folder.erase(entry) } catch { throw error.failure }
      StandardStreams.note("erased: \(name)")
      StandardStreams.note(
        "Not in reach: backups and exports you made, pages you gave away, snapshots of the disk, and what a "
          + "solid-state disk keeps on its own.")
    }

    /// A file whose head is gone can still be named by its path.
    private func named(_ choosing: ProfileLocator) throws(Failure) -> ProfileFolder.Entry? {
      do throws(Failure) {
        return try choosing.entry()
      } catch {
        guard name.contains("/"), unsafe Int(system_kind(name)) == SYSTEM_REGULAR else {
          throw error
        }
        return ProfileFolder.Entry(path: name, name: name, opened: "")
      }
    }

    private func confirm() throws {
      guard StandardStreams.isTerminal(0) else {
        throw Failure(.failed, "waymark: nothing was erased.", "Say --yes, or ask at a terminal.")
      }
      StandardStreams.note(
        "This takes every answer away for good. Type the profile's name to go on:")
      guard readLine() == name else { throw Failure(.failed, "waymark: nothing was erased.") }
    }
  }

  struct Rename: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give a profile another name.",
      discussion: """
        Example:
          waymark profile rename spring --profile "my workbook"
        """)

    @Argument(help: "The new name.") var name: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      try ProfileCommand.check(name)
      let choosing = ProfileLocator(roots: RuntimeEnvironment(options))
      if try choosing.folder.list().entries.contains(where: { $0.name == name }) {
        throw Failure(.failed, "waymark: there is a profile called \(name) already.")
      }
      let (store, _) = try choosing.open()
      do throws(StoreError) { try store.rename(name) } catch { throw error.failure }
      StandardStreams.note("renamed: \(name)")
    }
  }

  struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a consistent copy of a profile, also while it is in use.",
      discussion: """
        A sealed profile gives a sealed copy; of any other, whoever has the copy can read it.

        Example:
          waymark profile backup /media/stick/spring.waymark
        """)

    @Argument(help: "The file to write.") var file: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let (store, _) = try ProfileLocator(roots: RuntimeEnvironment(options)).open()
      do throws(StoreError) { try store.backup(to: file) } catch { throw error.failure }
      StandardStreams.note("copied: \(file)")
    }
  }

  struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put a copy back as a profile.",
      discussion: """
        Example:
          waymark profile restore /media/stick/spring.waymark
        """)

    @Argument(help: "The copy.") var file: String
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let name = try ProfileLocator(roots: RuntimeEnvironment(options)).bringIn(file)
      StandardStreams.note("restored: \(name)")
    }
  }

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every stored line of a profile.",
      discussion: """
        Exit 2 where something is not as it was written.

        Example:
          waymark profile verify
        """)

    @Flag(help: "As one JSON document.") var json = false
    @OptionGroup var options: GlobalOptions

    func run() throws {
      let choosing = ProfileLocator(roots: RuntimeEnvironment(options))
      if let path = choosing.damaged {
        let found = try choosing.withDamaged(path) { opening throws(StoreError) in
          try ProfileStore.verify(path: path, opening)
        }
        report(found, path)
        throw ExitCode(Failure.Code.found.rawValue)
      }
      guard let entry = try choosing.entry() else {
        throw Failure(.failed, "waymark: there is no profile yet.")
      }
      let found = try choosing.withSecret(entry.isSealed, entry.name) {
        opening throws(StoreError) in try ProfileStore.verify(path: entry.path, opening)
      }
      report(found, entry.path)
      if !found.isWhole { throw ExitCode(Failure.Code.found.rawValue) }
    }

    private func report(_ found: Verification, _ path: String) {
      let counted = "\(found.changes) changes, \(found.drafts) drafts"
      if json {
        let document: JSONValue = [
          "ok": .bool(found.isWhole), "changes": .whole(found.changes),
          "drafts": .whole(found.drafts), "damage": .list(found.damage.map { .text($0) }),
          "path": .text(path),
        ]
        StandardStreams.json(document)
        return
      }
      StandardStreams.say("whole: \(counted)")
      for place in found.damage { StandardStreams.say("not as it was written: \(place)") }
      if found.usesSpare {
        StandardStreams.note(
          "That part is kept twice and the other copy is whole, so nothing is lost. Opening the profile repairs the file."
        )
      } else if !found.isWhole {
        StandardStreams.note("What is whole can be brought out: waymark doctor --salvage \(path)")
      }
    }
  }
}
