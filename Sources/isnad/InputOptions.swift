internal import ArgumentParser
internal import EventModel
internal import Pipeline
internal import Readers

/// The options that say more about the inputs, of every command that reads articles.
struct InputOptions: ParsableArguments {
  /// What inputs may be, for the help of a command's arguments.
  static let help: ArgumentHelp = """
    Files (.txt, .html, .jsonl, .warc, each also with .gz), folders, patterns such as 'news/**/*.html', and - for \
    standard input.
    """

  @Option(
    name: .customLong("metadata"),
    help: ArgumentHelp(
      """
      A table (.csv, .jsonl) of what is known of the articles: path or id, and published, outlet, url, headline, segment. \
      It replaces what the inputs say. Can be given again.
      """, valueName: "file"), completion: .file(extensions: ["csv", "jsonl"]))
  var metadataFiles: [String] = []

  @Option(
    help: ArgumentHelp(
      "When articles were published whose metadata does not tell; goes before a date in the text.", valueName: "edtf"))
  var published: String?

  @Option(
    help: ArgumentHelp(
      "The encoding of all inputs that are not JSON (else it is found out): "
        + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ") + ".", valueName: "name"))
  var encoding: TextEncoding?

  @Option(
    name: .customLong("input-format"),
    help: ArgumentHelp(
      """
      The format of standard input, and of files whose names tell none: text, html, jsonl or warc (else the first \
      bytes of standard input tell).
      """, valueName: "name"))
  var format: InputFormatName?

  func validate() throws {
    guard let published, EDTFDate(published) == nil else { return }
    throw ValidationError("“\(published)” is not a date such as 2024-02-29 or 2024-02.")
  }

  /// The options, with the metadata read.
  ///
  /// - Throws: Exit code 1, after saying what is wrong with a file of metadata.
  func load() throws -> ReadingOptions {
    try Console.loading(orExit: .badData) { () throws(Diagnostic) in
      var options = ReadingOptions(
        published: published.flatMap { EDTFDate($0) }, encoding: encoding, format: format?.mediaType)
      for file in metadataFiles { try options.addMetadata(file: file) }
      return options
    }
  }
}

extension TextEncoding: ExpressibleByArgument {
  /// Takes every label of an encoding, such as `cp1256`.
  package init?(argument: String) {
    self.init(label: argument)
  }
}

/// The names by which users know the formats of input.
enum InputFormatName: String, ExpressibleByArgument, CaseIterable {
  case text
  case html
  case jsonl
  case warc

  /// The format.
  var mediaType: MediaType {
    switch self {
    case .text: .plainText
    case .html: .html
    case .jsonl: .jsonLines
    case .warc: .warc
    }
  }
}
