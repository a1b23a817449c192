// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "contested",
  platforms: [.macOS(.v26)],
  dependencies: [
    .package(name: "isnad", path: "../..")
  ],
  targets: [
    .executableTarget(
      name: "contested",
      dependencies: [
        .product(name: "EventModel", package: "isnad"),
        .product(name: "IsnadKit", package: "isnad"),
      ])
  ]
)
