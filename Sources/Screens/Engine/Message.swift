package import TextUI
package import Workbook

/// What can happen to the workbook.
package enum Message: Hashable, Sendable {
  case key(Key)
  /// A second passed without a key.
  case tick
  /// Changes are on disk since an hour like `14:02`; with what others had written meanwhile.
  case saved(hour: String, before: [Change], profileName: String)
  /// What others have written, found on a look.
  case arrived([Change])
  /// Nothing was written, since others had written this before: an undo would have taken back theirs.
  case overtaken([Change])
  /// They are not; the sentence says why.
  case notSaved(String)
  /// What is half written is on disk.
  case drafted(ItemAddress, Draft)
  /// The file cannot be read any more; the sentence says why.
  case notRead(String)
  /// The program is to pause, asked from outside.
  case pause
  /// Nobody has typed for as long as the workbook waits.
  case idle
  /// Nobody has typed for so long that the screen is soon covered.
  case idleSoon
  /// The file that is to be brought in can be read.
  case mayBring(String)
  /// A text is written into a file.
  case fileWritten(String)
  /// The other workbook on this profile is closed: this one may write now, on top of what that one left half written.
  case mayWrite(drafts: [String: Draft])
  /// The file was sealed by another program: what is shown must go.
  case sealedElsewhere
  /// The file was written anew by another program: everything that is there now.
  case renewed([Change], drafts: [String: Draft])
  /// A page could not be written, and nothing was noted; the sentence says why.
  case notWritten(String)
  /// A page is noted, and written to a file.
  case released(ReleasedPage)
  /// Something was taken back for good; this is what is there now.
  case forgotten(ErasureResult)
}

/// What the workbook asks of the world, as data.
package enum Effect: Hashable, Sendable {
  case save([Change])
  /// What is half written; an empty one is forgotten.
  case draft(ItemAddress, Draft)
  /// Look whether others have written into the profile.
  case look
  case suspend
  case redraw
  case quit
  /// Forget the key, and ask for the passphrase before anything is shown again.
  case lock
  /// Lead through sealing the profile, and open it again.
  case seal
  /// Take something back for good.
  case forget(ErasureRequest)
  /// From the client's file to the coach's, with what the coach's gets to know.
  case desk(SessionHandoff)
  /// Write a text into a file of its own.
  case file(FileToWrite)
  /// From the coach's file to a client's.
  case sit(SessionHandoff)
  /// Write a page to a file, and note what was shown.
  case release(Release)
  /// Keep what is set about the program, and look so from now on.
  case set(Settings)
  /// From the first screen to the made-up people.
  case lookRound
  /// A made-up person was chosen, by place.
  case meet(Int)
  /// See whether a profile can be brought in from a path; then leave to do it.
  case bring(String)
  case bringing(String)
}

/// A text for a file.
package struct FileToWrite: Hashable, Sendable {
  /// What it is called; where there is such a file, a number is put behind.
  package var name: String
  package var text: String
  /// Whether it stands beside the profile that is open; else in the folder in which the program was begun.
  package var isBesideProfile: Bool

  package init(name: String, text: String, isBesideProfile: Bool) {
    self.name = name
    self.text = text
    self.isBesideProfile = isBesideProfile
  }
}

/// A page that was noted, and what became of its file.
package struct ReleasedPage: Hashable, Sendable {
  package var path: String
  package var receipt: Change
  /// What others had written before.
  package var before: [Change]
  /// Why the file is not in its place, as a sentence; empty where it is.
  package var problem: String

  package init(path: String, receipt: Change, before: [Change], problem: String) {
    self.path = path
    self.receipt = receipt
    self.before = before
    self.problem = problem
  }
}

/// What may be done with the profile that is open.
package struct Access: Hashable, Sendable {
  /// Whether a passphrase opens it.
  package var isSealed = false
  /// Whether it can be sealed here: it lies on a disk that can be written, and nobody else has it open.
  package var canSeal = false
  /// Why nothing can be written, as a sentence; empty where it can.
  package var readOnly = ""

  package init(isSealed: Bool = false, canSeal: Bool = false, readOnly: String = "") {
    self.isSealed = isSealed
    self.canSeal = canSeal
    self.readOnly = readOnly
  }
}
