internal import Digest
internal import EventModel
internal import JSON
internal import Normalizer
internal import CLibrary

/// What earlier runs have finished: where the records of a document stand, for every document that has some.
struct FinishedShards: Sendable {
  /// A line of a shard.
  private struct Place: Sendable {
    var file: Int32
    var length: Int32
    var start: Int64
  }

  private var places: [DocumentKey: Place] = [:]
  private var files: [String] = []
  /// The number of the next shard.
  private(set) var next = 1
  /// Which shards could not be used.
  private(set) var notes: [Diagnostic] = []

  /// Makes the index of the shards in a folder. A shard that is not whole, or was made by another version, with other
  /// tables or with other options, is removed and told of.
  init(_ folder: ShardFolder) {
    for name in FileTree.names(in: folder.path) ?? [] {
      let path = folder.path + "/" + name
      guard let (number, sha256) = ShardFolder.parts(of: name) else {
        FileTree.remove(path)
        continue
      }
      next = max(next, number + 1)
      var index = ShardIndex(header: folder.header)
      let isRead = FileTree.read(path) { index.take($0) }
      if isRead, index.isMadeAlike, index.isWhole(sha256) {
        for line in index.lines {
          places[line.document] = Place(
            file: Int32(files.count), length: Int32(clamping: line.range.count), start: Int64(line.range.lowerBound))
        }
        files.append(path)
      } else {
        let why =
          isRead && !index.isMadeAlike && index.isWhole(sha256)
          ? "was made by another version of Isnad, with other tables or with other options" : "is not whole"
        notes.append(
          Diagnostic("shard-unusable", "the shard \(why): its articles are read again", severity: .note, file: path))
        FileTree.remove(path)
      }
    }
  }

  /// How many documents are finished.
  var count: Int { places.count }

  /// What a document gave; nil where it is to be normalized.
  func articles(of document: DocumentInfo) -> [ArticleRecords]? {
    guard let place = places[DocumentKey(document)],
      let bytes = FileTree.bytes(of: files[Int(place.file)], at: place.start, count: Int(place.length)),
      let value = try? JSONParser.parse(bytes)
    else { return nil }
    return try? RecordFields(value, title: "the line").list("articles") { fields throws(Diagnostic) in
      try ArticleRecords(fields)
    }
  }
}

/// Finds the lines of a shard while it is read.
private struct ShardIndex {
  private let header: [UInt8]
  private var hasher = SHA256Hasher()
  /// Where the line begins that is being read, and how far the reading has come.
  private var (start, end) = (0, 0)
  /// The first bytes of that line, as many as are needed to know what it is.
  private var head: [UInt8] = []
  private let needed: Int
  /// The documents' lines, in bytes without their ends.
  private(set) var lines: [(document: DocumentKey, range: Range<Int>)] = []
  /// Whether the first line is the one that is wanted.
  private(set) var isMadeAlike = false

  init(header: [UInt8]) {
    self.header = header
    needed = max(header.count, ShardFolder.lineStart.count + DocumentKey.length)
  }

  /// Takes in the next piece of the file.
  mutating func take(_ piece: ArraySlice<UInt8>) {
    hasher.update(Array(piece))
    var rest = piece
    while let mark = rest.firstIndex(of: UInt8(ascii: "\n")) {
      extend(rest[...mark])
      endLine()
      rest = rest[(mark + 1)...]
    }
    extend(rest)
  }

  /// Whether the digest of everything is this one.
  func isWhole(_ sha256: String) -> Bool { SHA256Digest.hex(digest: hasher.finish()) == sha256 }

  private mutating func extend(_ bytes: ArraySlice<UInt8>) {
    end += bytes.count
    if head.count < needed { head += bytes.prefix(needed - head.count) }
  }

  private mutating func endLine() {
    let key = head.dropFirst(ShardFolder.lineStart.count).prefix(DocumentKey.length)
    if start == 0 {
      isMadeAlike = head.elementsEqual(header)
    } else if head.starts(with: ShardFolder.lineStart), let document = DocumentKey(key) {
      lines.append((document, start..<(end - 1)))
    }
    start = end
    head.removeAll(keepingCapacity: true)
  }
}

extension FileTree {
  /// So many bytes of a file from a place on; nil where the file does not give them.
  fileprivate static func bytes(of path: String, at start: Int64, count: Int) -> [UInt8]? {
    // Not kept open: there may be more shards than a program may hold files.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let place = off_t(start) + off_t(filled)
        let read = pread(descriptor, buffer.baseAddress.map { $0 + filled }, count - filled, place)
        if read > 0 {
          filled += read
        } else if read == 0 || errno != EINTR {
          return
        }
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
