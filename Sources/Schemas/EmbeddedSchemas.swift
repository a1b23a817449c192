/// The bundled schemas, as they are in the project's `schemas` folder.
package enum EmbeddedSchemas {
  /// Names and contents, by name.
  package static var files: [(name: String, contents: [UInt8])] {
    EmbeddedFiles.all.map { file in (name: "\(file.name)", contents: file.contents.withUTF8Buffer { Array($0) }) }
  }
}
