import Foundation
import TestSupport
import Testing

/// What no page shows, and what no command writes over.
struct WayOfAPageTests {
  private func with(_ work: (Program) throws -> Void) rethrows {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let answers = """
      {"exercise":"arrive","item":"part-of-it","value":["fear"]}
      {"exercise":"arrive","item":"want","value":"A plan"}
      {"exercise":"constraint","item":"health","value":{"firmness":"fixed"}}

      """
    #expect(program.run("answer", "-", input: answers).code == 0)
    try work(program)
  }

  /// Fear and health are refused in every form, alone or beside something else, and nothing is noted.
  @Test(arguments: ["html", "md", "txt", "json"]) func whatNoPageShows(_ format: String) {
    with { program in
      for item in ["arrive/part-of-it", "constraint/health"] {
        for more in [[], ["--preview"], ["--agenda"]] {
          let line =
            (["brief", "--share", "arrive/want", "--share", item, "--format", format] + more)
            .joined(separator: " ")
          let result = program.shell("'\(Program.path)' \(line)")
          #expect(result.code == 77, "\(line): \(result)")
          #expect(result.out.isEmpty && result.error.contains("tell them yourself"), "\(result)")
        }
      }
      #expect(program.run("brief", "--receipts").out.contains("No page was written"))
      #expect(program.run("brief", "--share", "arrive/want").code == 0)
    }
  }

  /// No pathway's reason tells of it, whatever else is shown.
  @Test func noReasonRestsOnIt() {
    with { program in
      for way in ["be-known", "stay", "leave-well", "step-back", "come-back"] {
        let page = program.run("brief", "--share", "pathway:" + way, "--preview").out
        #expect(!page.contains("afraid of") && !page.contains("What your body allows"), "\(way)")
      }
    }
  }

  /// A file that stands there is left, byte for byte, unless its owner says so.
  @Test func whatStandsThereIsAskedFor() throws {
    try with { program in
      let file = program.home + "/notes.txt"
      let commands = [
        ["export", "json"], ["export", "ics"], ["brief", "--share", "arrive/want"],
        ["brief", "--share", "arrive/want", "--agenda"],
      ]
      for command in commands {
        try "precious".write(toFile: file, atomically: false, encoding: .utf8)
        let line = "'\(Program.path)' " + command.joined(separator: " ") + " --out '\(file)'"
        let refused = program.shell(line, input: "yes\n")
        #expect(refused.code == 73 && refused.out.isEmpty, "\(command): \(refused)")
        #expect(refused.error.contains("is there already") && refused.error.contains("--force"))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "precious")
        #expect(program.shell(line + " --force").code == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) != "precious", "\(command)")
      }
      // Not even so: a profile, a folder.
      let profile = try #require(
        FileManager.default.contentsOfDirectory(atPath: program.data + "/profiles")
          .first { $0.hasSuffix(".waymark") })
      let path = program.data + "/profiles/" + profile
      for other in [path, path + ".lock", path + "-journal", program.home] {
        let before = FileManager.default.contents(atPath: other)
        #expect(program.run("export", "json", "--out", other, "--force").code == 73, "\(other)")
        #expect(FileManager.default.contents(atPath: other) == before)
      }
      let unnamed = program.run("export", "json", "--out", "", "--force")
      #expect(unnamed.code == 64 && unnamed.error.contains("no file is named"), "\(unnamed)")
      // Only the pages that were written are noted.
      let noted = program.run("brief", "--receipts").out.split(separator: "\n")
      #expect(noted.count { $0.contains("arrive/want") } == 1)
    }
  }
}
