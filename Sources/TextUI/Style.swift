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

/// What the person wants of the terminal.
package struct Look: Hashable, Sendable {
  package enum Choice: String, Hashable, Sendable, CaseIterable {
    /// Colour where the terminal has it.
    case auto
    case mono
    case highContrast = "high-contrast"
  }

  package var choice: Choice
  package var usesMouse: Bool

  package init(choice: Choice = .auto, usesMouse: Bool = false) {
    self.choice = choice
    self.usesMouse = usesMouse
  }
}

/// How the roles look, with colour and without.
package enum Theme: Hashable, Sendable, CaseIterable {
  case colour
  case mono
  /// Without colour too, and what matters stands out by weight, line or reversal.
  case highContrast

  package init(_ choice: Look.Choice, hasColour: Bool) {
    switch choice {
    case .auto: self = hasColour ? .colour : .mono
    case .mono: self = .mono
    case .highContrast: self = .highContrast
    }
  }

  package func appearance(_ role: Role) -> Appearance {
    switch self {
    case .colour: coloured(role)
    case .mono: plain(role)
    case .highContrast: strong(role)
    }
  }

  private func coloured(_ role: Role) -> Appearance {
    switch role {
    // Of the terminal's colours magenta alone is read on a dark ground and on a light one: cyan is lost on white, blue on black.
    case .frame: Appearance(colour: 6)
    case .warning: Appearance(colour: 6, bold: true)
    case .text, .title, .focus, .chosen, .hint, .key, .good: plain(role)
    }
  }

  private func plain(_ role: Role) -> Appearance {
    switch role {
    case .text, .hint, .frame: Appearance()
    case .title, .chosen, .key, .good, .warning: Appearance(bold: true)
    case .focus: Appearance(reverse: true)
    }
  }

  private func strong(_ role: Role) -> Appearance {
    switch role {
    case .text, .hint: Appearance()
    case .title, .chosen, .good: Appearance(bold: true, underline: true)
    case .key, .frame: Appearance(bold: true)
    case .focus, .warning: Appearance(bold: true, reverse: true)
    }
  }
}
