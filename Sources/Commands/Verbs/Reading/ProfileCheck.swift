import Store

/// What the doctor can tell of one profile: of a plain one everything, of a sealed one what shows without its passphrase.
struct ProfileCheck {
  private(set) var isFine = true
  /// Its name, where it stands, and what was checked.
  private(set) var found: String
  private(set) var advice: [String] = []

  init(_ entry: ProfileFolder.Entry) {
    found = "\(entry.name): \(entry.path)"
    if entry.isSealed { checkSealed(entry) } else { checkPlain(entry) }
  }

  private mutating func checkSealed(_ entry: ProfileFolder.Entry) {
    found += ", sealed: not every line was checked"
    if entry.usesSpare {
      isFine = false
      advice.append("\(entry.path): the part that holds its name is damaged. It's kept twice.")
    }
    advice.append("To check every line: waymark profile verify --profile '\(entry.path)'")
  }

  private mutating func checkPlain(_ entry: ProfileFolder.Entry) {
    let verification: Verification
    do throws(StoreError) { verification = try ProfileStore.verify(path: entry.path) } catch {
      isFine = false
      advice += error.failure.lines
      return
    }
    found += ", every line checked"
    if verification.isWhole { return }
    isFine = false
    if verification.usesSpare {
      advice.append(
        "\(entry.path): the part that holds its name is damaged. It's kept twice and the other copy is whole, so nothing is lost. Opening the profile repairs the file."
      )
    } else {
      let damage = StoreError.damaged(path: entry.path, what: verification.damage[0])
      advice += damage.failure.lines
    }
  }
}
