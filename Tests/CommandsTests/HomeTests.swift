import Foundation
import TestSupport
import Testing

/// Where files go where the environment doesn't say, or says something that is no place.
struct HomeTests {
  /// What is kept for the account that runs this.
  private var own: String {
    getpwuid(getuid()).map { String(cString: $0.pointee.pw_dir) } ?? ""
  }

  @Test(arguments: ["", "relative", "./x", "~"])
  func aHomeThatIsNoPlaceIsNotUsed(_ home: String) throws {
    let program = Program()
    defer { program.end() }
    let doctor = program.shell(
      "cd \"$FOLDER\" && mkdir here && cd here && exec '\(Program.path)' doctor",
      environment: [
        "HOME": home, "WAYMARK_DATA_DIR": "", "XDG_CACHE_HOME": program.home + "/cache",
        "FOLDER": program.home,
      ])
    #expect(doctor.code == 0, "\(doctor)")
    #expect(doctor.out.contains(" in \(own)/.local/share/waymark"), "\(doctor.out)")
    #expect(doctor.out.contains("settings: \(own)/.config/waymark/config.yaml"), "\(doctor.out)")
  }

  /// As the XDG specification has it: a relative path there is ignored.
  @Test func relativeFoldersAreIgnored() throws {
    let program = Program()
    defer { program.end() }
    let line = """
      cd "$HOME" && mkdir here && cd here && '\(Program.path)' profile new p && \
      '\(Program.path)' pathways > ../pathways && '\(Program.path)' doctor && ls -A
      """
    let run = program.shell(
      line,
      environment: [
        "WAYMARK_DATA_DIR": "", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
      ])
    #expect(run.code == 0, "\(run)")
    #expect(run.out.contains("1 in \(program.home)/.local/share/waymark"), "\(run.out)")
    #expect(run.out.contains("settings: \(program.home)/.config/waymark"), "\(run.out)")
    let made = try FileManager.default.contentsOfDirectory(atPath: program.home + "/here")
    #expect(made.isEmpty, "\(made)")
  }
}
