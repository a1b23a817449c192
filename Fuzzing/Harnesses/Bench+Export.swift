internal import CSV
internal import EventModel
internal import Exporters
internal import JSON
internal import Normalizer
internal import Readers
internal import Schemas
internal import XML

extension Bench {
  /// Reads a document, normalizes it and exports the data set; the laws are those of ``checkDataset(_:_:)``.
  func checkExport(_ bytes: [UInt8], _ mediaType: MediaType) throws(Breach) {
    guard let document = document(RawRecord(path: "input", bytes: bytes, mediaType: mediaType)) else { return }
    try Self.checkLayout(document)
    let dataset = try Self.resolved(normalizer.normalize(document))
    try Self.checkDataset(dataset, document.text)
    let again = try Self.resolved(normalizer.normalize(document).reversed())
    try hold(dataset == again, "a document that is normalized twice gives the same records")
    try Self.checkJSONLines(dataset)
    try Self.checkMarkup(dataset)
    try Self.checkCells(dataset)
  }

  private static func resolved(_ records: [ArticleRecords]) throws(Breach) -> Dataset {
    do throws(Diagnostic) {
      return try Resolution.resolve(records)
    } catch {
      throw Breach("articles in memory are joined", error.description)
    }
  }

  private static func output(_ dataset: Dataset, _ exporter: consuming any Exporter) -> [[UInt8]] {
    var exporter = exporter
    var output = OutputBuffers(count: exporter.format.files.count)
    exporter.export(dataset, header: ExportHeader(dataset), to: &output)
    return output.indices.map { output[$0].bytes }
  }

  /// Every line is read and written again as it was.
  private static func checkJSONLines(_ dataset: Dataset) throws(Breach) {
    guard let exporter = ExporterRegistry.exporter(named: "jsonl") else { return }
    for line in output(dataset, exporter).flatMap({ $0.split(separator: 0x0A) }) {
      var writer = JSONWriter()
      do throws(JSONError) {
        writer.value(try JSONParser.parse(line))
      } catch {
        throw Breach("an exported line can be read", error.diagnostic(file: nil).description)
      }
      let isKept = writer.bytes.elementsEqual(line)
      try hold(isKept, "a line that is read is written as it was", String(decoding: line, as: UTF8.self))
    }
  }

  /// The document is valid.
  private static func checkMarkup(_ dataset: Dataset) throws(Breach) {
    guard let exporter = ExporterRegistry.exporter(named: "xml"),
      let schema = try? XMLSchema(named: "dataset.xsd", among: EmbeddedSchemas.files)
    else { throw Breach("the bundled schema can be compiled") }
    let faults = schema.validate(output(dataset, exporter)[0], file: "dataset.xml")
    try hold(faults.isEmpty, "an exported document is valid", faults.first?.description ?? "")
  }

  /// Every table has cells for all of its columns.
  private static func checkCells(_ dataset: Dataset) throws(Breach) {
    guard let exporter = ExporterRegistry.exporter(named: "csv") else { return }
    for file in output(dataset, exporter) {
      var reader = CSVReader(file, name: "table.csv")
      var record = CSVRecord()
      var columns: Int?
      do throws(Diagnostic) {
        while try reader.next(&record) {
          if columns == nil { columns = record.fields.count }
          if record.fields.count != columns { throw Diagnostic("cells", "a row has other cells", file: nil) }
        }
      } catch {
        throw Breach("an exported table can be read", error.description)
      }
    }
  }
}
