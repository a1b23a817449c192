package import EventModel
package import Exporters
internal import Spill

/// Writes data sets in one format into files.
package struct FormatWriter {
  /// How many bytes a buffer gathers before they go to its file.
  private static let chunk = 1 << 18

  /// Writes a data set into the files of a format, below a folder.
  ///
  /// - Returns: The files in the format's order, and notes on what the format could not hold.
  /// - Throws: What the operating system refused, to this writer or to the exporter; `interrupted` where the task is
  ///   cancelled.
  package static func write(
    _ dataset: any DatasetRecords, with exporter: any Exporter, into folder: String
  ) throws(Diagnostic) -> (resources: [DataPackage.Resource], notes: [Diagnostic]) {
    var exporter = exporter
    let declared = exporter.format.files
    var files = try HashedFiles(in: folder, names: declared.map(\.path))
    var output = OutputBuffers(count: declared.count)
    exporter.begin(dataset.counts.header, to: &output)
    try dataset.forEachArticle { article throws(Diagnostic) in
      exporter.article(article, to: &output)
      try flush(&output, to: &files, above: chunk)
    }
    try dataset.forEachEntity { entity throws(Diagnostic) in
      exporter.entity(entity, to: &output)
      try flush(&output, to: &files, above: chunk)
    }
    try dataset.forEachEvent { event throws(Diagnostic) in
      exporter.event(event, to: &output)
      try flush(&output, to: &files, above: chunk)
    }
    exporter.end(to: &output)
    try flush(&output, to: &files, above: 0)
    while exporter.drain(to: &output) { try flush(&output, to: &files, above: 0) }
    if let failure = exporter.failure { throw failure }
    let resources = zip(declared, try files.finish()).map { DataPackage.Resource(file: $0, digest: $1) }
    return (resources, exporter.lossNotes)
  }

  private static func flush(
    _ output: inout OutputBuffers, to files: inout HashedFiles, above limit: Int
  ) throws(Diagnostic) {
    try Cancellation.check()
    for index in output.indices where output[index].count > limit {
      try files.write(output[index].bytes, to: index)
      output[index].removeAll()
    }
  }
}
