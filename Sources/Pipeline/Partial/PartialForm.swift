internal import Digest
internal import EventModel
internal import Lexicon

/// The form of article-level records: what articles give before they are joined, a JSON object a line.
///
/// ```
/// {"type":"HEADER","format":"isnad-articles","version":1,"tool_version":"…","tables":"…","options":{…}}
/// {"type":"ARTICLES","articles":[…]}       one line a document, which may hold several articles
/// {"type":"END","inputs":[{"path":"…","bytes":…,"sha256":"…"}],"faults":…}
/// ```
///
/// Files may be put one behind another. What is between a HEADER and its END belongs together; without an END the end is
/// missing. Only records of one version of Isnad and of the same tables can be merged: others read articles otherwise.
enum PartialForm {
  /// The name of the form.
  static let name = "isnad-articles"
  /// The version of the form.
  static let version = 1

  /// What a line is.
  enum Line: String {
    case header = "HEADER"
    case articles = "ARTICLES"
    case end = "END"
  }

  /// One digest of all tables: names and contents, in order.
  static func digest(of lexicon: Lexicon) -> String {
    var hasher = SHA256Hasher()
    for table in lexicon.sources {
      hasher.update(Array("\(table.name) \(table.contents.count)\n".utf8))
      hasher.update(table.contents)
    }
    return SHA256Digest.hex(digest: hasher.finish())
  }
}
