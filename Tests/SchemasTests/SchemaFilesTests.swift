import Foundation
import Testing

@testable import Schemas

/// The project's `schemas` folder.
private let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appending(path: "schemas")

@Suite("The schemas folder", .serialized)
struct SchemaFilesTests {
  @Test("The folder holds what the description generates, and nothing else; RECORD=1 writes it")
  func folderIsGenerated() throws {
    let generated = SchemaFiles.generated()
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      for file in generated { try Data(file.contents).write(to: folder.appending(path: file.name)) }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).filter {
      !$0.hasPrefix(".")
    }
    #expect(names.sorted() == generated.map(\.name).sorted())
    for file in generated {
      let contents = try Data(contentsOf: folder.appending(path: file.name))
      #expect([UInt8](contents) == file.contents, "\(file.name) is out of date: make record")
    }
  }

  @Test(
    "The embedded files are the generated ones",
    .disabled(if: ProcessInfo.processInfo.environment["RECORD"] == "1", "embedded at the next build"))
  func embeddedFilesAreGenerated() {
    let embedded = EmbeddedSchemas.files.map { SchemaFiles.File(name: $0.name, contents: $0.contents) }
    let generated = SchemaFiles.generated()
    #expect(embedded.map(\.name).sorted() == generated.map(\.name))
    for file in generated { #expect(embedded.contains(file), "\(file.name) is out of date: make record") }
  }
}
