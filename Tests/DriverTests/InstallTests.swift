import Foundation
import TestSupport
import Testing

/// The program as it is installed: found by its content, its page and its completions, and gone again.
@Suite(.serialized) struct InstallTests {
  /// Laid out once for all; the release build stands already.
  private func with(_ work: (Program, String) throws -> Void) throws {
    guard !Runs.isQuick else { return }
    let program = Program()
    defer { program.end() }
    let prefix = program.home + "/usr"
    let made = program.shell(
      "make -s -C \(Tree.root) lay PREFIX=\(prefix)", environment: ["PATH": path])
    #expect(made.code == 0, "\(made.error)")
    try work(program, prefix)
    let gone = program.shell(
      "make -s -C \(Tree.root) uninstall PREFIX=\(prefix)", environment: ["PATH": path])
    #expect(gone.code == 0, "\(gone.error)")
    let left = program.shell("find \(prefix) -type f").out
    #expect(left.isEmpty, "\(left)")
  }

  private var path: String { ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin" }

  @Test func itRunsFromWhereItIsPutAndEveryShellCompletes() throws {
    try with { program, prefix in
      // No variable names the content: it is found beside the program.
      let doctor = program.shell("env -u WAYMARK_CONTENT \(prefix)/bin/waymark doctor")
      #expect(
        doctor.code == 0 && doctor.out.contains("\(prefix)/share/waymark/packs/core"), "\(doctor)")
      let page = program.shell("gzip -dc \(prefix)/share/man/man1/waymark.1.gz")
      #expect(page.out.contains("experiment checkin"), "\(page)")
      for (shell, start) in [
        ("bash --norc", "source \(prefix)/share/bash-completion/completions/waymark"),
        (
          "zsh -f",
          "fpath=(\(prefix)/share/zsh/vendor-completions $fpath); autoload -Uz compinit; compinit -u -D"
        ),
        (
          "fish --no-config --private",
          "source \(prefix)/share/fish/vendor_completions.d/waymark.fish"
        ),
      ] {
        let terminal = VirtualTerminal(
          program, rows: 40, columns: 100,
          environment: ["PATH": prefix + "/bin:/usr/bin:/bin", "PS1": "$ "], shell: shell)
        #expect(terminal.wait { $0.text.contains { !$0.isWhitespace } } && terminal.settle())
        terminal.type(start + "; printf 're%s\\n' ady\r")
        #expect(terminal.wait(for: "ready"), "\(shell): \(terminal.text)")
        #expect(terminal.settle())
        terminal.type("waymark exper\t")
        #expect(terminal.wait(for: "waymark experiment"), "\(shell): \(terminal.text)")
        terminal.type("chec\t")
        #expect(terminal.wait(for: "experiment checkin"), "\(shell): \(terminal.text)")
        terminal.type("\u{15}exit\r")
        _ = terminal.exit()
      }
    }
  }
}
