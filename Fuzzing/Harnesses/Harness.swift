internal import Readers

/// A part of the program that takes bytes from strangers. The raw value names it on the command line and its folder in
/// `Fuzzing/corpora`.
package enum Harness: String, Sendable, CaseIterable {
  /// A document of plain text in any encoding.
  case text
  /// A page.
  case html
  /// A JSON text.
  case json
  /// A JSON Schema, and in further lines values that it judges.
  case jsonschema
  /// A file of JSON Lines.
  case records
  /// A CSV file.
  case csv
  /// A web archive, compressed or not.
  case warc
  /// Compressed bytes.
  case gzip
  /// A table of words; a first line `#name` names the bundled table that the rows are added to.
  case tables
  /// A metadata file, CSV or JSON Lines.
  case metadata
  /// A date.
  case edtf
  /// What a program that exports says, on standard output and standard error.
  case programs
  /// An XML document, read step by step and validated.
  case xml
  /// An XML Schema.
  case xsd
  /// A regular expression, and in further lines texts to try it on.
  case pattern
  /// A document of plain text, all the way to an export.
  case normalizer
  /// A page, all the way to an export.
  case page
}

extension Bench {
  /// Runs a harness on one input.
  ///
  /// - Throws: The first law that the input breaks. What the input's own faults are is no breach.
  package func check(_ harness: Harness, _ bytes: [UInt8]) throws(Breach) {
    switch harness {
    case .text: try checkDocument(bytes, .plainText)
    case .html: try checkDocument(bytes, .html)
    case .json: try checkJSON(bytes)
    case .jsonschema: try checkJSONSchema(bytes)
    case .records: try checkRecords(bytes, .jsonLines)
    case .csv: try checkCSV(bytes)
    case .warc: try checkRecords(bytes, .warc)
    case .gzip: try checkGzip(bytes)
    case .tables: try checkTables(bytes)
    case .metadata: try checkMetadata(bytes)
    case .edtf: try checkEDTF(bytes)
    case .programs: try checkPrograms(bytes)
    case .xml: try checkXML(bytes)
    case .xsd: try checkXMLSchema(bytes)
    case .pattern: try checkPattern(bytes)
    case .normalizer: try checkExport(bytes, .plainText)
    case .page: try checkExport(bytes, .html)
    }
  }
}
