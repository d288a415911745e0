package import Workbook

/// One thing that a person chose to show.
package enum Share: Hashable, Sendable {
  /// An answer in the person's own words.
  case answer(ItemAddress)
  /// One entry of a list, from 1.
  case entry(ItemAddress, Int)
  /// A measure as a band, without a figure.
  case band(String)
  /// A pathway: its title, its text, and the reasons that rest on what is shown too.
  case pathway(String)
  /// An entry of the experiments, from 1.
  case experiment(Int)
  /// That something is asked for.
  case ask

  /// Reads `EXERCISE/ITEM`, `EXERCISE/ITEM#N`, `band:MEASURE`, `pathway:ID`, `experiment:N` or `ask`; `nil` for anything else.
  package init?(_ text: String) {
    if text == "ask" {
      self = .ask
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    if parts.count == 2 {
      switch parts[0] {
      case "band": self = .band(parts[1])
      case "pathway": self = .pathway(parts[1])
      case "experiment":
        guard let number = Int(parts[1]), number >= 1 else { return nil }
        self = .experiment(number)
      default: return nil
      }
      return
    }
    let entry = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let address = entry[0].split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard address.count == 2, !address[0].isEmpty, !address[1].isEmpty else { return nil }
    let item = ItemAddress(address[0], address[1])
    if entry.count == 1 {
      self = .answer(item)
    } else {
      guard let number = Int(entry[1]), number >= 1 else { return nil }
      self = .entry(item, number)
    }
  }

  package var text: String {
    switch self {
    case .answer(let address): address.description
    case .entry(let address, let number): "\(address)#\(number)"
    case .band(let measure): "band:" + measure
    case .pathway(let id): "pathway:" + id
    case .experiment(let number): "experiment:\(number)"
    case .ask: "ask"
    }
  }
}
