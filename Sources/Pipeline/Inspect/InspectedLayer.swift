internal import ArabicText
internal import BundledTables
package import EventModel
internal import JSON
package import Lexicon
internal import Normalizer

/// A standoff layer that a user can ask for.
package enum InspectedLayer: String, Sendable, CaseIterable {
  case structure
  case tokens
  case times
  case actors
  case attribution
  case triggers
}

/// Prints what a step says of the stretches of a document: JSON Lines, one object an annotation, in document order.
package struct Inspector: Sendable {
  private let documents: Documents
  private let normalizer: Normalizer

  /// Compiles the tables.
  ///
  /// - Throws: A diagnostic with file and line for a table row that a step does not understand.
  package init(lexicon: Lexicon, reading: ReadingOptions = ReadingOptions()) throws(Diagnostic) {
    (documents, normalizer) = try sideBySide(
      { () throws(Diagnostic) in
        try Documents(lexicon: lexicon, options: reading)
      }, { () throws(Diagnostic) in try Normalizer(lexicon: lexicon, images: CompiledTables.images) })
  }

  /// Hands on the lines of each document at some paths, or the fault of a record that cannot be read.
  ///
  /// - Parameter warn: Is told at the end of each row of metadata that matched no input.
  package func inspect(
    _ layer: InspectedLayer, paths: [String], jobs: Int, warn: (Diagnostic) -> Void = { _ in },
    consume: (Result<[UInt8], Diagnostic>) throws -> Void
  ) async throws {
    let normalizer = normalizer
    try await documents.read(paths: paths, jobs: jobs, warn: warn) { document in
      guard let layer = Annotation.Layer(rawValue: layer.rawValue) else {
        return layer == .structure
          ? document.structureLines : document.lines(normalizer.tokens(of: document), normalizer)
      }
      var json = JSONWriter()
      for annotation in normalizer.annotations(of: document, layer: layer) {
        json.annotation(annotation.layer.rawValue, annotation.range, annotation.text, of: document) { json in
          for field in annotation.fields { json.field(field.name, field.value) }
        }
      }
      return json.bytes
    } consume: {
      try consume($0)
    }
  }
}

extension SourceDocument {
  /// The lines of the layer that the reader gives: what each stretch of the page is.
  fileprivate var structureLines: [UInt8] {
    var json = JSONWriter()
    for article in articles {
      var stretches = article.blocks.map { (range: $0.range, kind: $0.kind.rawValue, reason: String?.none) }
      stretches += article.removed.map { (range: $0.range, kind: "removed", reason: $0.reason.rawValue) }
      stretches.sort { $0.range.lowerBound < $1.range.lowerBound }
      for stretch in stretches {
        json.annotation("structure", text.codePoints(stretch.range), text[stretch.range], of: self) { json in
          json.field("kind", stretch.kind)
          json.key("segment")
          json.integer(article.segment)
          json.field("reason", stretch.reason)
        }
      }
    }
    return json.bytes
  }
}

extension SourceDocument {
  /// The lines of the layer of tokens.
  fileprivate func lines(_ texts: [TokenizedText], _ normalizer: Normalizer) -> [UInt8] {
    var json = JSONWriter()
    for tokens in texts {
      for (index, token) in tokens.tokens.enumerated() {
        let printed = text[token.bytes]
        let reading = TokenReading(printed, token, normalizer.reading(of: index, in: tokens))
        json.annotation("tokens", text.codePoints(token.bytes), printed, of: self) { json in
          json.key("proclitics")
          json.beginArray()
          for letters in reading.proclitics { json.string(letters) }
          json.endArray()
          json.field("stem", reading.stem)
          json.field("enclitic", reading.enclitic)
          guard let number = token.number else { return }
          json.key("number")
          json.integer(number)
        }
      }
    }
    return json.bytes
  }
}

extension JSONWriter {
  /// Writes an annotation as a line.
  fileprivate mutating func annotation(
    _ layer: String, _ range: Range<Int>, _ text: String, of document: SourceDocument,
    fields: (inout JSONWriter) -> Void
  ) {
    beginObject()
    field("document", document.info.id)
    field("layer", layer)
    key("start")
    integer(range.lowerBound)
    key("end")
    integer(range.upperBound)
    field("text", text)
    fields(&self)
    endObject()
    endLine()
  }

  /// Writes a named value: a truth value or an offset as such, anything else as a string.
  fileprivate mutating func field(_ name: String, _ value: String?) {
    key(name)
    guard let value else { return null() }
    switch name {
    case "named": boolean(value == "true")
    case "scope_start", "scope_end": integer(Int(value) ?? 0)
    default: string(value)
    }
  }
}
