import BundledTables
import EventModel
import Exporters
import Lexicon
import Normalizer
import Pipeline
import Readers

/// A step of the way from articles to validated tables, with what it works on, so that it can be run again and again.
///
/// What a stage needs is made before: a measure of ``run`` is one of the step alone. What is read lies in memory, what is
/// written goes to memory that is emptied as it fills, what is validated lies in files.
struct Stage {
  /// How many bytes one run works through; nil where a size says nothing.
  var bytes: Int?
  /// The step.
  var run: () throws -> Void

  /// The names of all stages, in the order of the way.
  static let names =
    [
      "loading the tables", "reading", "reading plain text", "reading web pages", "normalizing",
      "reading and normalizing", "resolving",
    ]
    + ExporterRegistry.entries.flatMap { entry in
      let isValidated = entry.make(ExportOptions()).format.files.contains { $0.schema != nil }
      return ["writing \(entry.name)"] + (isValidated ? ["validating \(entry.name)"] : [])
    }

  /// Prepares a stage.
  ///
  /// - Parameters:
  ///   - corpus: A file or folder of articles; it is read as often as makes up `minimum` bytes.
  ///   - folder: Where files to be validated go.
  /// - Throws: A diagnostic for a name that is none, or an input that cannot be read.
  static func named(_ name: String, corpus path: String, minimum: Int, folder: String) throws -> Self {
    let lexicon = try Lexicon.bundled()
    if name == "loading the tables" {
      // As the program does at start, on two threads.
      return Self(bytes: nil) { keep(try Extractor(lexicon: try Lexicon.bundled())) }
    }
    let reader = try DocumentReader(lexicon: lexicon)
    if name == "reading web pages" {
      let pages = try Corpus(path: "Tests/Pages", minimum: minimum).records.filter { $0.mediaType == .html }
      return reading(pages, by: reader)
    }
    let corpus = try Corpus(path: path, minimum: minimum)
    if name == "reading" { return reading(corpus.records, by: reader) }
    let documents = corpus.records.compactMap { try? reader.read($0) }
    if name == "reading plain text" {
      return reading(
        documents.map { RawRecord(path: "text.txt", bytes: $0.text.bytes, mediaType: .plainText) }, by: reader)
    }
    let normalizer = try Normalizer(lexicon: lexicon, images: CompiledTables.images)
    if name == "normalizing" {
      return Self(bytes: corpus.bytes) { for document in documents { keep(normalizer.normalize(document)) } }
    }
    if name == "reading and normalizing" {
      return Self(bytes: corpus.bytes) {
        for record in corpus.records {
          if let document = try? reader.read(record) { keep(normalizer.normalize(document)) }
        }
      }
    }
    let records = documents.flatMap { normalizer.normalize($0) }
    if name == "resolving" { return Self(bytes: corpus.bytes) { keep(try Resolution.resolve(records)) } }
    let dataset = try Resolution.resolve(records)
    for entry in ExporterRegistry.entries {
      if name == "writing \(entry.name)" {
        let size = Writers.write(dataset, with: entry.make(ExportOptions()))
        return Self(bytes: size) { keep(Writers.write(dataset, with: entry.make(ExportOptions()))) }
      }
      if name == "validating \(entry.name)" {
        let written = try FormatWriter.write(dataset, with: entry.make(ExportOptions()), into: folder)
        let files = written.resources.compactMap { resource in
          resource.file.schema.flatMap { SchemaSource.bundled($0) }.map {
            JudgedFile(path: folder + "/" + resource.file.path, schema: $0)
          }
        }
        return Self(bytes: written.resources.reduce(0) { $0 + $1.digest.bytes }) { keep(try Judge.faults(of: files)) }
      }
    }
    throw Diagnostic("usage", "there is no stage “\(name)”")
  }

  private static func reading(_ records: [RawRecord], by reader: DocumentReader) -> Self {
    Self(bytes: records.reduce(0) { $0 + $1.bytes.count }) {
      for record in records { keep(try? reader.read(record)) }
    }
  }
}

/// Keeps the optimizer from removing what nobody reads.
@inline(never)
func keep<Value>(_ value: Value) {}
