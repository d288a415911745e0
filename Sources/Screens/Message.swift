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
  /// They are not; the sentence says why.
  case notSaved(String)
}

/// What the workbook asks of the world, as data.
package enum Effect: Hashable, Sendable {
  case save([Change])
  case draft(ItemAddress, String)
  /// Look whether others have written into the profile.
  case look
  case suspend
  case redraw
  case quit
}
