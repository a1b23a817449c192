internal import EventModel
internal import Exporters
internal import JSON

/// A folder `.NAME.isnad.shards` beside the target of an export, in which a run keeps what it has finished until the export
/// stands, so that another run can go on from there.
///
/// A shard is a file `shard-NUMBER-SHA256.jsonl` that bears the digest of its bytes in its name. Its first line is the
/// HEADER of ``PartialForm``, which says by what it was made; each other line is what a document gives, behind the
/// document's key:
///
/// ```
/// {"type":"ARTICLES","document":"0a…","articles":[…]}
/// ```
struct ShardFolder: Sendable {
  /// Where the folder is.
  let path: String
  /// The line that says with which version, tables and options shards are made.
  let header: [UInt8]

  /// The folder of a target, whether it is there or not.
  ///
  /// - Parameters:
  ///   - target: The folder of the export, as the user named it.
  ///   - header: The line that shards must begin with.
  /// - Throws: Where the path names no folder.
  init(target: String, header: [UInt8]) throws(Diagnostic) {
    path = try TargetPlace(of: target).beside(".isnad.shards")
    self.header = header
  }

  /// Whether an earlier run left something.
  var isThere: Bool { FileTree.kind(of: path) == .folder }

  /// Removes it all.
  func remove() {
    FileTree.remove(path)
  }

  /// What to say where a run ends before its export stands.
  static let kept = Diagnostic(
    "shards-kept", "what is finished is kept: with --resume, the next run goes on from there", severity: .note)
  /// What to say where a run does not use what is there.
  static let waiting = Diagnostic(
    "shards-waiting", "an interrupted run kept what it had finished: --resume would go on from there", severity: .note)

  // MARK: - Lines

  /// How the line of a document begins: up to its key.
  static let lineStart = Array("{\"type\":\"ARTICLES\",\"document\":\"".utf8)

  /// The line of a document.
  static func line(_ document: NormalizedDocument) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("type", PartialForm.Line.articles.rawValue)
      $0.member("document", DocumentKey(document.info).description)
      $0.member("articles", document.articles) { $0.records($1) }
    }
    json.endLine()
    return json.bytes
  }

  // MARK: - Names

  /// The name of a shard that is being written.
  static func draft(_ number: Int) -> String {
    "shard-\(number).writing"
  }

  /// The name of a finished shard.
  static func name(_ number: Int, sha256: String) -> String {
    "shard-\(number)-\(sha256).jsonl"
  }

  /// The number and the digest in the name of a finished shard; nil for another name.
  static func parts(of name: String) -> (number: Int, sha256: String)? {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "shard", let number = Int(parts[1]), parts[2].hasSuffix(".jsonl")
    else { return nil }
    return (number, String(parts[2].dropLast(6)))
  }
}
