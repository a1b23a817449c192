/// Bytes on their way to a file: whoever writes appends, whoever owns the file takes them out.
public struct ByteBuffer: Hashable, Sendable {
  /// What was written since the buffer was last emptied.
  public internal(set) var bytes: [UInt8]

  /// Makes an empty buffer.
  public init() {
    bytes = []
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// Appends one byte.
  public mutating func append(_ byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends a text as UTF-8.
  public mutating func append(_ text: some StringProtocol) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Appends bytes.
  public mutating func append(contentsOf other: some Sequence<UInt8>) {
    bytes.append(contentsOf: other)
  }

  /// Forgets the bytes, which are in the file by now, and keeps the room.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }
}

/// One buffer for each file of a format, in the order of ``ExportFormat/files``.
public struct OutputBuffers: Hashable, Sendable {
  private var buffers: [ByteBuffer]

  /// Makes empty buffers.
  public init(count: Int) {
    buffers = Array(repeating: ByteBuffer(), count: count)
  }

  /// The numbers of the files, from 0.
  public var indices: Range<Int> { buffers.indices }

  /// The buffer of a file, numbered from 0.
  public subscript(file: Int) -> ByteBuffer {
    get { buffers[file] }
    _modify { yield &buffers[file] }
  }
}
