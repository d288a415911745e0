import TextUI
import Workbook

/// One thing that can be set.
enum Setting: CaseIterable, Hashable, Sendable {
  case theme, lock, mouse, plain, language
}

extension Settings {
  /// Puts the next value, or the one before, in the place of the present one.
  mutating func step(_ setting: Setting, by step: Int) {
    func next<Value: Equatable>(_ value: Value, _ all: [Value]) -> Value {
      let place = all.firstIndex(of: value) ?? 0
      return all[(place + step + all.count) % all.count]
    }
    switch setting {
    case .theme: look.choice = next(look.choice, Look.Choice.allCases)
    case .lock: lockMinutes = next(lockMinutes, (Settings.lockChoices + [lockMinutes]).sortedOnce)
    case .mouse: look.usesMouse.toggle()
    case .plain: isPlain.toggle()
    case .language: language = next(language, [""] + languages)
    }
  }
}

extension [Int] {
  fileprivate var sortedOnce: [Int] { Array(Set(self)).sorted() }
}

extension OpenWorkbook {
  /// A setting's name, its value and what it means.
  func row(_ setting: Setting, _ settings: Settings) -> ListBox.Row {
    let (title, value, text): (Phrase, String, Phrase) =
      switch setting {
      case .theme: (.setTheme, phrases(settings.look.choice.title), .setThemeText)
      case .lock:
        (.setLock, phrases(.setMinutes, ["count": String(settings.lockMinutes)]), .setLockText)
      case .mouse: (.setMouse, onOff(settings.look.usesMouse), .setMouseText)
      case .plain: (.setPlain, onOff(settings.isPlain), .setPlainText)
      case .language:
        (
          .setLanguage,
          settings.language.isEmpty ? phrases(.setAsSystem) : settings.language,
          settings.languages.count > 1 ? .setLanguageText : .setLanguageOnly
        )
      }
    return ListBox.Row(phrases(title), text: phrases(text), note: value)
  }

  private func onOff(_ isOn: Bool) -> String { phrases(isOn ? .setOn : .setOff) }
}

extension Look.Choice {
  var title: Phrase {
    switch self {
    case .auto: .themeAuto
    case .mono: .themeMono
    case .highContrast: .themeContrast
    }
  }
}

extension App {
  func settingsBox(focus: Int) -> ListBox {
    ListBox(Setting.allCases.map { session.row($0, settings) }, focus: focus)
  }

  mutating func performOnSettings(_ command: Command, _ box: ListBox) -> [Effect] {
    var box = box
    let step: Int
    switch command {
    case .right, .raise, .take, .toggle: step = 1
    case .left, .lower: step = -1
    case .pick(let digit):
      guard box.type(digit) == .final else {
        top = .settings(box)
        return []
      }
      step = 1
    default:
      box.move(command)
      top = .settings(box)
      return []
    }
    let setting = Setting.allCases[box.focus]
    settings.step(setting, by: step)
    if setting == .lock { chosenIdle = settings.lockMinutes * 60_000 }
    top = .settings(settingsBox(focus: box.focus))
    return [.set(settings)]
  }
}
