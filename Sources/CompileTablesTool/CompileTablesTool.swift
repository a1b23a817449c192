import Foundation
import Lexicon
import Normalizer

/// Writes a Swift file with the images of the compiled tables.
///
/// Usage: `CompileTablesTool OUTPUT.swift TABLE.tsv...`
@main
struct CompileTablesTool {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    guard let output = arguments.first else { throw CompileError.usage }
    var lexicon = Lexicon()
    for table in arguments.dropFirst() {
      try lexicon.add(file: table.lastPathComponent, contents: Array(try Data(contentsOf: table)))
    }
    let images = try Normalizer(lexicon: lexicon, images: nil).images
    let swift = """
      package import Lexicon

      /// The bundled tables as they were compiled when the package was built.
      package enum CompiledTables {
        /// What the module that compiled them takes them from.
        package static let images = TableImages<StaticString>(
          actors: #"\(images.actors)"#,
          grammar: #"\(images.grammar)"#)
      }

      """
    try swift.write(to: output, atomically: true, encoding: .utf8)
  }
}

enum CompileError: Error {
  case usage
}
