import Foundation
import Lexicon
import Normalizer

/// Writes a Swift file with the image of the compiled tables.
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
    let image = try Normalizer(lexicon: lexicon, image: nil).image
    let swift = """
      /// The bundled tables as they were compiled when the package was built.
      package enum CompiledTables {
        /// What the module that compiled them takes them from.
        package static let image: StaticString = #"\(image)"#
      }

      """
    try swift.write(to: output, atomically: true, encoding: .utf8)
  }
}

enum CompileError: Error {
  case usage
}
