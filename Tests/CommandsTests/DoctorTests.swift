import Foundation
import TestSupport
import Testing

/// What the doctor says about files that others can get at.
struct DoctorTests {
  private func with(_ work: (Program, String) throws -> Void) throws {
    let program = Program()
    defer { program.end() }
    #expect(program.run("profile", "new", "p").code == 0)
    let profiles = program.data + "/profiles"
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: profiles).first { $0.hasSuffix(".waymark") })
    try work(program, profiles + "/" + name)
  }

  /// - Returns: the lines about what others can get at.
  private func privacy(_ program: Program) -> String {
    let doctor = program.run("doctor")
    #expect(doctor.code == 0, "\(doctor)")
    let lines = doctor.out.components(separatedBy: "\n")
    return lines.indices.filter { lines[$0].dropFirst(5).hasPrefix("privacy: ") }
      .flatMap { lines[$0..<min($0 + 2, lines.count)] }.joined(separator: "\n")
  }

  @Test func nothingIsSaidWhereAllIsWell() throws {
    try with { program, _ in
      let said = privacy(program)
      #expect(said.hasPrefix("ok   privacy: "), "\(said)")
      #expect(!said.contains("look"), "\(said)")
    }
  }

  @Test(arguments: [
    ("chmod 777 \"$DATA\"", "look privacy: DATA can be opened by others", "chmod 700 'DATA'"),
    ("chmod 750 \"$DATA/profiles\"", "DATA/profiles can be opened", "chmod 700 'DATA/profiles'"),
    ("chmod 644 \"$FILE\"", "FILE can be read by others", "chmod 600 'FILE'"),
    ("chmod 620 \"$FILE\"", "FILE can be changed by others", "chmod 600 'FILE'"),
    (
      "rm -f \"$FILE.lock\"; ln -s /etc/hostname \"$FILE.lock\"",
      "FILE.lock is a link", "rm 'FILE.lock'"
    ),
    (
      "rm -f \"$FILE.lock\"; mkfifo \"$FILE.lock\"",
      "FILE.lock is no plain file", "rm 'FILE.lock'"
    ),
    (
      "mkdir -p ~/.config/waymark; echo 'mouse: no' > ~/.config/waymark/config.yaml; "
        + "chmod 666 ~/.config/waymark/config.yaml",
      "config.yaml can be changed by others", "chmod 600"
    ),
    (
      "mkdir -p ~/.config/waymark; echo 'mouse: no' > ~/.config/waymark/config.yaml; "
        + "chmod 777 ~/.config/waymark", ".config/waymark can be changed by others", "chmod 700"
    ),
  ]) func whatOthersCanGetAtIsNamed(_ line: String, _ found: String, _ advice: String) throws {
    try with { program, file in
      let made = program.shell(line, environment: ["DATA": program.data, "FILE": file])
      #expect(made.code == 0, "\(made)")
      func named(_ text: String) -> String {
        text.replacing("DATA", with: program.data).replacing("FILE", with: file)
      }
      let said = privacy(program)
      #expect(said.contains(named(found)) && said.contains(named(advice)), "\(said)")
      #expect(!said.contains("ok   privacy"), "\(said)")
    }
  }

  /// Given to another account, which takes root to set up.
  @Test func whoseItIsIsSaid() throws {
    try with { program, _ in
      let given = program.shell("chown 65534 \"$WAYMARK_DATA_DIR\"")
      try #require(given.code == 0, "a folder is given away here, which takes root: \(given.error)")
      let said = privacy(program)
      #expect(said.contains("\(program.data) belongs to another account"), "\(said)")
      #expect(said.contains("chown"), "\(said)")
    }
  }

  @Test func aScriptReadsTheSame() throws {
    try with { program, _ in
      #expect(program.shell("chmod 777 \"$WAYMARK_DATA_DIR\"").code == 0)
      let out = program.run("doctor", "--json").out
      let document = try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any]
      let checks = document?["checks"] as? [[String: Any]] ?? []
      let rows = checks.filter { $0["check"] as? String == "privacy" }
      #expect(rows.count == 1 && rows[0]["ok"] as? Bool == false, "\(rows)")
    }
  }
}
