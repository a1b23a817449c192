internal import BundledTables
package import EventModel
package import Lexicon
internal import Normalizer

/// Tells which triggers gave no event, and why.
package struct Rejections: Sendable {
  /// The names of the columns of ``lines(of:jobs:consume:)``.
  package static let header = "reason\trule\ttype\tfile\trecord\tstart\tend\ttext"

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

  /// Hands on the lines of each document at some paths, one a trigger, their cells parted by tabs, or the fault of a
  /// record that cannot be read.
  ///
  /// Offsets count code points of the document text, from 0, end exclusive.
  ///
  /// - Parameter warn: Is told at the end of each row of metadata that matched no input.
  /// - Returns: How many triggers were rejected for each reason, the commonest first.
  package func lines(
    of paths: [String], jobs: Int, warn: (Diagnostic) -> Void = { _ in },
    consume: (Result<[String], Diagnostic>) throws -> Void
  ) async throws -> [(reason: String, count: Int)] {
    let normalizer = normalizer
    var counts: [String: Int] = [:]
    try await documents.read(paths: paths, jobs: jobs, warn: warn) { document in
      normalizer.annotations(of: document, layer: .triggers).compactMap { trigger in
        trigger["rejected"].map { (reason: $0, line: Self.line(trigger, reason: $0, document.info)) }
      }
    } consume: { result in
      for (reason, _) in (try? result.get()) ?? [] { counts[reason, default: 0] += 1 }
      try consume(result.map { $0.map(\.line) })
    }
    return counts.map { (reason: $0.key, count: $0.value) }
      .sorted { $0.count != $1.count ? $0.count > $1.count : $0.reason < $1.reason }
  }

  private static func line(_ trigger: Annotation, reason: String, _ document: DocumentInfo) -> String {
    [
      reason, trigger["rule"] ?? "", trigger["type"] ?? "", document.path, document.record.map { "\($0)" } ?? "",
      "\(trigger.range.lowerBound)", "\(trigger.range.upperBound)", trigger.text.onOneLine,
    ].joined(separator: "\t")
  }
}

extension String {
  /// The text with a space for each line end and tab.
  var onOneLine: String {
    String(decoding: utf8.map { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 ? 0x20 : $0 }, as: UTF8.self)
  }
}
