extension VirtualTerminal {
  /// From the first screen to the text item of the first exercise.
  ///
  /// - Parameter isSealed: nothing is asked about sealing where it is done.
  package func walkToText(isSealed: Bool = false) -> Bool {
    for (wait, keys) in [
      ("Begin", "\r"), ("whose computer", "1"),
      (isSealed ? "Enter goes on" : "passphrase seal", "\r"),
      ("Enter begins", "\r"), ("What set this off", "8"), ("part of it", "\r"),
      ("answer to you", "2"), ("ten working days", "111111"), ("before you begin", "111111"),
    ] {
      if !self.wait(for: wait) { return false }
      type(keys)
    }
    return self.wait(for: "in your hands")
  }
}
