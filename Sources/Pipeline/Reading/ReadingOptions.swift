package import EventModel
package import Exporters
package import Readers

/// What a user says about the inputs, beside naming them: how they are read, and what is known of their articles.
package struct ReadingOptions: Sendable {
  /// When articles were published whose metadata does not tell; it goes before a date that the text bears.
  package var published: EDTFDate?
  /// The encoding of all inputs that are not JSON, whatever they say; nil to find out.
  package var encoding: TextEncoding?
  /// The format of standard input, and of named files whose names tell none; nil where their first bytes are to tell.
  package var format: MediaType?
  /// What is known of articles one by one.
  package private(set) var metadata = MetadataTable()
  /// The files that ``metadata`` came from, by their names without folders, in the order of the user.
  package private(set) var metadataFiles: [FileDigest] = []

  /// Makes options that say nothing.
  package init(published: EDTFDate? = nil, encoding: TextEncoding? = nil, format: MediaType? = nil) {
    self.published = published
    self.encoding = encoding
    self.format = format
  }

  /// Adds the rows of a metadata file.
  ///
  /// - Throws: A diagnostic where the file cannot be read or a row is not understood.
  package mutating func addMetadata(file: String) throws(Diagnostic) {
    guard let contents = FileTree.bytes(of: file) else { throw .system("cannot read the metadata", file: file) }
    try metadata.add(file: file, contents: contents)
    let name = file.utf8.split(separator: UInt8(ascii: "/")).last.map { String(decoding: $0, as: UTF8.self) }
    metadataFiles.append(FileDigest(path: name ?? file, contents: contents))
  }

  /// Writes what the user knows into a document. Of what is said of one article, a metadata file goes before the
  /// document's own metadata, that before ``published``, and that before a date in the text.
  ///
  /// - Returns: The numbers of the rows of ``metadata`` that name the document or one of its articles.
  func apply(to document: inout SourceDocument) -> [Int] {
    if let published {
      for index in document.articles.indices where document.articles[index].published.basis != .metadata {
        document.articles[index].published = Publication(date: published, basis: .metadata)
      }
    }
    return metadata.apply(to: &document)
  }
}
