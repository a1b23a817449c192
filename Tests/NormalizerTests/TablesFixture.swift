import BundledTables
import EventModel
import Lexicon
import Readers

@testable import Normalizer

/// The whole way from printed sentences to records, its tables compiled once for all suites.
struct TablesFixture: Sendable {
  let lexicon: Lexicon
  let normalizer: Normalizer
  private let reader: DocumentReader

  /// The day that articles are published on where a test names none.
  static let day = "2024-11-27"

  /// The fixture of all suites.
  static func shared() throws -> TablesFixture { try made.get() }

  private static let made = Result { try TablesFixture() }

  private init() throws {
    lexicon = try Lexicon.bundled()
    normalizer = try Normalizer(lexicon: lexicon, images: CompiledTables.images)
    reader = try DocumentReader(lexicon: lexicon)
  }

  /// A document that a reader makes of a text; its articles are published on one day.
  func document(
    _ text: String, id: String = "article", published: String? = day, outlet: String? = nil
  ) throws -> SourceDocument {
    var document = try reader.read(RawRecord(path: id + ".txt", bytes: Array(text.utf8), mediaType: .plainText))
    for index in document.articles.indices {
      if let outlet { document.articles[index].outlet = outlet }
      if let date = published.flatMap({ EDTFDate($0) }) {
        document.articles[index].published = Publication(date: date, basis: .metadata)
      }
    }
    return document
  }

  /// The annotations of a layer in a text.
  func annotations(
    _ text: String, _ layer: Annotation.Layer, published: String? = day
  ) throws -> [Annotation] {
    normalizer.annotations(of: try document(text, published: published), layer: layer)
  }

  /// The data set of one text.
  func dataset(_ text: String, published: String? = day) throws -> Dataset {
    try Resolution.resolve(normalizer.normalize(try document(text, published: published)))
  }

  /// The events of one text.
  func events(_ text: String, published: String? = day) throws -> [Event] {
    try dataset(text, published: published).events
  }
}

extension Annotation {
  /// The value of a field.
  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}
