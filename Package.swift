// swift-tools-version: 6.2
import PackageDescription

/// Tests talk to C screens and terminals all day: pointers are not marked there.
let relaxed: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
let strict = relaxed + [.strictMemorySafety()]

func swiftTarget(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: ["TestSupport"] + dependencies, exclude: exclude,
    swiftSettings: relaxed)
}

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "Workbench",
  products: [
    .executable(name: "waymark", targets: ["waymark"]),
    .executable(name: "waymark-bench", targets: ["waymark-bench"]),
    .library(name: "fault-shim", type: .dynamic, targets: ["CFaultShim"]),
  ],
  dependencies: [
    // The store: transactions, migrations and statement handling over SQLite, tested for years.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // Packs and phrase books: keeps `no` and `1.10` as text, knows line and column, refuses doubled keys.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Verbs, help, "did you mean", completions and the manual.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // Level 0: pure Swift and C shims.
    swiftTarget("Rules"),
    swiftTarget("JSON"),
    swiftTarget("Typesetting"),
    .target(name: "CSystem", cSettings: [.define("_GNU_SOURCE")]),
    .target(
      name: "CDatabase", cSettings: [.define("_GNU_SOURCE")],
      linkerSettings: [.linkedLibrary("sqlite3")]),
    .target(
      name: "CNcurses",
      cSettings: [.define("_GNU_SOURCE"), .define("NCURSES_WIDECHAR", to: "1")],
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
    // Level 1.
    swiftTarget("Workbook", ["Rules", "JSON"]),
    swiftTarget("TextUI", ["Typesetting"]),
    // Level 2.
    swiftTarget("Packs", ["Workbook", "Rules", "JSON", yams]),
    swiftTarget("Sealing", ["CSodium", "CSystem"]),
    swiftTarget("Store", ["Workbook", "JSON", "Sealing", "CSystem", "CDatabase", grdb]),
    swiftTarget("Curses", ["TextUI", "CNcurses", "CSystem"]),
    swiftTarget("Briefs", ["Workbook", "Rules", "JSON", "Typesetting"]),
    // Level 3.
    swiftTarget("Screens", ["Briefs", "Workbook", "Rules", "JSON", "TextUI", "Typesetting"]),
    // Level 4 and 5.
    swiftTarget(
      "Commands",
      [
        "Screens", "Briefs", "Packs", "Store", "Sealing", "Curses", "Workbook", "Rules", "JSON",
        "TextUI",
        "Typesetting", "CSystem", argumentParser,
      ]),
    .executableTarget(name: "waymark", dependencies: ["Commands"], swiftSettings: strict),
    // Benchmarks, with the least that the same work can cost, in C.
    .target(name: "CFloor", linkerSettings: [.linkedLibrary("sqlite3")]),
    swiftTarget(
      "Benchmarks",
      [
        "Commands", "Packs", "Store", "Sealing", "Workbook", "Rules", "JSON", "CFloor",
        argumentParser,
      ]),
    .executableTarget(name: "waymark-bench", dependencies: ["Benchmarks"], swiftSettings: strict),

    // Tests. A pty by posix_spawn, and libvterm as the screen behind it.
    .target(name: "CPty", path: "Tests/CPty", cSettings: [.define("_GNU_SOURCE")]),
    .systemLibrary(
      name: "CVTerm", path: "Tests/CVTerm", pkgConfig: "vterm", providers: [.apt(["libvterm-dev"])]),
    .systemLibrary(name: "CSQLite", path: "Tests/CSQLite", pkgConfig: "sqlite3"),
    .target(
      name: "TestSupport", dependencies: ["CPty", "CVTerm", "CSQLite", "Packs", "Workbook"],
      path: "Tests/TestSupport", swiftSettings: relaxed),
    // What goes wrong with disks: loaded before the program, and a control that is not safe.
    .target(
      name: "CFaultShim", path: "Tests/CFaultShim",
      linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("pthread")]),
    .executableTarget(
      name: "store-control", path: "Tests/CControl",
      linkerSettings: [.linkedLibrary("sqlite3")]),
    tests("RulesTests", ["Rules"]),
    tests("JSONTests", ["JSON"]),
    tests("TypesettingTests", ["Typesetting"]),
    tests("PacksTests", ["Packs", "Workbook", "Rules", "JSON"]),
    tests(
      "StoreTests", ["Store", "Sealing", "Workbook", "Rules", "JSON"], exclude: ["Golden"]),
    tests("TextUITests", ["TextUI"]),
    tests(
      "ScreensTests", ["Screens", "Briefs", "Packs", "Workbook", "Rules", "JSON", "TextUI"],
      exclude: ["Golden"]),
    tests("BriefsTests", ["Briefs", "Packs", "Workbook", "Rules", "JSON", "Typesetting"]),
    tests("CommandsTests", ["waymark", "JSON"]),
    tests("TerminalTests", ["waymark"]),
    tests(
      "DriverTests",
      [
        "waymark", "store-control", "Store", "Rules", "Sealing", "Screens", "TextUI", "Workbook",
        "JSON",
        "Typesetting",
      ]),
    tests("TidyTests"),
  ]
)
