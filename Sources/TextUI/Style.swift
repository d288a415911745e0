/// What a piece of text is for; a theme says how that looks. Nothing is told by colour alone.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case text
  case title
  /// Where the cursor is.
  case focus
  case chosen
  case hint
  case key
  case good
  case warning
  /// What stands around: header and footer.
  case frame
}

/// How a role looks: one of the terminal's own colours on its own background, and attributes.
package struct Appearance: Hashable, Sendable {
  /// 0 is the terminal's own, 1 to 8 are black, red, green, yellow, blue, magenta, cyan, white.
  package var colour: UInt8
  package var bold: Bool
  package var underline: Bool
  package var reverse: Bool

  package init(
    colour: UInt8 = 0, bold: Bool = false, underline: Bool = false, reverse: Bool = false
  ) {
    self.colour = colour
    self.bold = bold
    self.underline = underline
    self.reverse = reverse
  }
}

/// How the roles look, with colour and without.
package enum Theme: Hashable, Sendable {
  case colour
  case mono

  package func appearance(_ role: Role) -> Appearance {
    switch (role, self) {
    case (.text, _): Appearance()
    case (.title, _): Appearance(bold: true)
    case (.focus, _): Appearance(reverse: true)
    case (.chosen, _): Appearance(bold: true)
    case (.hint, .colour): Appearance(colour: 7)
    case (.hint, .mono): Appearance()
    case (.key, _): Appearance(bold: true)
    case (.good, .colour): Appearance(colour: 7, bold: true)
    case (.good, .mono): Appearance(bold: true)
    case (.warning, .colour): Appearance(colour: 6, bold: true)
    case (.warning, .mono): Appearance(bold: true)
    case (.frame, .colour): Appearance(colour: 5)
    case (.frame, .mono): Appearance()
    }
  }
}
