// swift-tools-version: 6.2

import PackageDescription

// Layout: targets stand in pipeline order (values, helpers, read, normalize, export, validate, command), one section
// each with its test target, one argument a line. Arrows between targets are the architecture: keep them acyclic.

/// Every target of the package is held to these.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "isnad",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "isnad", targets: ["isnad"]),
    .library(name: "EventModel", targets: ["EventModel"]),
    .library(name: "Exporters", targets: ["Exporters"]),
    .library(name: "IsnadKit", targets: ["IsnadKit"]),
  ],
  traits: [
    .default(enabledTraits: ["XLSX"]),
    .trait(name: "XLSX", description: "The format xlsx, which takes libxlsxwriter"),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // MARK: - EventModel
    .target(
      name: "EventModel",
      swiftSettings: settings
    ),
    .testTarget(
      name: "EventModelTests",
      dependencies: ["EventModel"],
      swiftSettings: settings
    ),

    // MARK: - CLibrary
    .target(
      name: "CLibrary",
      swiftSettings: settings
    ),

    // MARK: - Digest
    .target(
      name: "Digest",
      dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings
    ),
    .testTarget(
      name: "DigestTests",
      dependencies: ["Digest"],
      swiftSettings: settings
    ),

    // MARK: - Spill
    .target(
      name: "Spill",
      dependencies: ["CLibrary", "EventModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "SpillTests",
      dependencies: ["EventModel", "Spill"],
      swiftSettings: settings
    ),

    // MARK: - JSON
    .target(
      name: "JSON",
      dependencies: ["CLibrary", "EventModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "JSONTests",
      dependencies: ["JSON"],
      swiftSettings: settings
    ),

    // MARK: - CSV
    .target(
      name: "CSV",
      dependencies: ["CLibrary", "EventModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "CSVTests",
      dependencies: ["CSV", "EventModel", "JSON"],
      swiftSettings: settings
    ),

    // MARK: - XML
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(
      name: "XML",
      dependencies: ["CLibrary", "CLibXML2", "EventModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "XMLTests",
      dependencies: ["XML"],
      swiftSettings: settings
    ),

    // MARK: - Gzip
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .target(
      name: "Gzip",
      dependencies: ["CZlib"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "GzipTests",
      dependencies: ["Gzip"],
      swiftSettings: settings
    ),

    // MARK: - Lexicon
    .target(
      name: "Lexicon",
      dependencies: ["EventModel"],
      exclude: ["ar"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "LexiconTests",
      dependencies: ["BundledTables", "Lexicon"],
      swiftSettings: settings
    ),

    // MARK: - ArabicText
    .target(
      name: "ArabicText",
      dependencies: ["EventModel"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ArabicTextTests",
      dependencies: ["ArabicText"],
      swiftSettings: settings
    ),

    // MARK: - Readers
    .target(
      name: "Readers",
      dependencies: ["CLibrary", "CSV", "Digest", "EventModel", "Gzip", "JSON", "Lexicon"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ReadersTests",
      dependencies: ["BundledTables", "Readers"],
      swiftSettings: settings
    ),

    // MARK: - Normalizer
    .target(
      name: "Normalizer",
      dependencies: ["ArabicText", "Digest", "EventModel", "Lexicon", "Spill"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "NormalizerTests",
      dependencies: ["BundledTables", "Normalizer", "Readers"],
      exclude: ["Cases"],
      swiftSettings: settings
    ),

    // MARK: - BundledTables
    // Behind the Normalizer, of which the tool that compiles the tables is built.
    .target(
      name: "BundledTables",
      dependencies: ["EventModel", "Lexicon"],
      swiftSettings: settings,
      plugins: ["CompileTables", "EmbedData"]
    ),
    .plugin(
      name: "CompileTables",
      capability: .buildTool(),
      dependencies: ["CompileTablesTool"]
    ),
    .executableTarget(
      name: "CompileTablesTool",
      dependencies: ["Lexicon", "Normalizer"],
      swiftSettings: settings
    ),

    // MARK: - Schemas
    .target(
      name: "Schemas",
      dependencies: ["EventModel", "JSON"],
      swiftSettings: settings,
      plugins: ["EmbedData"]
    ),
    .testTarget(
      name: "SchemasTests",
      dependencies: ["EventModel", "JSON", "Schemas"],
      swiftSettings: settings
    ),

    // MARK: - Exporters
    .systemLibrary(
      name: "CXlsxWriter",
      providers: [.apt(["libxlsxwriter-dev"]), .brew(["libxlsxwriter"])]
    ),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .target(
      name: "Exporters",
      dependencies: [
        "ArabicText", "CLibrary", "CSQLite", "Digest", "EventModel", "JSON",
        .target(name: "CXlsxWriter", condition: .when(traits: ["XLSX"])),
      ],
      exclude: ["HTML/Page"],
      swiftSettings: settings,
      plugins: ["EmbedData"]
    ),
    .testTarget(
      name: "ExportersTests",
      dependencies: ["CSQLite", "Digest", "EventModel", "Exporters", "Gzip", "JSON", "Schemas"],
      swiftSettings: settings
    ),

    // MARK: - Validators
    .target(
      name: "Validators",
      dependencies: ["CLibrary", "CSQLite", "CSV", "Digest", "EventModel", "JSON", "XML"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "ValidatorsTests",
      dependencies: ["CSQLite", "Exporters", "Schemas", "Validators"],
      swiftSettings: settings
    ),

    // MARK: - isnad
    .executableTarget(
      name: "isnad",
      dependencies: [
        "CLibrary",
        "EventModel",
        "Exporters",
        "Lexicon",
        "Pipeline",
        "Readers",
        "Schemas",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "Pipeline",
      dependencies: [
        "CLibrary",
        "ArabicText",
        "BundledTables",
        "Digest",
        "EventModel",
        "Exporters",
        "JSON",
        "Lexicon",
        "Normalizer",
        "Readers",
        "Schemas",
        "Spill",
        "Validators",
        "XML",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "IsnadTests",
      dependencies: [
        "BundledTables", "CLibrary", "Digest", "EventModel", "Exporters", "JSON", "Lexicon", "Pipeline", "Validators",
        "isnad",
      ],
      swiftSettings: settings
    ),

    // MARK: - IsnadKit
    .target(
      name: "IsnadKit",
      dependencies: ["EventModel", "Lexicon", "Pipeline"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "IsnadKitTests",
      dependencies: ["EventModel", "IsnadKit"],
      swiftSettings: settings
    ),
    // The example of a user's package, here too so that every build compiles it; it sees what is public only.
    .executableTarget(
      name: "contested",
      dependencies: ["EventModel", "IsnadKit"],
      path: "examples/library/Sources/contested",
      packageAccess: false,
      swiftSettings: settings
    ),

    // MARK: - Fuzzing
    .target(
      name: "FuzzHarnesses",
      dependencies: [
        "BundledTables", "CLibrary", "CSV", "EventModel", "Exporters", "Gzip", "JSON", "Lexicon", "Normalizer",
        "Readers", "Schemas", "Validators", "XML",
      ],
      path: "Fuzzing/Harnesses",
      swiftSettings: settings
    ),
    .testTarget(
      name: "FuzzTests",
      dependencies: ["FuzzHarnesses"],
      swiftSettings: settings
    ),

    // MARK: - Embedding of data files
    .plugin(
      name: "EmbedData",
      capability: .buildTool(),
      dependencies: ["EmbedDataTool"]
    ),
    .executableTarget(
      name: "EmbedDataTool",
      swiftSettings: settings
    ),
  ]
)

// MARK: - Benchmarks
// Only `make bench` sets ISNAD_BENCHMARKS, so that nobody else fetches what only it needs.
if Context.environment["ISNAD_BENCHMARKS"] != nil {
  package.products.append(.executable(name: "isnad-benchmarks", targets: ["isnad-benchmarks"]))
  package.dependencies.append(.package(url: "https://github.com/google/swift-benchmark", from: "0.1.2"))
  package.targets.append(
    .executableTarget(
      name: "isnad-benchmarks",
      dependencies: [
        "BundledTables",
        "CLibrary",
        "EventModel",
        "Exporters",
        "Lexicon",
        "Normalizer",
        "Pipeline",
        "Readers",
        .product(name: "Benchmark", package: "swift-benchmark"),
      ],
      path: "Benchmarks",
      exclude: [
        "PROFILE.md", "README.md", "compare.py", "confidence.py", "entities.py", "joins.py", "pages.py", "peers.py",
        "published.py",
        "requirements-pages.txt", "requirements-writers.txt", "stages.py", "writers.py",
      ],
      swiftSettings: settings
    ))
}

// MARK: - Fuzzing with libFuzzer
// Only Scripts/fuzz sets ISNAD_FUZZ, to where the toolchain keeps libFuzzer; the harnesses above are built without it.
if let fuzzer = Context.environment["ISNAD_FUZZ"] {
  package.targets += [
    .systemLibrary(name: "CLibFuzzer", path: "Fuzzing/CLibFuzzer"),
    .executableTarget(
      name: "isnad-fuzz",
      dependencies: ["CLibFuzzer", "CLibrary", "EventModel", "FuzzHarnesses"],
      path: "Fuzzing/Run",
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags([fuzzer]), .linkedLibrary("stdc++")]
    ),
  ]
}
