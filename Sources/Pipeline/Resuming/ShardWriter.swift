internal import EventModel
internal import Exporters
internal import CLibrary

/// Writes shards, one after another, each of which is on the disk before the next begins.
struct ShardWriter: ~Copyable {
  /// A shard is finished when it has so many bytes.
  private let limit: Int
  private let folder: ShardFolder
  private var number: Int
  private var file: HashedFiles?
  private var count = 0

  /// Makes a writer whose first shard gets a number.
  init(_ folder: ShardFolder, number: Int, limit: Int = 1 << 24) {
    self.folder = folder
    self.number = number
    self.limit = limit
  }

  /// Appends the line of a document.
  ///
  /// - Throws: What the operating system refused, such as a full disk.
  mutating func write(_ line: [UInt8]) throws(Diagnostic) {
    if file == nil {
      file = try HashedFiles(in: folder.path, names: [ShardFolder.draft(number)])
      try file?.write(folder.header, to: 0)
      count = 0
    }
    try file?.write(line, to: 0)
    count += line.count
    if count >= limit { try finish() }
  }

  /// Finishes the open shard.
  ///
  /// - Throws: What the operating system refused.
  mutating func finish() throws(Diagnostic) {
    guard let digest = try file.take()?.finish().first else { return }
    let path = folder.path + "/" + digest.path
    guard rename(path, folder.path + "/" + ShardFolder.name(number, sha256: digest.sha256)) == 0 else {
      throw .system("cannot rename the shard", file: path)
    }
    try FileTree.synchronize(folder.path)
    number += 1
  }
}
