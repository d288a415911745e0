import Foundation
import Screens
import Workbook

/// Signs that a machine is run by somebody else: an employer's software, a folder that lies on a server.
enum ManagedMachine {
  /// What is laid there by programs with which an organisation runs its machines.
  private static let signs = [
    "/etc/waymark/organisation", "/etc/krb5.keytab", "/etc/sssd/sssd.conf",
    "/opt/microsoft/intune", "/etc/puppetlabs", "/etc/chef", "/etc/salt/minion",
    "/etc/opt/chrome/policies/managed", "/etc/opt/edge/policies/managed",
  ]
  private static let remote = ["nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "afs"]

  /// A sentence of warning; empty where nothing is seen. Nothing seen is no proof.
  static func word(_ roots: RuntimeEnvironment, _ phrases: PhraseBook) -> String {
    if isRemote(roots.dataFolder) { return phrases(.machineRemote) }
    return signs.contains { FileManager.default.fileExists(atPath: $0) }
      ? phrases(.machineManaged) : ""
  }

  /// Whether the longest mount above a folder lies on another machine.
  private static func isRemote(_ folder: String) -> Bool {
    let table = (try? String(contentsOfFile: "/proc/self/mounts", encoding: .utf8)) ?? ""
    var longest: (place: String, kind: String) = ("", "")
    for line in table.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 2 else { continue }
      let place = words[1] == "/" ? "/" : words[1] + "/"
      if (folder + "/").hasPrefix(place), place.count > longest.place.count {
        longest = (place, words[2])
      }
    }
    return remote.contains(longest.kind)
  }
}
